import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type S3, startS3 } from '../../../local/src/s3/server.ts';
import { makeMemoryObjectStore, makeS3Client, makeS3ObjectStore, type ObjectStore } from './objects.ts';

const region = 'ap-southeast-1';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
const place = { bucket: 'photos', key: 'clean/med_01jbsm0000bbbbbbbbbbbbbbbb/full.jpg' };
const picture = { bytes: new Uint8Array([1, 2, 3, 4]), contentType: 'image/jpeg', cacheControl: 'private, max-age=60' };

const objectStoreCases = (makeStore: () => ObjectStore) => {
  test('写下的能原样读回，删掉就没有了，再删无妨', async () => {
    const store = makeStore();
    await store.put({ ...place, ...picture });
    expect(await store.get({ ...place, maxBytes: 4 })).toEqual(picture.bytes);
    await store.delete(place);
    expect(await store.get({ ...place, maxBytes: 4 })).toBe('absent');
    await store.delete(place);
  });

  test('超过上限的不读', async () => {
    const store = makeStore();
    await store.put({ ...place, ...picture });
    expect(await store.get({ ...place, maxBytes: 3 })).toBe('tooLarge');
  });
};

describe('内存里的对象', () => objectStoreCases(makeMemoryObjectStore));

describe('S3 里的对象', () => {
  let directory: string;
  let s3: S3;
  const client = (secretAccessKey = credentials.secretAccessKey) =>
    makeS3Client({ region, endpoint: s3.endpoint, credentials: () => ({ ...credentials, secretAccessKey }) });

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'objects-'));
    s3 = await startS3({ directory, buckets: ['photos'], credentials, region });
  });
  afterAll(async () => {
    await s3.stop();
    rmSync(directory, { recursive: true });
  });

  objectStoreCases(() => makeS3ObjectStore(client()));

  test('类型和缓存时间随对象保存', async () => {
    await makeS3ObjectStore(client()).put({ ...place, ...picture });
    const head = await client().send(new HeadObjectCommand({ Bucket: place.bucket, Key: place.key }));
    expect(head).toMatchObject({ ContentType: 'image/jpeg', CacheControl: 'private, max-age=60', ContentLength: 4 });
  });

  test('不是「没有」的失败照样报错', async () => {
    await expect(makeS3ObjectStore(client('guess')).get({ ...place, maxBytes: 9 })).rejects.toThrow();
  });
});
