import { expect, test } from 'vitest';
import type { AwaitingMedia, MediaStore } from './store.ts';

const now = new Date('2026-11-03T08:10:00.000Z');
const expiresAt = 1_793_700_000;
const stranger = 'usr_01jbsm0000zzzzzzzzzzzzzzzz';
const clean = { state: 'clean', width: 1600, height: 1200 } as const;
const refused = { state: 'refused', reason: 'damaged' } as const;
const refusedFile = { state: 'refused', reason: 'hasMacros' } as const;
const ticketId = 'tkt_xingfu_01jbsm0000cccccccccccccccc';
const otherTicketId = 'tkt_xingfu_01jbsm0000dddddddddddddddd';

/** A photo that its owner is about to upload. */
export const anAwaitingPhoto = (changes: Partial<AwaitingMedia> = {}): AwaitingMedia => ({
  ownerId: 'usr_01jbsm0000aaaaaaaaaaaaaaaa',
  id: 'med_01jbsm0000bbbbbbbbbbbbbbbb',
  contentType: 'image/jpeg',
  size: 120_000,
  createdAt: '2026-11-03T08:09:10.123Z',
  safety: 'pending',
  state: 'awaiting',
  expiresAt,
  ...changes,
});

/** What every media store promises; run against each of them. */
export const mediaStoreCases = (makeStore: () => Promise<MediaStore>) => {
  const photo = anAwaitingPhoto();
  const { ownerId, id } = photo;
  const other = anAwaitingPhoto({ id: 'med_01jbsm0000eeeeeeeeeeeeeeee' });

  const opened = async () => {
    const store = await makeStore();
    await store.open(photo);
    return store;
  };

  test('登记一次，重复登记得到原来的记录', async () => {
    const store = await makeStore();
    expect(await store.open(photo)).toEqual({ created: true, record: photo });
    expect(await store.open(anAwaitingPhoto({ size: 7 }))).toEqual({ created: false, record: photo });
    expect(await store.find(ownerId, id)).toEqual(photo);
  });

  test('同时登记同一个编号，只有一个成为新的', async () => {
    const store = await makeStore();
    const answers = await Promise.all([1, 2, 3].map((size) => store.open(anAwaitingPhoto({ size }))));
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(answers.map(({ record }) => record.size)).size).toBe(1);
  });

  test('别人看不到也改不了，拿同一个编号登记只会得到原来的记录', async () => {
    const store = await opened();
    expect(await store.open(anAwaitingPhoto({ ownerId: stranger }))).toEqual({ created: false, record: photo });
    expect(await store.find(stranger, id)).toBeUndefined();
    expect(await store.findMany(stranger, [id])).toEqual([undefined]);
    expect(await store.claim(stranger, id, 'theirs')).toBeUndefined();
    expect(await store.settle(stranger, id, refused)).toBeUndefined();
    expect(await store.bind(stranger, id, ticketId)).toBeUndefined();
    expect(await store.judge(stranger, id, 'pass')).toBeUndefined();
    expect(await store.find(ownerId, id)).toEqual(photo);
  });

  test('按要求的顺序取多张，没有的留空', async () => {
    const store = await opened();
    await store.open(other);
    const missing = 'med_01jbsm0000ffffffffffffffff';
    expect(await store.findMany(ownerId, [other.id, missing, id])).toEqual([other, undefined, photo]);
    expect(await store.findMany(ownerId, [])).toEqual([]);
  });

  test('第一份上传认定后，第二份认不走', async () => {
    const store = await opened();
    expect(await store.claim(ownerId, id, 'first')).toEqual({ ...photo, digest: 'first' });
    expect(await store.claim(ownerId, id, 'second')).toEqual({ ...photo, digest: 'first' });
    expect(await store.claim(ownerId, other.id, 'first')).toBeUndefined();
  });

  test('处理完的照片不再过期，也不再被认走', async () => {
    const store = await opened();
    const { expiresAt: _, ...kept } = photo;
    expect(await store.settle(ownerId, id, clean)).toEqual({ ...kept, ...clean });
    expect(await store.claim(ownerId, id, 'late')).toEqual({ ...kept, ...clean });
    expect(await store.find(ownerId, id)).toEqual({ ...kept, ...clean });
  });

  test('收下的文件不再过期，带着指纹', async () => {
    const store = await makeStore();
    const file = anAwaitingPhoto({ contentType: 'application/pdf', safety: 'pass' });
    const { expiresAt: _, ...kept } = file;
    await store.open(file);
    await store.claim(ownerId, id, 'digest');
    const settled = { ...kept, state: 'kept', digest: 'digest' };
    expect(await store.settle(ownerId, id, { state: 'kept', digest: 'digest' })).toEqual(settled);
    expect(await store.settle(ownerId, id, refusedFile)).toEqual(settled);
    expect(await store.find(ownerId, id)).toEqual(settled);
  });

  test('被拒的文件留下原因', async () => {
    const store = await makeStore();
    const file = anAwaitingPhoto({ contentType: 'application/pdf', safety: 'pass' });
    await store.open(file);
    expect(await store.settle(ownerId, id, refusedFile)).toEqual({ ...file, ...refusedFile });
  });

  test('被拒的照片留下原因，到期才忘', async () => {
    const store = await opened();
    expect(await store.settle(ownerId, id, refused)).toEqual({ ...photo, ...refused });
  });

  test('结果只定一次：再送一遍得到第一次的结果', async () => {
    const store = await opened();
    await store.settle(ownerId, id, refused);
    expect(await store.settle(ownerId, id, clean)).toMatchObject(refused);
    expect(await store.settle(ownerId, other.id, clean)).toBeUndefined();
  });

  test('一张照片只归一件事，重复归同一件事无妨', async () => {
    const store = await opened();
    await store.settle(ownerId, id, clean);
    const bound = await store.bind(ownerId, id, ticketId);
    expect(bound).toMatchObject({ ...clean, ticketId, safety: 'pending' });
    expect(await store.bind(ownerId, id, ticketId)).toEqual(bound);
    expect(await store.bind(ownerId, id, otherTicketId)).toBe('boundElsewhere');
    expect(await store.bind(ownerId, other.id, ticketId)).toBeUndefined();
  });

  test('同时归两件事，只有一件得到', async () => {
    const store = await opened();
    const answers = await Promise.all([ticketId, otherTicketId].map((ticket) => store.bind(ownerId, id, ticket)));
    expect(answers.filter((answer) => answer === 'boundElsewhere')).toHaveLength(1);
  });

  test('安全结论只定一次', async () => {
    const store = await opened();
    expect(await store.judge(ownerId, id, 'held')).toMatchObject({ safety: 'held' });
    expect(await store.judge(ownerId, id, 'pass')).toMatchObject({ safety: 'held' });
    expect(await store.judge(ownerId, other.id, 'pass')).toBeUndefined();
  });

  test('先问后答：结论到时得到照片和它所在的事', async () => {
    const store = await opened();
    await store.bind(ownerId, id, ticketId);
    expect(await store.awaitVerdict('t1', { ownerId, id }, now)).toBeUndefined();
    const judged = await store.recordVerdict('t1', 'pass', now);
    expect(judged).toEqual({ ...photo, ticketId, safety: 'pass' });
  });

  test('答案先到：登记追踪号时就有结论', async () => {
    const store = await opened();
    expect(await store.recordVerdict('t1', 'held', now)).toBeUndefined();
    expect(await store.find(ownerId, id)).toEqual(photo);
    expect(await store.awaitVerdict('t1', { ownerId, id }, now)).toEqual({ ...photo, safety: 'held' });
  });

  test('两边同时写，总有一边得到照片', async () => {
    const store = await opened();
    const answers = await Promise.all([
      store.awaitVerdict('t1', { ownerId, id }, now),
      store.recordVerdict('t1', 'pass', now),
    ]);
    expect(answers.filter((answer) => answer?.safety === 'pass').length).toBeGreaterThanOrEqual(1);
    expect(await store.find(ownerId, id)).toEqual({ ...photo, safety: 'pass' });
  });

  test('同一结论重复送达无妨，后来的不同结论不算', async () => {
    const store = await opened();
    await store.awaitVerdict('t1', { ownerId, id }, now);
    const first = await store.recordVerdict('t1', 'pass', now);
    expect(await store.recordVerdict('t1', 'held', now)).toEqual(first);
    expect(await store.awaitVerdict('t1', { ownerId, id }, now)).toEqual(first);
  });

  test('追踪号指向不存在的照片时什么也不发生', async () => {
    const store = await opened();
    await store.awaitVerdict('t1', { ownerId, id: other.id }, now);
    expect(await store.recordVerdict('t1', 'pass', now)).toBeUndefined();
    expect(await store.findMany(ownerId, [id, other.id])).toEqual([photo, undefined]);
  });
};
