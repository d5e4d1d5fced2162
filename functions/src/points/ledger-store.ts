import { type CommunityId, PersonId } from '@suishoupai/shared/ids';
import { accountName } from '@suishoupai/shared/points/open-book';
import { Unit } from '@suishoupai/shared/points/transfer';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import { type Act, makeMemoryItems } from '../dynamo/memory-items.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';
import { sha256 } from '../votes/signer.ts';
import {
  type BookKey,
  BookRecord,
  blankBook,
  EntryRecord,
  isRefused,
  nameOf,
  RefusedRecord,
  type Standing,
} from './record.ts';

/** One more entry in a book that stands as it was read. */
export type Page = {
  book: BookKey;
  before: BookRecord;
  after: BookRecord;
  entry: EntryRecord;
  /** Stands in the entry's item beside it: what an order knows that the book does not. */
  beside?: Item;
};

export type LedgerStore = {
  /** Read consistently unless told otherwise; blank before the first entry. */
  book: (key: BookKey, options?: { consistent?: boolean }) => Promise<BookRecord>;
  /** What stands under a name in a book, read consistently; undefined when nothing does. */
  find: (key: BookKey, name: string) => Promise<Standing | undefined>;
  /**
   * All pages, and what is written besides, or none; false when a book has moved on since it was read, an entry's name is taken, or a
   * condition besides does not hold. Four write units a page, two for each item besides.
   */
  write: (pages: readonly Page[], besides?: readonly Act[]) => Promise<boolean>;
  /** Keeps a refusal under the transfer's name unless something stands there; what stands is returned. */
  refuse: (key: BookKey, refusal: RefusedRecord) => Promise<Standing>;
  /** A page of entries: of the newest names, what was booked last first. */
  list: (key: BookKey, cursor?: string) => Promise<{ items: EntryRecord[]; next: string | undefined }>;
  /** The entries of a book after number `after` up to number `upTo`, in their order; reads no further back than it has to. */
  between: (key: BookKey, after: number, upTo: number) => Promise<EntryRecord[]>;
  /** The books of a community whose names begin so, by name; one that is a moment old may be missing. */
  books: (communityId: CommunityId, nameBegins?: string) => Promise<BookKey[]>;
};

const pageSize = 20;
const bookPk = ({ communityId, unit, personId }: BookKey) => `${communityId}#${unit}#${personId}`;
const bookKey = (key: BookKey): Key => ({ pk: bookPk(key), sk: 'book' });
const entryPrefix = 'entry#';
/** Where an entry stands: what is kept beside it stands there too. */
export const entryKey = (key: BookKey, name: string): Key => ({ pk: bookPk(key), sk: entryPrefix + name });
const listKeys = (key: BookKey): ListKeys => ({ fixed: { pk: bookPk(key) }, open: ['sk'] });

/** All books of a community stand in one list, by name: they are put there once, with their first entry. */
const booksKey = (communityId: CommunityId) => `${communityId}#books`;
const listedAs = (key: BookKey) => ({
  listKey: booksKey(key.communityId),
  listAt: `${accountName(key.communityId, key.personId, sha256)}#${key.unit}`,
});
const bookAt = (item: Item): BookKey => {
  const [communityId = '', unit, personId] = String(item['pk']).split('#');
  return { communityId, unit: z.parse(Unit, unit), personId: z.parse(PersonId, personId) };
};

const standingOf = (item: Item): Standing =>
  'refused' in item ? z.parse(RefusedRecord, item) : z.parse(EntryRecord, item);
/** A name carries the clock of the phone that made it: within a page the time of the booking decides. */
const entriesOf = (items: readonly Item[]) =>
  items
    .map(standingOf)
    .filter((standing): standing is EntryRecord => !isRefused(standing))
    .toSorted((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1));

const actsOf = ({ book, before, after, entry, beside }: Page): Act[] => {
  const bookItem = { ...bookKey(book), ...listedAs(book), ...after };
  const entryItem = { ...beside, ...entryKey(book, nameOf(entry)), ...entry };
  const isNew = before.seq === 0;
  return [
    {
      key: bookKey(book),
      part: {
        put: bookItem,
        when: isNew
          ? { condition: 'attribute_not_exists(pk)' }
          : { condition: 'seq = :seq', values: { ':seq': before.seq } },
      },
      apply: (existing) => ((isNew ? existing === undefined : existing?.['seq'] === before.seq) ? bookItem : undefined),
    },
    {
      key: entryKey(book, nameOf(entry)),
      part: { put: entryItem, when: { condition: 'attribute_not_exists(pk)' } },
      apply: (existing) => (existing === undefined ? entryItem : undefined),
    },
  ];
};

type Lister = (cursor: string | undefined) => ReturnType<LedgerStore['list']>;

const between = async (list: Lister, after: number, upTo: number): Promise<EntryRecord[]> => {
  const found: EntryRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cursor);
    found.push(...page.items.filter(({ seq }) => seq > after && seq <= upTo));
    cursor = page.next;
  } while (cursor !== undefined && found.length < upTo - after);
  return found.toSorted((a, b) => a.seq - b.seq);
};

export const makeMemoryLedgerStore = (items = makeMemoryItems()): LedgerStore => {
  const list: LedgerStore['list'] = async (key, cursor) => {
    const from = fromCursor(cursor, listKeys(key))?.['sk'];
    const rest = items
      .filter(({ pk, sk }) => pk === bookPk(key) && sk.startsWith(entryPrefix))
      .filter(({ sk }) => from === undefined || sk < String(from))
      .toReversed();
    const page = rest.slice(0, pageSize);
    const last = page.at(-1);
    const next = last === undefined || rest.length <= pageSize ? undefined : toCursor({ pk: last.pk, sk: last.sk });
    return { items: entriesOf(page), next };
  };
  return {
    book: async (key) => {
      const item = items.get(bookKey(key));
      return item === undefined ? blankBook : z.parse(BookRecord, item);
    },
    find: async (key, name) => {
      const item = items.get(entryKey(key, name));
      return item === undefined ? undefined : standingOf(item);
    },
    write: (pages, besides = []) => items.transact([...pages.flatMap(actsOf), ...besides]),
    refuse: async (key, refusal) => {
      const place = entryKey(key, nameOf(refusal.transfer));
      if (items.get(place) === undefined) await items.write({ ...place, ...refusal });
      return standingOf(items.get(place) ?? refusal);
    },
    list,
    between: (key, after, upTo) => between((cursor) => list(key, cursor), after, upTo),
    books: async (communityId, nameBegins = '') =>
      items
        .filter((item) => item['listKey'] === booksKey(communityId) && String(item['listAt']).startsWith(nameBegins))
        .toSorted((a, b) => (String(a['listAt']) < String(b['listAt']) ? -1 : 1))
        .map(bookAt),
  };
};

export const makeDynamoLedgerStore = (table: Table): LedgerStore => {
  const list: LedgerStore['list'] = async (key, cursor) => {
    const { items, next } = await table.query({
      condition: 'pk = :book AND begins_with(sk, :entry)',
      values: { ':book': bookPk(key), ':entry': entryPrefix },
      limit: pageSize,
      newestFirst: true,
      from: fromCursor(cursor, listKeys(key)),
      consistent: false,
    });
    return { items: entriesOf(items), next: toCursor(next) };
  };
  return {
    book: async (key, options) => {
      const item = await table.get(bookKey(key), options);
      return item === undefined ? blankBook : z.parse(BookRecord, item);
    },
    find: async (key, name) => {
      const item = await table.get(entryKey(key, name));
      return item === undefined ? undefined : standingOf(item);
    },
    write: (pages, besides = []) => table.transact([...pages.flatMap(actsOf), ...besides].map(({ part }) => part)),
    refuse: async (key, refusal) => {
      const item = { ...entryKey(key, nameOf(refusal.transfer)), ...refusal };
      const written = await table.put(item, 'attribute_not_exists(pk)');
      return standingOf(written.applied ? item : (written.existing ?? item));
    },
    list,
    between: (key, after, upTo) => between((cursor) => list(key, cursor), after, upTo),
    books: async (communityId, nameBegins = '') => {
      const found: BookKey[] = [];
      let from: Item | undefined;
      do {
        const { items, next } = await table.query({
          index: 'byList',
          condition: nameBegins === '' ? 'listKey = :books' : 'listKey = :books AND begins_with(listAt, :name)',
          values: { ':books': booksKey(communityId), ...(nameBegins === '' ? {} : { ':name': nameBegins }) },
          from,
        });
        found.push(...items.map(bookAt));
        from = next;
      } while (from !== undefined);
      return found;
    },
  };
};

/** The book in a stream record, and whose it is; undefined for every other item. */
export const bookIn = (item: Item | undefined): { key: BookKey; book: BookRecord } | undefined =>
  item?.['sk'] === 'book' ? { key: bookAt(item), book: z.parse(BookRecord, item) } : undefined;

/** The line of a book in a stream record; undefined for every other item, also for a refusal. */
export const entryOf = (item: Item | undefined): EntryRecord | undefined => {
  const isLine = String(item?.['sk']).startsWith(entryPrefix) && item !== undefined && 'account' in item;
  return isLine ? z.parse(EntryRecord, item) : undefined;
};
