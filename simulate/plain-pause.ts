import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

/** Whoever pauses in a run lets the others go on instead of the clock on the wall; answers undefined where no run is. */
type Turn = () => Promise<void> | undefined;
let turn: Turn = () => undefined;

const wait = timers.setTimeout;
timers.setTimeout = (async (ms: number, value?: unknown, options?: object) => {
  const others = turn();
  if (others === undefined) return wait(ms, value, options);
  await others;
  return value;
}) as typeof wait;
syncBuiltinESMExports();

export const pauseBy = (given: Turn): void => {
  turn = given;
};
