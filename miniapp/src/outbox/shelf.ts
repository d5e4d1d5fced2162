import { type Entry, entryFrom } from './entry.ts';

export type Shelf = {
  /** Everything that is kept, of whoever uses this phone, in the order it was made. */
  all: () => Entry[];
  /** False when the phone has no room: then it is known until the program ends, and what was kept of it before stays as it was. */
  put: (entry: Entry) => boolean;
  drop: (key: Entry['key']) => void;
};

type Storage = {
  keys: (prefix: string) => string[];
  read: (key: string) => unknown;
  write: (key: string, value: unknown) => boolean;
};

const prefix = 'outbox:';
/** One storage key for each, so that no write endangers another's; the order stands in the key, so that there is no index to lose. */
const keyOf = ({ order, key }: Pick<Entry, 'order' | 'key'>): string =>
  `${prefix}${String(order).padStart(8, '0')}:${key}`;

export const makeShelf = ({ keys, read, write }: Storage): Shelf => {
  let entries: Entry[] | undefined;
  const all = (): Entry[] => {
    entries ??= keys(prefix)
      .sort()
      .map((key) => entryFrom(read(key)))
      .filter((entry) => entry !== undefined);
    return entries;
  };
  return {
    all,
    put: (entry) => {
      const others = all().filter(({ key }) => key !== entry.key);
      entries = [...others, entry].sort((one, other) => one.order - other.order);
      return write(keyOf(entry), entry);
    },
    drop: (key) => {
      for (const entry of all().filter((each) => each.key === key)) write(keyOf(entry), undefined);
      entries = all().filter((entry) => entry.key !== key);
    },
  };
};
