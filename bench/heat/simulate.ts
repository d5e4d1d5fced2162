import type { Profile } from './profile.ts';

/** A stream of the same act: so many a second over the whole city, or in the one place that everybody looks at. */
export type Flow = {
  profile: Profile;
  perSecond: (second: number) => number;
  at: 'anywhere' | 'one';
  /** By a clock, not by chance. */
  isSteady?: true;
};
export type Hottest = { name: string; write: number; read: number };

/** A generator of the same chances every time (mulberry32). */
export const makeChance = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** How many come in a second when so many are expected. */
const arrivals = (expected: number, chance: () => number): number => {
  if (expected > 50) {
    const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
    return Math.max(0, Math.round(expected + Math.sqrt(expected) * normal));
  }
  let [left, count] = [Math.exp(expected), 0];
  for (left *= chance(); left > 1; left *= chance()) count += 1;
  return count;
};

/** Communities differ: the largest has eight times the people of the average one. */
const communityOf = (count: number, chance: () => number): number =>
  chance() < 0.001 ? 0 : Math.floor(count * chance());

type City = { communities: number; seconds: number; chance: () => number };

/** Second after second, what every partition has to bear; of each kind of partition the busiest second of the busiest one. */
export const hottestOf = (flows: readonly Flow[], { communities, seconds, chance }: City): Hottest[] => {
  const hottest = new Map<string, Hottest>();
  for (let second = 0; second < seconds; second += 1) {
    const busy = new Map<string, Hottest>();
    for (const { profile, perSecond, at, isSteady } of flows) {
      const count = isSteady === true ? perSecond(second) : arrivals(perSecond(second), chance);
      for (let arrival = 0; arrival < count; arrival += 1) {
        const community = at === 'one' ? 0 : communityOf(communities, chance);
        for (const { name, reach, write, read } of profile) {
          if (reach === 'own' || (reach === 'thing' && at !== 'one')) continue;
          const where = reach === 'city' ? name : `${name} ${community}`;
          const load = busy.get(where) ?? { name, write: 0, read: 0 };
          load.write += write;
          load.read += read;
          busy.set(where, load);
        }
      }
    }
    for (const { name, write, read } of busy.values()) {
      const known = hottest.get(name) ?? { name, write: 0, read: 0 };
      hottest.set(name, { name, write: Math.max(known.write, write), read: Math.max(known.read, read) });
    }
  }
  return [...hottest.values()];
};
