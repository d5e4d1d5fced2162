import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FaultKind } from './faults.ts';
import { type Run, runSeed } from './run.ts';
import type { StoryName } from './stories.ts';

/** A run without its faults by name: how often each kind happened. */
export type Told = Omit<Run, 'faults'> & { faults: Partial<Record<FaultKind, number>> };

const toldOf = ({ faults, ...run }: Run): Told => {
  const counts: Told['faults'] = {};
  for (const { kind } of faults) counts[kind] = (counts[kind] ?? 0) + 1;
  return { ...run, faults: counts };
};

/** So many seeds go to a process at once: enough to keep it busy, few enough that none waits for another in the end. */
const lot = 20;
export type Lot = { from: number; seeds: number; only?: StoryName | undefined };

export const runLot = async ({ from, seeds, only }: Lot): Promise<Told[]> => {
  const runs: Told[] = [];
  for (let seed = from; seed < from + seeds; seed += 1)
    runs.push(toldOf(await runSeed(seed, new Set(), only === undefined ? undefined : [only])));
  return runs;
};

type Many = Lot & { processes: number; endsAtFirst?: boolean; onRun?: (run: Told) => void };

/** Seeds on several processes; with one, in this one. `endsAtFirst`: no more are begun once one has broken. */
export const runMany = async ({
  from,
  seeds,
  only,
  processes,
  endsAtFirst = false,
  onRun = () => {},
}: Many): Promise<Told[]> => {
  const runs: Told[] = [];
  let next = from;
  const isOver = () => next >= from + seeds || (endsAtFirst && runs.some(({ broken }) => broken.length > 0));
  const nextLot = (): Lot => {
    const size = Math.min(endsAtFirst ? 1 : lot, from + seeds - next);
    next += size;
    return { from: next - size, seeds: size, only };
  };
  const keep = (done: readonly Told[]): void => {
    for (const run of done) onRun(run);
    runs.push(...done);
  };
  if (processes === 1) {
    while (!isOver()) keep(await runLot(nextLot()));
    return runs;
  }
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)));
      const give = () => (isOver() ? child.disconnect() : child.send(nextLot()));
      child.on('message', (done: Told[]) => {
        keep(done);
        give();
      });
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
      give();
    });
  await Promise.all(Array.from({ length: processes }, work));
  return runs.toSorted((a, b) => a.seed - b.seed);
};
