import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { makeMemoryItems } from '../src/dynamo/memory-items.ts';
import { makeMemoryStores } from '../src/stores.ts';
import { makeFeed } from './service.ts';

type Container = Map<unknown, unknown> | Set<unknown>;
/** What a store keeps, named by the file that made it; `isTouched` says that it was looked at, which is before it is changed in place. */
type Kept = { name: string; container: Container; bytes: Buffer; isTouched: boolean };

const nameOf = (stack = ''): string => /\/src\/([\w/-]+)\.ts/.exec(stack)?.[1] ?? '';

const watched = (kept: Kept): void => {
  const { container } = kept;
  for (const name of ['get', 'has', 'set', 'add', 'delete', 'clear', 'values', 'keys', 'entries', 'forEach'] as const) {
    const plain: unknown = Reflect.get(container, name);
    if (typeof plain !== 'function') continue;
    const touching = (...given: unknown[]): unknown => {
      kept.isTouched = true;
      return Reflect.apply(plain, container, given);
    };
    Object.defineProperty(container, name, { value: touching });
  }
  const inside = container[Symbol.iterator].bind(container);
  Object.defineProperty(container, Symbol.iterator, {
    value: () => {
      kept.isTouched = true;
      return inside();
    },
  });
};

/** Every Map and Set that is made meanwhile, in order: in memory that is all the state a store has. */
const gathering = <T>(make: () => T): { made: T; all: Kept[] } => {
  const all: Kept[] = [];
  const { Map: PlainMap, Set: PlainSet } = globalThis;
  const gatherer = <C extends MapConstructor | SetConstructor>(plain: C): C =>
    new Proxy(plain, {
      construct: (target, given) => {
        const container = Reflect.construct(target, given) as Container;
        all.push({ name: nameOf(new Error('made').stack), container, bytes: serialize(container), isTouched: false });
        return container;
      },
    });
  globalThis.Map = gatherer(PlainMap);
  globalThis.Set = gatherer(PlainSet);
  try {
    return { made: make(), all };
  } finally {
    globalThis.Map = PlainMap;
    globalThis.Set = PlainSet;
  }
};

/** All of it in the order it was: what lists by order of birth sees no difference. */
const refill = ({ container, bytes }: Kept): void => {
  const copy: unknown = deserialize(bytes);
  container.clear();
  if (container instanceof Map && copy instanceof Map) for (const [key, value] of copy) container.set(key, value);
  if (container instanceof Set && copy instanceof Set) for (const key of copy) container.add(key);
};

/** A plain copy: what stands on the container itself is not written. */
const bytesOf = ({ container }: Kept): Buffer =>
  serialize(container instanceof Map ? new Map(container) : new Set(container));

/** Stores in memory that say which of them are not as they were at the mark, and can be put back to it. */
export const makeCheckpointedStores = () => {
  const feed = makeFeed();
  const { made: stores, all } = gathering(() => makeMemoryStores(undefined, makeMemoryItems(feed.tell)));
  for (const kept of all) watched(kept);
  const changed = () =>
    all.filter((kept) => {
      if (!kept.isTouched) return false;
      const bytes = bytesOf(kept);
      // The same thing may be written in other bytes: only where they differ is it looked at closely.
      return !bytes.equals(kept.bytes) && !isDeepStrictEqual(deserialize(bytes), deserialize(kept.bytes));
    });
  return {
    stores,
    feed,
    mark: (): void => {
      for (const kept of all) {
        // What was read back is written differently from what was built, once.
        kept.bytes = bytesOf(kept);
        refill(kept);
        Object.assign(kept, { bytes: bytesOf(kept), isTouched: false });
      }
    },
    /** Puts everything back to the mark; the files whose stores were not as they were. */
    restore: (): string[] => {
      const found = changed();
      for (const kept of found) refill(kept);
      for (const kept of all) kept.isTouched = false;
      return [...new Set(found.map(({ name }) => name))];
    },
  };
};
