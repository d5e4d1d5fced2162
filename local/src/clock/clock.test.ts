import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { clockEnv, makeClock } from './clock.ts';

const directory = mkdtempSync(join(tmpdir(), 'suishoupai-clock-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const asks = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', () => parentPort.postMessage({
    now: new Date().toISOString(), alike: Date.now() - new Date().getTime(), given: new Date(0).getTime(), isDate: new Date() instanceof Date,
  }));
`;

test('a worker that is given the environment goes by the clock, each time it is moved', async () => {
  const file = join(directory, 'clock');
  const clock = makeClock(file);
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(asks)}`), { env: clockEnv(file) });
  const ask = () =>
    new Promise<{ now: string; alike: number; given: number; isDate: boolean }>((resolve) => {
      worker.once('message', resolve);
      worker.postMessage('');
    });
  for (const day of ['2026-01-31', '2030-02-28']) {
    await clock.moveTo(new Date(`${day}T12:00:00.000Z`));
    const answer = await ask();
    expect(answer.now).toContain(day);
    expect(answer).toMatchObject({ given: 0, isDate: true });
    expect(Math.abs(answer.alike)).toBeLessThan(2);
    expect(clock.now().toISOString()).toContain(day);
  }
  await worker.terminate();
});
