import { type Run, runSeed } from './run.ts';

/** What kind of thing is broken, whichever ids it has. */
const kindOf = ({ broken }: Run): string => (broken[0] ?? '').replaceAll(/\w+_\w+/g, '').replaceAll(/\d+/g, '');

/** The same seed with as few faults as still break it in the same way: halves first, then one by one. */
export const shrunk = async (run: Run): Promise<Run> => {
  const without = new Set<number>();
  const drawn = ({ faults }: Run) => faults.filter(({ nth }) => nth > 0);
  let best = run;
  for (let size = Math.ceil(drawn(run).length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < drawn(best).length; ) {
      const left = new Set([
        ...without,
        ...drawn(best)
          .slice(at, at + size)
          .map(({ nth }) => nth),
      ]);
      const tried = await runSeed(run.seed, left, run.stories);
      if (tried.broken.length > 0 && kindOf(tried) === kindOf(run)) {
        for (const nth of left) without.add(nth);
        best = tried;
      } else at += size;
    }
  }
  return { ...best, faults: drawn(best) };
};
