import type { Bucket, StoredObject } from './objects.ts';
import { Refusal } from './refusal.ts';
import { xmlDocument } from './xml.ts';

const pageSize = 1000;
const isAfter = (key: string, start: string) => Buffer.compare(Buffer.from(key), Buffer.from(start)) > 0;

/** The key itself, or with a delimiter the folder it is rolled up into. */
const rolledUp = (key: string, prefix: string, delimiter: string): string => {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end === -1 ? key : key.slice(0, end + delimiter.length);
};

const numberOfKeys = (text: string | null): number => {
  const wanted = Number(text ?? pageSize);
  if (!Number.isInteger(wanted) || wanted < 0) throw new Refusal('InvalidArgument', 'max-keys must be a whole number');
  return Math.min(wanted, pageSize);
};

/** The answer to ListObjectsV2. */
export const listObjects = (bucketName: string, bucket: Bucket, query: URLSearchParams): string => {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const start = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const maxKeys = numberOfKeys(query.get('max-keys'));
  const encode = query.get('encoding-type') === 'url' ? encodeURIComponent : (text: string) => text;

  const entries = new Map<string, StoredObject | 'folder'>();
  for (const object of bucket.list()) {
    if (!object.key.startsWith(prefix)) continue;
    const name = rolledUp(object.key, prefix, delimiter);
    if (isAfter(name, start)) entries.set(name, name === object.key ? object : 'folder');
  }
  const page = [...entries].slice(0, maxKeys);
  const last = page.at(-1)?.[0];
  const isTruncated = entries.size > page.length;
  return xmlDocument('ListBucketResult', {
    Name: bucketName,
    Prefix: encode(prefix),
    Delimiter: delimiter === '' ? undefined : encode(delimiter),
    EncodingType: query.get('encoding-type') ?? undefined,
    MaxKeys: maxKeys,
    KeyCount: page.length,
    IsTruncated: isTruncated,
    NextContinuationToken: isTruncated && last !== undefined ? Buffer.from(last).toString('base64url') : undefined,
    Contents: page.flatMap(([key, object]) =>
      object === 'folder'
        ? []
        : [
            {
              Key: encode(key),
              LastModified: object.lastModified,
              ETag: `"${object.etag}"`,
              Size: object.size,
              StorageClass: 'STANDARD',
            },
          ],
    ),
    CommonPrefixes: page.flatMap(([name, object]) => (object === 'folder' ? [{ Prefix: encode(name) }] : [])),
  });
};
