import type { Item, Key, Part } from './table.ts';

/** What the stream would tell of a write. */
export type ItemChange = { before: Item | undefined; after: Item | undefined };

/**
 * A write that goes into a transaction, for both kinds of store: as DynamoDB is told, and what it makes of the item that stands there
 * (undefined: its condition does not hold). Both are proven alike by the cases of the store that makes it.
 */
export type Act = { key: Key; part: Part; apply: (existing: Item | undefined) => (Item & Key) | undefined };

/** Items of one table in memory, shared by the stores that write it together. */
export const makeMemoryItems = (follow: (change: ItemChange) => Promise<void> = async () => {}) => {
  const items = new Map<string, Item & Key>();
  const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
  const get = (key: Key): (Item & Key) | undefined => structuredClone(items.get(nameOf(key)));

  /** All at once; then what follows from each. */
  const write = async (...written: readonly (Item & Key)[]): Promise<void> => {
    const changes = written.map((after) => ({ before: get(after), after: structuredClone(after) }));
    for (const { after } of changes) items.set(nameOf(after), after);
    for (const change of changes) await follow(change);
  };

  return {
    get,
    write,
    remove: async (key: Key): Promise<void> => {
      const before = get(key);
      items.delete(nameOf(key));
      if (before !== undefined) await follow({ before, after: undefined });
    },
    /** All or nothing; false when a condition does not hold. */
    transact: async (acts: readonly Act[]): Promise<boolean> => {
      const written = acts.map(({ key, apply }) => apply(get(key)));
      const applied = written.filter((item) => item !== undefined);
      if (applied.length < acts.length) return false;
      await write(...applied);
      return true;
    },
    /** Copies of all that satisfy a condition, by sort key. */
    filter: (isWanted: (item: Item & Key) => boolean): (Item & Key)[] =>
      [...items.values()]
        .filter(isWanted)
        .map((item) => structuredClone(item))
        .sort((a, b) => (a.sk < b.sk ? -1 : 1)),
  };
};

export type MemoryItems = ReturnType<typeof makeMemoryItems>;
