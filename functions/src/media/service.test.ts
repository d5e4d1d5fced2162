import type { PersonId, TicketId } from '@suishoupai/shared/ids';
import { mediaRoutes } from '@suishoupai/shared/media/contract';
import { fileRefusalText } from '@suishoupai/shared/media/file-refusals';
import { refusalText } from '@suishoupai/shared/media/labels';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { makeMemoryTurnStore } from '../people/turn-store.ts';
import { makeTurns } from '../people/turns.ts';
import { makePhotoUrls } from './photo-urls.ts';
import { mediaHandlers } from './routes.ts';
import { makeMediaService } from './service.ts';
import { anAwaitingPhoto } from './store.cases.ts';
import { makeMemoryMediaStore } from './store.ts';

const photo = anAwaitingPhoto();
const { ownerId, id, size } = photo;
const body = { id, contentType: 'image/jpeg' as const, size };
const stranger: PersonId = 'usr_01jbsm0000zzzzzzzzzzzzzzzz';
const ticketId: TicketId = 'tkt_xingfu_01jbsm0000cccccccccccccccc';
const otherTicketId: TicketId = 'tkt_xingfu_01jbsm0000dddddddddddddddd';

const aService = () => {
  const clock = { now: new Date('2026-11-03T08:09:10.123Z') };
  const store = makeMemoryMediaStore();
  const signing = {
    site: { region: 'ap-southeast-1', urlSuffix: 'amazonaws.com', endpoint: 'http://127.0.0.1:9000' },
    credentials: () => ({ accessKeyId: 'local', secretAccessKey: 'local-secret' }),
    now: () => clock.now,
  };
  const photoUrls = makePhotoUrls({ ...signing, photosBucket: 'photos' });
  const service = makeMediaService({ ...signing, store, photoUrls, uploadsBucket: 'uploads' });
  return { clock, store, service };
};

test('得到只能传这一张的表单，五分钟有效', async () => {
  const { service } = aService();
  const form = await service.createUpload(ownerId, body);
  expect(z.parse(mediaRoutes.createUpload.response, form)).toMatchObject({
    id,
    url: 'http://127.0.0.1:9000/uploads/',
    fields: { key: `raw/${ownerId}/${id}`, 'Content-Type': 'image/jpeg' },
    expiresAt: '2026-11-03T08:14:10.123Z',
  });
});

test('登记的照片一周没有上传就忘掉', async () => {
  const { service, store } = aService();
  await service.createUpload(ownerId, body);
  expect(await store.find(ownerId, id)).toMatchObject({
    state: 'awaiting',
    createdAt: '2026-11-03T08:09:10.123Z',
    expiresAt: Date.parse('2026-11-10T08:09:10Z') / 1000,
  });
});

test('重复同一个请求得到新的表单，记录不变', async () => {
  const { service, store, clock } = aService();
  await service.createUpload(ownerId, body);
  const before = await store.find(ownerId, id);
  clock.now = new Date('2026-11-03T09:00:00.000Z');
  expect(await service.createUpload(ownerId, body)).toMatchObject({ expiresAt: '2026-11-03T09:05:00.000Z' });
  expect(await store.find(ownerId, id)).toEqual(before);
});

test.each([
  ['换了大小', ownerId, { ...body, size: size + 1 }],
  ['换了类型', ownerId, { ...body, contentType: 'image/png' as const }],
  ['换了人', stranger, body],
])('同一个编号%s就拒绝', async (_, person, other) => {
  const { service } = aService();
  await service.createUpload(ownerId, body);
  await expect(service.createUpload(person, other)).rejects.toMatchObject({ code: 'id.reused' });
});

test('查询上传：等待、干净、拒绝', async () => {
  const { service, store } = aService();
  const handlers = mediaHandlers({ media: service, takeTurn: makeTurns(makeMemoryTurnStore()).take });
  const viewer = { personId: ownerId, grants: [] };
  const ask = () =>
    handlers.getUpload({ viewer, params: { mediaId: id }, query: undefined, body: undefined, now: new Date() });
  await store.open(photo);
  expect(await ask()).toEqual({ state: 'awaiting' });

  await store.settle(ownerId, id, { state: 'clean', width: 1600, height: 1200 });
  const clean = await ask();
  expect(z.parse(mediaRoutes.getUpload.response, clean)).toEqual(clean);
  expect(clean).toMatchObject({ state: 'clean', width: 1600, height: 1200, photo: { id } });
  expect(service.photoUrls(id).url).toMatch(`http://127.0.0.1:9000/photos/clean/${id}/full.jpg?X-Amz-`);
  expect(service.photoUrls(id).thumbUrl).toMatch(`http://127.0.0.1:9000/photos/clean/${id}/thumb.jpg?X-Amz-`);
});

test('被拒的上传说明原因', async () => {
  const { service, store } = aService();
  await store.open(photo);
  await store.settle(ownerId, id, { state: 'refused', reason: 'unsupportedType' });
  expect(await service.getUpload(ownerId, id)).toEqual({
    state: 'refused',
    reason: 'unsupportedType',
    message: refusalText.unsupportedType,
  });
});

test('别人的上传查不到', async () => {
  const { service, store } = aService();
  await store.open(photo);
  await expect(service.getUpload(stranger, id)).rejects.toMatchObject({ code: 'media.notFound' });
});

test('干净、是自己的、没用在别处的照片才能放进一件事', async () => {
  const { service, store } = aService();
  const problem = (person = ownerId, ticket = ticketId) =>
    service.giveTo(ticket, person, [id]).then(
      () => 'none',
      (error: unknown) => error,
    );
  const naming = (code: string) => ({ code, details: [{ field: 'body.photoIds.0' }] });

  expect(await problem()).toMatchObject(naming('media.notFound'));
  await store.open(photo);
  expect(await problem()).toMatchObject(naming('media.notReady'));
  await store.settle(ownerId, id, { state: 'clean', width: 8, height: 8 });
  expect(await problem()).toBe('none');
  expect(await problem(stranger)).toMatchObject(naming('media.notFound'));
  await store.bind(ownerId, id, ticketId);
  expect(await problem()).toBe('none');
  expect(await problem(ownerId, otherTicketId)).toMatchObject(naming('media.refused'));
});

test('被拒的照片放不进一件事', async () => {
  const { service, store } = aService();
  await store.open(photo);
  await store.settle(ownerId, id, { state: 'refused', reason: 'damaged' });
  await expect(service.giveTo(ticketId, ownerId, [id])).rejects.toMatchObject({ code: 'media.refused' });
  await expect(service.giveTo(ticketId, ownerId, [])).resolves.toBeUndefined();
});

describe('文件', () => {
  const file = { id, kind: 'pdf' as const, size: 300_000 };
  const digest = 'd'.repeat(64);

  test('得到只能传这一个文件的表单；重复得到同一条记录，换了种类就拒绝', async () => {
    const { service, store } = aService();
    const form = await service.createFileUpload(ownerId, file);
    expect(form.fields).toMatchObject({ key: `raw/${ownerId}/${id}`, 'Content-Type': 'application/pdf' });
    const before = await store.find(ownerId, id);
    await service.createFileUpload(ownerId, file);
    expect(await store.find(ownerId, id)).toEqual(before);
    for (const other of [
      { ...file, kind: 'docx' as const },
      { ...file, size: 1 },
    ]) {
      await expect(service.createFileUpload(ownerId, other)).rejects.toMatchObject({ code: 'id.reused' });
    }
  });

  test('查询：等待、收下、拒绝；照片里查不到它，它也放不进一件事', async () => {
    const { service, store } = aService();
    await service.createFileUpload(ownerId, file);
    expect(await service.getFileUpload(ownerId, id)).toEqual({ state: 'awaiting' });
    await store.settle(ownerId, id, { state: 'kept', digest });
    const clean = { state: 'clean', kind: 'pdf', size: 300_000, sha256: digest };
    expect(await service.getFileUpload(ownerId, id)).toEqual(clean);
    await expect(service.getFileUpload(stranger, id)).rejects.toMatchObject({ code: 'media.notFound' });
    await expect(service.getUpload(ownerId, id)).rejects.toMatchObject({ code: 'media.notFound' });
    await expect(service.giveTo(ticketId, ownerId, [id])).rejects.toMatchObject({ code: 'media.refused' });
  });

  test('被拒的说明原因；照片在文件里查不到', async () => {
    const { service, store } = aService();
    await service.createFileUpload(ownerId, file);
    await store.settle(ownerId, id, { state: 'refused', reason: 'hasMacros' });
    expect(await service.getFileUpload(ownerId, id)).toEqual({
      state: 'refused',
      reason: 'hasMacros',
      message: fileRefusalText.hasMacros,
    });
    const photos = aService();
    await photos.service.createUpload(ownerId, body);
    await expect(photos.service.getFileUpload(ownerId, id)).rejects.toMatchObject({ code: 'media.notFound' });
  });
});
