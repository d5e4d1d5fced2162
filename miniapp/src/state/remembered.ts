import { useSyncExternalStore } from 'react';
import type * as z from 'zod/mini';
import { readStored, writeStored } from './storage.ts';

export type Remembered<T> = {
  get: () => T;
  set: (value: T) => void;
  subscribe: (listener: () => void) => () => void;
};

/** One value shared by every screen and kept between starts. */
export const remembered = <S extends z.ZodMiniType>(key: string, schema: S): Remembered<z.output<S> | undefined> => {
  let value: z.output<S> | undefined;
  let isRead = false;
  const listeners = new Set<() => void>();
  return {
    get: () => {
      if (!isRead) value = readStored(key, schema);
      isRead = true;
      return value;
    },
    set: (next) => {
      value = next;
      isRead = true;
      writeStored(key, next);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export const useRemembered = <T>(store: Remembered<T>): T => useSyncExternalStore(store.subscribe, store.get);
