import { expect, test } from 'vitest';
import { aCommunity, aMediaId, anActionId, aPersonId, aTicketId } from '../../test/builders.ts';
import { community, grid01, wuye } from '../../test/service.ts';
import type { Viewer } from '../http/handlers.ts';
import { makeMemoryMediaStore } from '../media/store.ts';
import { aPatrolId } from './fieldwork.builder.ts';
import { makeMemoryPatrolStore } from './patrol-store.ts';
import { makePatrolService } from './patrols.ts';

const now = new Date('2026-11-16T02:00:00.000Z');
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const worker: Viewer = { personId: aPersonId(), grants: [grid01] };
const staff: Viewer = { personId: aPersonId(), grants: [community] };
const department: Viewer = { personId: aPersonId(), grants: [wuye] };
const known = aTicketId();

const aService = () => {
  const media = makeMemoryMediaStore();
  const patrols = makePatrolService({
    patrols: makeMemoryPatrolStore(),
    places: { getCommunity: async () => aCommunity() },
    reportedAt: async (id) => (id === known ? '2026-11-16T02:00:00.000Z' : undefined),
    photosOf: media.findMany,
    photoUrls: (id) => ({ id, url: `https://photos/${id}`, thumbUrl: `https://photos/${id}/thumb` }),
  });
  const photo = async (state: 'clean' | 'awaiting' = 'clean', ownerId = worker.personId) => {
    const id = aMediaId();
    const createdAt = now.toISOString();
    const upload = { ownerId, id, contentType: 'image/jpeg', size: 1, safety: 'pending', createdAt } as const;
    await media.open({ ...upload, state: 'awaiting', expiresAt: 2_000_000_000 });
    if (state === 'clean') await media.settle(ownerId, id, { state, width: 8, height: 8 });
    return id;
  };
  return { ...patrols, photo };
};

const aList = (overrides: object = {}) => ({
  id: aPatrolId(),
  communityId: 'xfl',
  gridId: 'grd_01',
  day: '2026-11-16',
  items: [
    { id: 'b', text: '消防通道是否畅通' },
    { id: 'a', text: '楼道有无飞线充电', place: '5 栋' },
  ],
  ...overrides,
});
const fine = (item: string) => ({ id: anActionId(), item, outcome: 'fine' as const });

test('社区为网格排一天的清单，网格员一条一条查，看得到做了几条', async () => {
  const patrols = aService();
  const list = aList();
  const made = await patrols.make(staff, list, now);
  expect(made).toMatchObject({ madeBy: community.label, progress: { done: 0, total: 2, left: 2, isOver: false } });
  expect(made.items.map(({ id }) => id)).toEqual(['b', 'a']);

  const photoIds = [await patrols.photo()];
  await patrols.check(
    worker,
    list.id,
    { id: anActionId(), item: 'a', outcome: 'mended', note: '已拔掉', photoIds },
    now,
  );
  const { items } = await patrols.list(worker, { communityId: 'xfl', gridId: 'grd_01', day: '2026-11-16' }, now);
  expect(items).toMatchObject([
    {
      progress: { done: 1, total: 2, left: 1 },
      items: [
        { id: 'b' },
        { check: { outcome: 'mended', note: '已拔掉', by: '网格员 01', photos: [{ id: photoIds[0] }] } },
      ],
    },
  ]);
});

test('同一条再交一次，回到第一次的结果；换一种结果，告诉他已经有人查过', async () => {
  const patrols = aService();
  const { id } = await patrols.make(staff, aList(), now);
  const first = fine('a');
  const checked = await patrols.check(worker, id, first, now);
  expect(await patrols.check(worker, id, first, now)).toEqual(checked);
  expect(await patrols.check(staff, id, fine('a'), hoursLater(1))).toMatchObject({
    items: [{}, { check: { by: '网格员 01', at: now.toISOString() } }],
  });
  const mended = { item: 'a', outcome: 'mended', note: '清理了' } as const;
  await expect(patrols.check(staff, id, { id: anActionId(), ...mended }, now)).rejects.toMatchObject({
    code: 'patrol.itemChecked',
  });
  await expect(patrols.check(worker, id, { id: first.id, ...mended }, now)).rejects.toMatchObject({
    code: 'id.reused',
  });
});

test('转工单的一条带着工单号；没有的工单、别的社区的工单不收', async () => {
  const patrols = aService();
  const { id } = await patrols.make(worker, aList(), now);
  const toTicket = (ticketId: string) => ({ id: anActionId(), item: 'a', outcome: 'ticket' as const, ticketId });
  for (const ticketId of [aTicketId(), aTicketId('other')]) {
    await expect(patrols.check(worker, id, toTicket(ticketId), now)).rejects.toMatchObject({ code: 'ticket.notFound' });
  }
  const number = `261116-${known.slice(-5).toUpperCase()}`;
  expect(await patrols.check(worker, id, toTicket(known), now)).toMatchObject({
    items: [{}, { check: { ticket: { id: known, number } } }],
  });
});

test('一天过完，没查的就是没查；补查看得出是补的', async () => {
  const patrols = aService();
  const { id } = await patrols.make(worker, aList(), now);
  await patrols.check(worker, id, fine('a'), now);
  const late = await patrols.check(worker, id, fine('b'), hoursLater(24));
  expect(late.progress).toEqual({ done: 2, total: 2, left: 1, isOver: true });
  expect(late.items.map(({ check }) => check?.isLate)).toEqual([true, false]);
});

test('不到日子不能查；过去的日子、太远的日子不能排，已经排下的再交一次还是那一份', async () => {
  const patrols = aService();
  const tomorrow = aList({ day: '2026-11-17' });
  const made = await patrols.make(worker, tomorrow, now);
  await expect(patrols.check(worker, made.id, fine('a'), now)).rejects.toMatchObject({ code: 'patrol.notYet' });
  for (const day of ['2026-11-15', '2027-01-16']) {
    await expect(patrols.make(worker, aList({ day }), now)).rejects.toMatchObject({
      details: [{ field: 'body.day' }],
    });
  }
  expect(await patrols.make(worker, tomorrow, hoursLater(72))).toMatchObject({ id: made.id, day: '2026-11-17' });
  await expect(patrols.make(worker, { ...tomorrow, day: '2026-11-18' }, now)).rejects.toMatchObject({
    code: 'id.reused',
  });
});

test('只有本网格的网格员和社区工作人员进得来', async () => {
  const patrols = aService();
  const denied = { code: 'access.denied' };
  await expect(patrols.make(worker, aList({ gridId: 'grd_02' }), now)).rejects.toMatchObject(denied);
  await expect(patrols.make(department, aList(), now)).rejects.toMatchObject(denied);
  const { id } = await patrols.make(staff, aList({ gridId: 'grd_02' }), now);
  await expect(patrols.check(worker, id, fine('a'), now)).rejects.toMatchObject(denied);
  const day = { communityId: 'xfl', day: '2026-11-16' };
  await expect(patrols.list(worker, day, now)).rejects.toMatchObject(denied);
  expect((await patrols.list(staff, day, now)).items).toHaveLength(1);
});

test('没有的网格、清单、条目，没洗好或别人的照片，都说清楚', async () => {
  const patrols = aService();
  const { id } = await patrols.make(staff, aList(), now);
  await expect(patrols.make(staff, aList({ gridId: 'grd_99' }), now)).rejects.toMatchObject({
    details: [{ field: 'body.gridId' }],
  });
  await expect(patrols.make(staff, aList({ id: aPatrolId('other') }), now)).rejects.toMatchObject({
    details: [{ field: 'body.id' }],
  });
  await expect(patrols.check(staff, aPatrolId(), fine('a'), now)).rejects.toMatchObject({ code: 'patrol.notFound' });
  await expect(patrols.check(staff, id, fine('z'), now)).rejects.toMatchObject({ details: [{ field: 'body.item' }] });
  const withPhoto = (photoId: Awaited<ReturnType<typeof patrols.photo>>) => ({
    id: anActionId(),
    item: 'a',
    outcome: 'mended' as const,
    note: '清理了',
    photoIds: [photoId],
  });
  const photos = { awaiting: await patrols.photo('awaiting'), foreign: await patrols.photo('clean', aPersonId()) };
  await expect(patrols.check(worker, id, withPhoto(photos.awaiting), now)).rejects.toMatchObject({
    code: 'media.notReady',
    details: [{ field: 'body.photoIds.0' }],
  });
  await expect(patrols.check(worker, id, withPhoto(photos.foreign), now)).rejects.toMatchObject({
    code: 'media.notFound',
  });
});
