/** A seeded source of whole numbers below a bound (mulberry32), so that a failing vote can be run again. */
export type Dice = (below: number) => number;

export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

export const oneOf = <T>(dice: Dice, list: readonly T[]): T => {
  const found = list[dice(list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

/** `bytes` random bytes in hexadecimal. */
export const hexOf = (dice: Dice, bytes: number): string =>
  Array.from({ length: bytes }, () => dice(256).toString(16).padStart(2, '0')).join('');
