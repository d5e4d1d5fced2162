import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import * as z from 'zod/mini';

const StoredObject = z.object({
  key: z.string(),
  size: z.int(),
  etag: z.string(),
  lastModified: z.iso.datetime(),
  /** Headers to give back with the object, names in lower case. */
  headers: z.record(z.string(), z.string()),
  /** Name of the file beside this description. */
  body: z.string(),
});
export type StoredObject = z.output<typeof StoredObject>;

export type ObjectCreated = {
  bucket: string;
  key: string;
  size: number;
  etag: string;
  by: 'ObjectCreated:Put' | 'ObjectCreated:Post';
};

/**
 * The objects of one bucket on disk: `<id>.bin` with the bytes, `<id>.json` with the rest. A description is written after its bytes and
 * replaced in one rename, so a crash leaves the old object or the new one.
 */
export const openBucket = (directory: string) => {
  mkdirSync(directory, { recursive: true });
  const objects = new Map<string, StoredObject>();
  for (const name of readdirSync(directory).filter((file) => file.endsWith('.json'))) {
    const object = z.parse(StoredObject, JSON.parse(readFileSync(join(directory, name), 'utf8')));
    objects.set(object.key, object);
  }
  const bodyFile = (object: StoredObject) => join(directory, object.body);
  const descriptionFile = (object: StoredObject) => bodyFile(object).replace(/\.bin$/, '.json');
  const forget = (object: StoredObject) =>
    Promise.all([rm(descriptionFile(object), { force: true }), rm(bodyFile(object), { force: true })]);

  return {
    find: (key: string): StoredObject | undefined => objects.get(key),

    /** Takes the file at `from` as the object's bytes, in place of an older object of that key. */
    put: async (from: string, object: Omit<StoredObject, 'body'>): Promise<void> => {
      const stored = { ...object, body: `${randomUUID()}.bin` };
      await rename(from, bodyFile(stored));
      await writeFile(`${descriptionFile(stored)}.new`, JSON.stringify(stored));
      await rename(`${descriptionFile(stored)}.new`, descriptionFile(stored));
      const older = objects.get(object.key);
      objects.set(object.key, stored);
      if (older !== undefined) await forget(older);
    },

    read: (object: StoredObject, range?: { start: number; end: number }): Readable =>
      createReadStream(bodyFile(object), range),

    /** Harmless when there is none. */
    remove: async (key: string): Promise<void> => {
      const object = objects.get(key);
      objects.delete(key);
      if (object !== undefined) await forget(object);
    },

    /** Keys in the order of their UTF-8 bytes, as S3 lists them. */
    list: (): StoredObject[] =>
      [...objects.values()].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))),
  };
};

export type Bucket = ReturnType<typeof openBucket>;
