import type { RouteName } from './recorder.ts';

/** Write units of the table and read units of table and indexes: `[write, read]`. */
type WriteRead = readonly [write: number, read: number];

/**
 * `floor`: the least that any design takes that keeps what the route promises, with items of at most 1 KB and without indexes. `most`: what it
 * may take here, on the items of the stories; the run fails above. A repeat takes at most one write unit.
 */
export type Budget = { floor: WriteRead; most: WriteRead; because?: string };
export type Budgets = Partial<Record<RouteName, Budget>>;
