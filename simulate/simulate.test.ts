import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutants } from './mutants.ts';
import { pinned } from './pinned.ts';
import { runSeed } from './run.ts';
import { stories, storyNames } from './stories.ts';

test('the same seed is the same run', { timeout: 60_000 }, async () => {
  const seed = 4;
  const [first, second] = [await runSeed(seed, new Set(), ['tickets']), await runSeed(seed, new Set(), ['tickets'])];
  expect(first.faults.length).toBeGreaterThan(20);
  expect(second).toEqual(first);
});

test.each(storyNames)(
  '%s: whatever happens to servers, lines and streams, what was promised holds',
  {
    timeout: 60_000,
  },
  async (name) => {
    let done = 0;
    for (let seed = 1000; seed < 1013; seed += 1) {
      const { broken, ended } = await runSeed(seed, new Set(), [name]);
      expect(broken, `seed ${seed}`).toEqual([]);
      done += Object.keys(ended).filter((each) => each.endsWith(' done')).length;
    }
    // Dice that let nobody through would break no promise.
    expect(done).toBeGreaterThan(0);
  },
);

test.each(pinned)('seed $seed of $story: $found', { timeout: 60_000 }, async ({ seed, story }) => {
  expect(Object.keys(stories)).toContain(story);
  expect((await runSeed(seed, new Set(), [story])).broken).toEqual([]);
});

test.each(mutants)('$name: what the mutant replaces stands there once', ({ file, find }) => {
  const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  expect(source.split(find)).toHaveLength(2);
});
