import type { Act, MemoryItems } from './memory-items.ts';
import type { Item, Key, QueryInput, Table, Written } from './table.ts';

/** A store that writes one item at a time, on whichever table: each write carries its condition for both. */
export type OneWrite = {
  /** Read consistently unless told otherwise. */
  get: (key: Key, options?: { consistent?: boolean }) => Promise<Item | undefined>;
  /** Written if its condition holds; the item after it, or the one that stood in the way. */
  write: (act: Act) => Promise<Written>;
};

/** On DynamoDB; a part that only checks is no write. */
export const dynamoWrites = (table: Table): OneWrite => ({
  get: table.get,
  write: ({ key, part }) => {
    if ('put' in part) return table.put(part.put, part.when?.condition, part.when);
    if ('update' in part) {
      const { update, condition, ...expression } = part.update;
      return table.update(key, update, condition, expression);
    }
    throw new Error(`a check of ${key.pk} is no write`);
  },
});

export const memoryWrites = (items: MemoryItems): OneWrite => ({
  get: async (key) => items.get(key),
  write: async ({ key, apply }) => {
    const existing = items.get(key);
    const after = apply(existing);
    if (after === undefined) return { applied: false, existing };
    await items.write(after);
    return { applied: true, item: after };
  },
});

/** Every item of a query, page after page. */
export const eachOf = async (table: Pick<Table, 'query'>, input: Omit<QueryInput, 'from'>): Promise<Item[]> => {
  const found: Item[] = [];
  let from: Item | undefined;
  do {
    const { items, next } = await table.query({ ...input, from });
    found.push(...items);
    from = next;
  } while (from !== undefined);
  return found;
};
