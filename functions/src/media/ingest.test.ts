import { createHash } from 'node:crypto';
import type { MediaId, PersonId } from '@suishoupai/shared/ids';
import { fileLimits } from '@suishoupai/shared/media/files';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { aJpeg, heic, markersOf } from './clean.corpus.ts';
import { makeIngest, type SafetyChecker } from './ingest.ts';
import { fileKey, fullKey, rawKey, thumbKey } from './keys.ts';
import { anExe, aPdf } from './look-through.corpus.ts';
import { makeMemoryObjectStore, type ObjectStore } from './objects.ts';
import { anAwaitingPhoto } from './store.cases.ts';
import { type AwaitingMedia, makeMemoryMediaStore } from './store.ts';

const photo = anAwaitingPhoto();
const stranger: PersonId = 'usr_01jbsm0000zzzzzzzzzzzzzzzz';
const key = rawKey(photo.ownerId, photo.id);
const now = new Date('2026-11-03T08:10:00.000Z');
const raw = (uploadKey = key) => `uploads/${uploadKey}`;
const full = `photos/${fullKey(photo.id)}`;
const thumb = `photos/${thumbKey(photo.id)}`;

type Arranged = {
  objects?: Partial<ObjectStore>;
  safety?: SafetyChecker;
  record?: AwaitingMedia;
  openid?: string | undefined;
};

/** A photo that was announced, with its bytes uploaded, and the function that S3's event calls. */
const uploaded = async (bytes: Uint8Array, { objects: broken, safety, record = photo, ...person }: Arranged = {}) => {
  const store = makeMemoryMediaStore();
  const objects = makeMemoryObjectStore();
  const asked: { openid: string; url: string }[] = [];
  const deps = {
    store,
    buckets: { uploads: 'uploads', photos: 'photos' },
    photoUrls: (id: MediaId) => ({ id, url: `https://photos.test/${fullKey(id)}`, thumbUrl: '' }),
    safety: safety ?? {
      checkImage: async (picture) => {
        asked.push(picture);
        return { traceId: 't1' };
      },
    },
    openidOf: async () => ('openid' in person ? person.openid : 'openid-1'),
    now: () => now,
  };
  const upload = (next: Uint8Array, uploadKey = key) =>
    objects.put({ bucket: 'uploads', key: uploadKey, bytes: next, contentType: 'image/jpeg', cacheControl: '' });
  await store.open(record);
  await upload(bytes);
  const ingest = makeIngest({ ...deps, objects });
  const ingestBroken = makeIngest({ ...deps, objects: { ...objects, ...broken } });
  return { store, objects, asked, upload, ingest, ingestBroken };
};

const outage = async () => {
  throw new Error('S3 is away');
};

test('上传变成干净、转正的照片和缩略图，原件随即删除', async () => {
  const { ingest, objects, store } = await uploaded(await aJpeg(6));

  const record = await ingest({ key });

  expect(record).toMatchObject({ state: 'clean', width: 32, height: 48, safety: 'pending' });
  expect(await store.find(photo.ownerId, photo.id)).toEqual(record);
  expect([...objects.kept.keys()]).toEqual([full, thumb]);
  for (const { bytes, contentType, cacheControl } of objects.kept.values()) {
    expect(markersOf(bytes).markers).not.toContain(0xe1);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 32, height: 48 });
    expect([contentType, cacheControl]).toEqual(['image/jpeg', 'private, max-age=86400, immutable']);
  }
});

test('干净以后送去安全检查，结论到了记在照片上', async () => {
  const { ingest, asked, store } = await uploaded(await aJpeg());
  await ingest({ key });
  expect(asked).toEqual([{ openid: 'openid-1', url: `https://photos.test/${fullKey(photo.id)}` }]);
  expect(await store.recordVerdict('t1', 'pass', now)).toMatchObject({
    id: photo.id,
    safety: 'pass',
  });
});

test('结论比登记先到，也不会丢', async () => {
  const { ingest, store } = await uploaded(await aJpeg());
  await store.recordVerdict('t1', 'pass', now);
  expect(await ingest({ key })).toMatchObject({ state: 'clean', safety: 'pass' });
});

test.each([
  ['检查没有被受理', { safety: { checkImage: async () => 'failed' as const } }],
  ['不知道是谁的微信', { openid: undefined }],
])('%s时等人来看', async (_, arranged) => {
  const { ingest } = await uploaded(await aJpeg(), arranged);
  expect(await ingest({ key })).toMatchObject({ state: 'clean', safety: 'held' });
});

test.each([
  ['HEIC', heic, 'unsupportedType'],
  ['超过大小上限的文件', new Uint8Array(mediaLimits.maxBytes + 1), 'tooManyPixels'],
  ['空文件', new Uint8Array(0), 'notAPicture'],
])('%s得到拒绝的原因，什么都不发布，也不送检', async (_, bytes, reason) => {
  const { ingest, objects, asked } = await uploaded(bytes);
  expect(await ingest({ key })).toMatchObject({ state: 'refused', reason });
  expect([...objects.kept.keys()]).toEqual([]);
  expect(asked).toEqual([]);
});

test('事件重复送达不再做任何事', async () => {
  const { ingest, objects, store, asked } = await uploaded(await aJpeg());
  const record = await ingest({ key });
  expect(await ingest({ key })).toBeUndefined();
  expect(await store.find(photo.ownerId, photo.id)).toEqual(record);
  expect(objects.kept.size).toBe(2);
  expect(asked).toHaveLength(1);
});

test('同一份上传的两个事件同时到，结果只有一个', async () => {
  const { ingest, objects, store } = await uploaded(await aJpeg());
  await Promise.all([ingest({ key }), ingest({ key })]);
  expect(await store.find(photo.ownerId, photo.id)).toMatchObject({ state: 'clean', safety: 'pending' });
  expect([...objects.kept.keys()].toSorted()).toEqual([full, thumb]);
});

test.each([
  ['写照片', { put: outage }],
  ['删原件', { delete: outage }],
])('%s时中断，再来一次接着做完', async (_, objects) => {
  const { ingest, ingestBroken, objects: kept } = await uploaded(await aJpeg(), { objects });
  await expect(ingestBroken({ key })).rejects.toThrow('S3 is away');
  expect(await ingest({ key })).toMatchObject({ state: 'clean' });
  expect([...kept.kept.keys()].toSorted()).toEqual([full, thumb]);
});

test('发布以后再传别的内容，换不掉已发布的照片', async () => {
  const { ingest, objects, upload } = await uploaded(await aJpeg());
  await ingest({ key });
  const published = objects.kept.get(full);
  await upload(await aJpeg(1, { width: 64, height: 64 }));

  expect(await ingest({ key })).toMatchObject({ state: 'clean', width: 48 });
  expect(objects.kept.get(full)).toBe(published);
  expect(objects.kept.has(raw())).toBe(false);
});

test('第一份还在处理时传来的第二份，不会混进来', async () => {
  const { ingest, objects, store } = await uploaded(await aJpeg());
  await store.claim(photo.ownerId, photo.id, 'digest of the first upload');
  expect(await ingest({ key })).toMatchObject({ state: 'awaiting' });
  expect([...objects.kept.keys()]).toEqual([]);
});

test('别人用同一个编号上传，动不了这张照片', async () => {
  const { ingest, objects, upload } = await uploaded(await aJpeg());
  await ingest({ key });
  const published = objects.kept.get(full);
  const theirs = rawKey(stranger, photo.id);
  await upload(await aJpeg(1, { width: 64, height: 64 }), theirs);

  expect(await ingest({ key: theirs })).toBeUndefined();
  expect(objects.kept.get(full)).toBe(published);
  expect(objects.kept.has(raw(theirs))).toBe(false);
});

test.each(['', 'raw', 'raw/x/y', `raw/${photo.ownerId}/${photo.id}/more`, `clean/${photo.id}/full.jpg`, '../secret'])(
  '不是本服务签出的键「%s」不理会',
  async (strange) => {
    const { ingest, objects } = await uploaded(await aJpeg());
    expect(await ingest({ key: strange })).toBeUndefined();
    expect([...objects.kept.keys()]).toEqual([raw()]);
  },
);

describe('文件', () => {
  const record = anAwaitingPhoto({ contentType: 'application/pdf', safety: 'pass' });
  const kept = `photos/${fileKey(photo.id)}`;
  const digest = createHash('sha256').update(aPdf()).digest('hex');

  test('看过内容才收下，一个字节不改，记下指纹，只能下载；不送图片检查', async () => {
    const { ingest, objects, store, asked } = await uploaded(aPdf(), { record });
    expect(await ingest({ key })).toMatchObject({ state: 'kept', digest });
    expect(await store.find(photo.ownerId, photo.id)).not.toHaveProperty('expiresAt');
    expect([...objects.kept.keys()]).toEqual([kept]);
    expect(objects.kept.get(kept)).toMatchObject({
      bytes: aPdf(),
      contentType: 'application/pdf',
      contentDisposition: 'attachment',
    });
    expect(asked).toEqual([]);
  });

  test.each([
    ['改名的程序', anExe(), 'notADocument'],
    ['照片', heic, 'notADocument'],
    ['超过大小上限的', new Uint8Array(fileLimits.maxBytes + 1), 'notADocument'],
  ])('%s得到拒绝的原因，什么都不留', async (_, bytes, reason) => {
    const { ingest, objects } = await uploaded(bytes, { record });
    expect(await ingest({ key })).toMatchObject({ state: 'refused', reason });
    expect([...objects.kept.keys()]).toEqual([]);
  });

  test('收下以后再传别的内容，换不掉', async () => {
    const { ingest, objects, upload } = await uploaded(aPdf(), { record });
    await ingest({ key });
    await upload(aPdf('另一份'));
    expect(await ingest({ key })).toMatchObject({ state: 'kept', digest });
    expect(objects.kept.get(kept)?.bytes).toEqual(aPdf());
    expect(objects.kept.has(raw())).toBe(false);
  });

  test.each([
    ['写文件', { put: outage }],
    ['删原件', { delete: outage }],
  ])('%s时中断，再来一次接着做完', async (_, objects) => {
    const { ingest, ingestBroken, objects: all } = await uploaded(aPdf(), { record, objects });
    await expect(ingestBroken({ key })).rejects.toThrow('S3 is away');
    expect(await ingest({ key })).toMatchObject({ state: 'kept', digest });
    expect([...all.kept.keys()]).toEqual([kept]);
  });
});
