import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** The time of one stack: what its functions and its stand-ins take for now. It runs as fast as the real one. */
export type Clock = {
  now: () => Date;
  /** Resolves when everybody has heard of it. Times before now are allowed: demo data begins in the past. */
  moveTo: (at: Date) => Promise<void>;
};

/** Longer than anybody goes without looking at the file. */
const heardAfterMs = 30;

/** A clock that tells the real time until it is moved. */
export const makeClock = (file: string): Clock => {
  let offsetMs = 0;
  const write = () => {
    // Whoever reads meanwhile reads the old one or the new one, never half of it.
    writeFileSync(`${file}.next`, String(offsetMs));
    renameSync(`${file}.next`, file);
  };
  write();
  return {
    now: () => new Date(Date.now() + offsetMs),
    moveTo: async (at) => {
      offsetMs = at.getTime() - Date.now();
      write();
      await wait(heardAfterMs);
    },
  };
};

/** The environment with which each worker of a Node process that is given it goes by the clock. */
export const clockEnv = (file: string) => ({
  CLOCK_FILE: file,
  NODE_OPTIONS: `--import ${new URL('./moved-date.ts', import.meta.url).href}`,
});
