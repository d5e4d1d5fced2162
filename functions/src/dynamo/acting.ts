import { fromCursor, toCursor } from './cursor.ts';
import type { Act, MemoryItems } from './memory-items.ts';
import type { Item, Key, Table } from './table.ts';

/** A page of one key of an index, or (`index` absent) of the sort keys of one partition that begin with something. */
export type Listing = {
  limit: number;
  cursor?: string | undefined;
  newestFirst?: boolean;
} & (
  | {
      index: 'byList' | 'byPerson' | 'byReview' | 'byDue';
      key: string;
      /** Only what is sorted from here on (`from`), or up to here (`upTo`). */
      from?: string;
      upTo?: string;
    }
  | { pk: string; prefix: string }
);

/** What a store needs of a table, so that it is written once for both: an act says what it does to either. */
export type Acting = {
  /** Read consistently unless told otherwise. */
  get: (key: Key, options?: { consistent?: boolean }) => Promise<Item | undefined>;
  /** One act by itself: one write unit for each KB. False when its condition does not hold. */
  act: (act: Act) => Promise<boolean>;
  /** All or nothing; two units each. */
  transact: (acts: readonly Act[]) => Promise<boolean>;
  list: (listing: Listing) => Promise<{ items: Item[]; next: string | undefined }>;
};

const sorts = { byList: 'listAt', byPerson: 'listAt', byReview: 'reviewAt', byDue: 'wakeAt' } as const;
const keys = { byList: 'listKey', byPerson: 'personKey', byReview: 'reviewKey', byDue: 'dueKey' } as const;

/** How a page is found: by which attributes, and where the one before ended. */
const planOf = (listing: Listing) => {
  if ('pk' in listing) {
    const { pk, prefix, cursor } = listing;
    return { hash: 'pk', key: pk, sort: 'sk', prefix, from: fromCursor(cursor, { fixed: { pk }, open: ['sk'] }) };
  }
  const [hash, sort] = [keys[listing.index], sorts[listing.index]];
  const { key, cursor } = listing;
  return { hash, key, sort, from: fromCursor(cursor, { fixed: { [hash]: key }, open: ['pk', 'sk', sort] }) };
};

export const makeMemoryActing = (items: MemoryItems): Acting => ({
  get: async (key) => items.get(key),
  act: (act) => items.transact([act]),
  transact: items.transact,
  list: async (listing) => {
    const { hash, key, sort, from, prefix = '' } = planOf(listing);
    const { from: least = '', upTo = '\uffff' } = 'index' in listing ? listing : {};
    const placeOf = (item: Item) => `${item[sort]} ${item['pk']} ${item['sk']}`;
    const sign = listing.newestFirst ? -1 : 1;
    const isAfter = (item: Item) =>
      from === undefined || sign * (placeOf(item) > placeOf({ pk: key, ...from }) ? 1 : -1) > 0;
    const rest = items
      .filter((item) => item[hash] === key && String(item[sort]).startsWith(prefix))
      .filter((item) => String(item[sort]) >= least && String(item[sort]) <= upTo)
      .filter((item) => from === undefined || (placeOf(item) !== placeOf({ pk: key, ...from }) && isAfter(item)))
      .toSorted((a, b) => sign * (placeOf(a) < placeOf(b) ? -1 : 1));
    const page = rest.slice(0, listing.limit);
    const last = page.at(-1);
    const isMore = last !== undefined && rest.length > page.length;
    const place = last && {
      pk: last['pk'],
      sk: last['sk'],
      ...(hash === 'pk' ? {} : { [hash]: key, [sort]: last[sort] }),
    };
    return { items: page, next: isMore ? toCursor(place) : undefined };
  },
});

export const makeDynamoActing = (table: Table): Acting => ({
  get: table.get,
  act: async ({ part }) => {
    if ('check' in part) throw new TypeError('a check alone writes nothing');
    if ('put' in part) {
      const { condition, ...expression } = part.when ?? {};
      return (await table.put(part.put, condition, expression)).applied;
    }
    const { key, update, condition, ...expression } = part.update;
    return (await table.update(key, update, condition, expression)).applied;
  },
  transact: (acts) => table.transact(acts.map(({ part }) => part)),
  list: async (listing) => {
    const { hash, key, sort, from, prefix } = planOf(listing);
    const { from: least, upTo } = 'index' in listing ? listing : {};
    const ranged =
      prefix !== undefined
        ? 'begins_with(#sort, :prefix)'
        : least !== undefined
          ? '#sort >= :least'
          : upTo !== undefined
            ? '#sort <= :most'
            : undefined;
    const { items, next } = await table.query({
      index: 'index' in listing ? listing.index : undefined,
      condition: ranged === undefined ? '#hash = :key' : `#hash = :key AND ${ranged}`,
      names: { '#hash': hash, ...(ranged === undefined ? {} : { '#sort': sort }) },
      values: {
        ':key': key,
        ...(prefix === undefined ? {} : { ':prefix': prefix }),
        ...(least === undefined ? {} : { ':least': least }),
        ...(upTo === undefined ? {} : { ':most': upTo }),
      },
      limit: listing.limit,
      newestFirst: listing.newestFirst,
      from,
    });
    return { items, next: toCursor(next) };
  },
});
