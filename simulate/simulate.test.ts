import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutants } from './mutants.ts';
import { runSeed } from './run.ts';

test('the same seed is the same run', { timeout: 60_000 }, async () => {
  const [first, second] = [await runSeed(4), await runSeed(4)];
  const withoutIds = (run: typeof first) =>
    JSON.stringify(run.faults.map(({ nth, kind, actor, call }) => [nth, kind, actor, call]));
  expect(first.faults.length).toBeGreaterThan(20);
  expect([second.steps, withoutIds(second)]).toEqual([first.steps, withoutIds(first)]);
});

test('whatever happens to servers, lines and streams, what was acknowledged is there once', {
  timeout: 120_000,
}, async () => {
  for (let seed = 1000; seed < 1025; seed += 1) {
    const { broken } = await runSeed(seed);
    expect(broken, `seed ${seed}`).toEqual([]);
  }
});

test.each(mutants)('$name: what the mutant replaces stands there once', ({ file, find }) => {
  const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  expect(source.split(find)).toHaveLength(2);
});
