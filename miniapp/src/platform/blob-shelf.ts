const store = 'photos';
const prefix = 'kept:';

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('suishoupai', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let opened: Promise<IDBDatabase> | undefined;

const ask = async <T>(mode: IDBTransactionMode, question: (photos: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  opened ??= open();
  const transaction = (await opened).transaction(store, mode);
  const request = question(transaction.objectStore(store));
  return await new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
};

/** Addresses by which a page can show and send what lies on the shelf; they end with the page. */
const urls = new Map<string, string>();

const isKept = (path: string): boolean => path.startsWith(prefix);

const load = async (path: string): Promise<string | undefined> => {
  const blob = await ask<Blob | undefined>('readonly', (photos) => photos.get(path)).catch(() => undefined);
  if (blob === undefined) return undefined;
  const url = urls.get(path) ?? URL.createObjectURL(blob);
  urls.set(path, url);
  return url;
};

/** A browser's place for files that outlive the page. */
export const blobShelf = {
  isKept,

  keep: async (url: string, name: string): Promise<string | undefined> => {
    const path = prefix + name;
    try {
      const blob = await (await fetch(url)).blob();
      await ask('readwrite', (photos) => photos.put(blob, path));
      urls.set(path, url);
      return path;
    } catch {
      return undefined;
    }
  },

  /** A shelf that does not answer, as in a page that is being left, is no proof that something is gone. */
  has: async (path: string): Promise<boolean> => {
    const count = await ask('readonly', (photos) => photos.count(path)).catch(() => 1);
    return count > 0;
  },

  paths: async (): Promise<string[]> => {
    const keys = await ask('readonly', (photos) => photos.getAllKeys()).catch(() => []);
    return keys.map(String);
  },

  drop: async (paths: readonly string[]): Promise<void> => {
    for (const path of paths.filter(isKept)) {
      urls.delete(path);
      await ask('readwrite', (photos) => photos.delete(path)).catch(() => undefined);
    }
  },

  /** The address at once, where this page has it already. */
  knownUrl: (path: string): string | undefined => (isKept(path) ? urls.get(path) : path),

  urlOf: async (path: string): Promise<string | undefined> => blobShelf.knownUrl(path) ?? (await load(path)),
};
