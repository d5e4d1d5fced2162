import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before anything else into each worker that runs functions (`node --import`): from here on `Date` tells the time of the stack's
 * clock. The functions themselves know nothing of it. The process around them keeps the real time: its schedule would make up for every
 * minute that was jumped over.
 */
const file = process.env['CLOCK_FILE'];
const realNow = Date.now;
const lookAgainAfterMs = 5;

let offsetMs = 0;
let lookedAt = Number.NEGATIVE_INFINITY;
const movedNow = (): number => {
  if (file !== undefined && performance.now() - lookedAt > lookAgainAfterMs) {
    offsetMs = Number(readFileSync(file, 'utf8'));
    lookedAt = performance.now();
  }
  return realNow() + offsetMs;
};

if (!isMainThread) {
  Date.now = movedNow;
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [movedNow()] : args, newTarget),
  });
}
