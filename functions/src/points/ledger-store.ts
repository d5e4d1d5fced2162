import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Key, Part, Table } from '../dynamo/table.ts';
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
export type Page = { book: BookKey; before: BookRecord; after: BookRecord; entry: EntryRecord };

export type LedgerStore = {
  /** Read consistently; blank before the first entry. */
  book: (key: BookKey) => Promise<BookRecord>;
  /** What stands under a name in a book, read consistently; undefined when nothing does. */
  find: (key: BookKey, name: string) => Promise<Standing | undefined>;
  /** All pages or none; false when a book has moved on since it was read or an entry's name is taken. Four write units a page. */
  write: (pages: readonly Page[]) => Promise<boolean>;
  /** Keeps a refusal under the transfer's name unless something stands there; what stands is returned. */
  refuse: (key: BookKey, refusal: RefusedRecord) => Promise<Standing>;
  /** A page of entries, the newest id first. */
  list: (key: BookKey, cursor?: string) => Promise<{ items: EntryRecord[]; next: string | undefined }>;
};

const pageSize = 20;
const bookPk = ({ communityId, unit, personId }: BookKey) => `${communityId}#${unit}#${personId}`;
const bookKey = (key: BookKey): Key => ({ pk: bookPk(key), sk: 'book' });
const entryPrefix = 'entry#';
const entryKey = (key: BookKey, name: string): Key => ({ pk: bookPk(key), sk: entryPrefix + name });
const listKeys = (key: BookKey): ListKeys => ({ fixed: { pk: bookPk(key) }, open: ['sk'] });

const standingOf = (item: Item): Standing =>
  'refused' in item ? z.parse(RefusedRecord, item) : z.parse(EntryRecord, item);
const entriesOf = (items: readonly Item[]) =>
  items.map(standingOf).filter((standing): standing is EntryRecord => !isRefused(standing));

export const makeMemoryLedgerStore = (): LedgerStore => {
  const items = new Map<string, Item & Key>();
  const placeOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
  const get = (key: Key): Item | undefined => structuredClone(items.get(placeOf(key)));
  const put = (item: Item & Key) => void items.set(placeOf(item), structuredClone(item));
  const book = (key: BookKey): BookRecord => {
    const item = get(bookKey(key));
    return item === undefined ? blankBook : z.parse(BookRecord, item);
  };
  return {
    book: async (key) => book(key),
    find: async (key, name) => {
      const item = get(entryKey(key, name));
      return item === undefined ? undefined : standingOf(item);
    },
    write: async (pages) => {
      const isFree = pages.every(
        (page) => book(page.book).seq === page.before.seq && get(entryKey(page.book, nameOf(page.entry))) === undefined,
      );
      if (!isFree) return false;
      for (const { book: key, after, entry } of pages) {
        put({ ...bookKey(key), ...after });
        put({ ...entryKey(key, nameOf(entry)), ...entry });
      }
      return true;
    },
    refuse: async (key, refusal) => {
      const place = entryKey(key, nameOf(refusal.transfer));
      if (get(place) === undefined) put({ ...place, ...refusal });
      return standingOf(get(place) ?? refusal);
    },
    list: async (key, cursor) => {
      const from = fromCursor(cursor, listKeys(key))?.['sk'];
      const rest = [...items.values()]
        .filter(({ pk, sk }) => pk === bookPk(key) && sk.startsWith(entryPrefix))
        .filter(({ sk }) => from === undefined || sk < String(from))
        .toSorted((a, b) => (a.sk < b.sk ? 1 : -1));
      const page = rest.slice(0, pageSize);
      const last = page.at(-1);
      const next = last === undefined || rest.length <= pageSize ? undefined : toCursor({ pk: last.pk, sk: last.sk });
      return { items: entriesOf(page), next };
    },
  };
};

const partsOf = ({ book, before, after, entry }: Page): Part[] => {
  const isNew = before.seq === 0;
  return [
    {
      put: { ...bookKey(book), ...after },
      when: isNew
        ? { condition: 'attribute_not_exists(pk)' }
        : { condition: 'seq = :seq', values: { ':seq': before.seq } },
    },
    { put: { ...entryKey(book, nameOf(entry)), ...entry }, when: { condition: 'attribute_not_exists(pk)' } },
  ];
};

export const makeDynamoLedgerStore = (table: Table): LedgerStore => ({
  book: async (key) => {
    const item = await table.get(bookKey(key));
    return item === undefined ? blankBook : z.parse(BookRecord, item);
  },
  find: async (key, name) => {
    const item = await table.get(entryKey(key, name));
    return item === undefined ? undefined : standingOf(item);
  },
  write: (pages) => table.transact(pages.flatMap(partsOf)),
  refuse: async (key, refusal) => {
    const item = { ...entryKey(key, nameOf(refusal.transfer)), ...refusal };
    const written = await table.put(item, 'attribute_not_exists(pk)');
    return standingOf(written.applied ? item : (written.existing ?? item));
  },
  list: async (key, cursor) => {
    const { items, next } = await table.query({
      condition: 'pk = :book AND begins_with(sk, :entry)',
      values: { ':book': bookPk(key), ':entry': entryPrefix },
      limit: pageSize,
      newestFirst: true,
      from: fromCursor(cursor, listKeys(key)),
      consistent: false,
    });
    return { items: entriesOf(items), next: toCursor(next) };
  },
});
