import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import { type Act, makeMemoryItems } from '../dynamo/memory-items.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';
import { makeDynamoTakeTry, makeMemoryTakeTry, type TakeTry } from '../dynamo/tries.ts';

const indexes = {
  byList: ['listKey', 'listAt'],
  byPerson: ['personKey', 'listAt'],
  byReview: ['reviewKey', 'reviewAt'],
  byDue: ['dueKey', 'wakeAt'],
} as const;

/** Items of one value in an index, the oldest first unless told otherwise, `upTo` a moment. An index tells keys and `card`, and may lag. */
export type Listed = {
  index: keyof typeof indexes;
  value: string;
  limit: number;
  newestFirst?: boolean;
  upTo?: string;
  cursor?: string | undefined;
};
type Page = { items: (Item & Key)[]; next: string | undefined };

/** The items of the time bank as both kinds of store keep them; what is in an item is said by the store that makes it. */
export type TimebankItems = {
  /** By key, read consistently; undefined when there is none. */
  get: (key: Key) => Promise<Item | undefined>;
  /** All acts or none; false when a condition does not hold, or somebody wrote at the same moment. */
  transact: (acts: readonly Act[]) => Promise<boolean>;
  list: (listed: Listed) => Promise<Page>;
  /** All items of a partition whose sort keys begin so, read consistently; for partitions that are small by rule. */
  within: (pk: string, prefix: string) => Promise<Item[]>;
  takeTry: TakeTry;
};

/** Writes an item whole if the one before it stands there, told by its revision; absent, if nothing stands there. */
export const putOver = (item: Item & Key, was: number | undefined): Act => ({
  key: { pk: item.pk, sk: item.sk },
  part: {
    put: item,
    when:
      was === undefined
        ? { condition: 'attribute_not_exists(pk)' }
        : { condition: 'revision = :was', values: { ':was': was } },
  },
  apply: (existing) =>
    existing?.['revision'] === was && (was !== undefined || existing === undefined) ? item : undefined,
});

/** Writes an item that another one of the same transaction guards. */
export const putAlong = (item: Item & Key): Act => ({
  key: { pk: item.pk, sk: item.sk },
  part: { put: item },
  apply: () => item,
});

const keysOf = ({ index, value }: Listed) => {
  const [hash, range] = indexes[index];
  return { hash, range, list: { fixed: { [hash]: value }, open: ['pk', 'sk', range] } };
};

export const makeMemoryTimebankItems = (items = makeMemoryItems()): TimebankItems => ({
  get: async (key) => items.get(key),
  transact: (acts) => items.transact(acts),
  list: async (listed) => {
    const { hash, range, list } = keysOf(listed);
    const placeOf = (item: Item) => `${item[range]} ${item['pk']} ${item['sk']}`;
    const from = fromCursor(listed.cursor, list);
    const isFirst = listed.newestFirst === true;
    const rest = items
      .filter(
        (item) => item[hash] === listed.value && (listed.upTo === undefined || String(item[range]) <= listed.upTo),
      )
      .filter((item) => from === undefined || (isFirst ? placeOf(item) < placeOf(from) : placeOf(item) > placeOf(from)))
      .toSorted((a, b) => (placeOf(a) < placeOf(b) === isFirst ? 1 : -1));
    const page = rest.slice(0, listed.limit);
    const last = page.at(-1);
    const isMore = last !== undefined && rest.length > page.length;
    const next = isMore
      ? toCursor({ pk: last.pk, sk: last.sk, [hash]: listed.value, [range]: last[range] })
      : undefined;
    return { items: page.map(({ pk, sk, card }) => ({ pk, sk, card })), next };
  },
  within: async (pk, prefix) => items.filter((item) => item.pk === pk && item.sk.startsWith(prefix)),
  takeTry: makeMemoryTakeTry(),
});

export const makeDynamoTimebankItems = (table: Table): TimebankItems => ({
  takeTry: makeDynamoTakeTry(table),
  get: (key) => table.get(key),
  transact: (acts) => table.transact(acts.map(({ part }) => part)),
  list: async (listed) => {
    const { hash, range, list } = keysOf(listed);
    const { items, next } = await table.query({
      index: listed.index,
      condition: `${hash} = :value${listed.upTo === undefined ? '' : ` AND ${range} <= :upTo`}`,
      values: { ':value': listed.value, ...(listed.upTo === undefined ? {} : { ':upTo': listed.upTo }) },
      limit: listed.limit,
      newestFirst: listed.newestFirst,
      from: fromCursor(listed.cursor, list),
    });
    return {
      items: items.map((item) => ({ ...item, pk: String(item['pk']), sk: String(item['sk']) })),
      next: toCursor(next),
    };
  },
  within: async (pk, prefix) => {
    const found: Item[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: 'pk = :pk AND begins_with(sk, :prefix)',
        values: { ':pk': pk, ':prefix': prefix },
        from,
      });
      found.push(...items);
      from = next;
    } while (from !== undefined);
    return found;
  },
});
