import { type Attributes, sizeOf } from './size.ts';

const [writeBytes, readBytes] = [1024, 4096];
/** What a transaction costs more than the same acts by themselves. */
const inTransaction = 2;

/** The part of a table's definition that costs are reckoned from. */
export type Keys = { hash: string; sort: string | undefined };
type Index = Keys & { name: string; projected: readonly string[] | 'all' };
export type TableKeys = Keys & { indexes: readonly Index[] };

/** What one call takes of one partition of a table, or of one of its indexes. */
export type Taken = {
  index?: string;
  partition: string;
  kind: 'write' | 'read';
  units: number;
  isInTransaction?: true;
};

const atLeastOne = (bytes: number, step: number): number => Math.max(1, Math.ceil(bytes / step));
const larger = (...items: (Attributes | undefined)[]): number => Math.max(...items.map(sizeOf));
const partitionOf = (item: Attributes, { hash }: Keys): string => item[hash]?.S ?? '';

/** A write that was applied, or was refused by its condition: by the larger of what stood there and what was to stand there. */
export const writeUnits = (before: Attributes | undefined, after: Attributes | undefined): number =>
  atLeastOne(larger(before, after), writeBytes);

export const transactWriteUnits = (before: Attributes | undefined, after: Attributes | undefined): number =>
  inTransaction * writeUnits(before, after);

/** A query counts what it reads before its filter, as one; a get counts its item. What is projected away counts as well. */
export const readUnits = (bytes: number, isConsistent: boolean): number =>
  atLeastOne(bytes, readBytes) * (isConsistent ? 1 : 0.5);

/** Of each item of a transaction that reads, and of each that a transaction told once more by its token looks at. */
export const transactReadUnits = (item: Attributes | undefined): number =>
  inTransaction * atLeastOne(sizeOf(item), readBytes);

/** What an index holds of an item; undefined where it lacks one of the index's keys. */
const entryOf = (item: Attributes | undefined, index: Index, table: Keys): Attributes | undefined => {
  if (item === undefined) return undefined;
  const keys = [index.hash, index.sort, table.hash, table.sort].filter((name) => name !== undefined);
  if (keys.some((name) => item[name] === undefined)) return undefined;
  if (index.projected === 'all') return item;
  return Object.fromEntries(
    [...new Set([...keys, ...index.projected])].flatMap((name) => {
      const value = item[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
};

const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return (
    left.size === right.size && [...left].every(([name, value]) => right.has(name) && isSame(value, right.get(name)))
  );
};

/** A new entry, one taken away, one put under another key (both), one whose projected part changed; an entry nothing touched costs nothing. */
const indexTaken = (index: Index, table: Keys, before?: Attributes, after?: Attributes): Taken[] => {
  const [old, fresh] = [entryOf(before, index, table), entryOf(after, index, table)];
  const at = (entry: Attributes, bytes: number): Taken => ({
    index: index.name,
    partition: partitionOf(entry, index),
    kind: 'write',
    units: atLeastOne(bytes, writeBytes),
  });
  if (old === undefined) return fresh === undefined ? [] : [at(fresh, sizeOf(fresh))];
  if (fresh === undefined) return [at(old, sizeOf(old))];
  const names = [index.hash, index.sort].filter((name) => name !== undefined);
  if (names.some((name) => !isSame(old[name], fresh[name]))) return [at(old, sizeOf(old)), at(fresh, sizeOf(fresh))];
  return isSame(old, fresh) ? [] : [at(fresh, larger(old, fresh))];
};

/** What a change of an item takes of the indexes. Whether it came in a transaction makes no difference: indexes follow after it. */
export const indexesTaken = (table: TableKeys, before?: Attributes, after?: Attributes): Taken[] =>
  table.indexes.flatMap((index) => indexTaken(index, table, before, after));
