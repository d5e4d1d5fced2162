import { AppError } from '@suishoupai/shared/contract/errors';
import type { TicketId } from '@suishoupai/shared/ids';
import type { EnteredReport } from '@suishoupai/shared/tickets/contract';
import { expect, test } from 'vitest';
import { aCommunity, aMediaId, aPersonId, aTicketId, inside, lampCode, outside } from '../../test/builders.ts';
import { community, grid01, wuye } from '../../test/service.ts';
import type { Viewer } from '../http/handlers.ts';
import { makePlacesService } from '../places/service.ts';
import { makeMemoryPlacesStore } from '../places/store.ts';
import { aVisitId } from './fieldwork.builder.ts';
import { makeMemoryVisitStore, type VisitStore } from './visit-store.ts';
import { makeVisitService } from './visits.ts';

const now = new Date('2026-11-16T02:00:00.000Z');
const worker: Viewer = { personId: aPersonId(), grants: [grid01] };
const staff: Viewer = { personId: aPersonId(), grants: [community] };
const grid02 = { ...inside, lng: 121.425 };

const aService = async (visits: VisitStore = makeMemoryVisitStore()) => {
  const places = makeMemoryPlacesStore();
  await places.putCommunity(aCommunity());
  const entered: EnteredReport[] = [];
  let refused: TicketId | undefined;
  const service = makeVisitService({
    visits,
    places: makePlacesService({ places, recentCategories: async () => [] }),
    enter: async (_, report) => {
      if (report.id === refused)
        throw new AppError('media.notReady', [{ field: 'body.photoIds.0', rule: 'x', message: '' }]);
      entered.push(report);
    },
    findTicket: async (id) =>
      entered.some((report) => report.id === id)
        ? { state: 'dispatched', reportedAt: now.toISOString(), dueAt: '2026-11-17T02:00:00.000Z' }
        : undefined,
  });
  const refuse = (id: TicketId | undefined) => {
    refused = id;
  };
  return { ...service, entered, refuse };
};

const answered = { id: 'a', text: '楼道灯不亮', answer: '已当场换好' };
const raised = (ticketId = aTicketId(), point: typeof inside | typeof grid02 | typeof outside = inside) => ({
  id: 'b',
  text: '门口的井盖松了',
  ticket: { id: ticketId, categoryCode: lampCode, place: { point, label: '3 栋东门' }, photoIds: [aMediaId()] },
});
const aRecord = (overrides: object = {}) => ({
  id: aVisitId(),
  communityId: 'xfl',
  gridId: 'grd_01',
  at: '2026-11-16T01:00:00.000Z',
  household: '3 栋 502 王阿姨',
  phone: '13800000000',
  consent: 'spoken' as const,
  items: [answered, raised()],
  ...overrides,
});
const ground = { communityId: 'xfl', gridId: 'grd_01' };

test('每一条都有回音：答了的写着答复，转工单的看得到办到哪一步', async () => {
  const visits = await aService();
  const line = raised();
  await visits.record(worker, aRecord({ items: [answered, line] }), now);
  expect(visits.entered).toEqual([
    {
      ...line.ticket,
      channel: 'visit',
      description: '门口的井盖松了',
      resident: { name: '3 栋 502 王阿姨', phone: '13800000000', consent: 'spoken' },
    },
  ]);
  const { items } = await visits.list(staff, ground);
  expect(items).toMatchObject([
    { household: '3 栋 502 王阿姨', by: '网格员 01', items: [answered, { ticket: { state: 'dispatched' } }] },
  ]);
});

test('再交一次不再开单；同一编号换了内容不收', async () => {
  const visits = await aService();
  const record = aRecord();
  const first = await visits.record(worker, record, now);
  expect(await visits.record(worker, record, now)).toEqual(first);
  expect(visits.entered).toHaveLength(1);
  await expect(visits.record(worker, { ...record, household: '别家' }, now)).rejects.toMatchObject({
    code: 'id.reused',
  });
  await expect(visits.record(staff, record, now)).rejects.toMatchObject({ code: 'id.reused' });
});

test('开了单、记录没写成就断了，再交一次补齐', async () => {
  const store = makeMemoryVisitStore();
  let isCut = true;
  const visits = await aService({
    ...store,
    keep: (visit) => (isCut ? Promise.reject(new Error('cut')) : store.keep(visit)),
  });
  const record = aRecord();
  await expect(visits.record(worker, record, now)).rejects.toThrow('cut');
  expect((await visits.list(worker, ground)).items).toEqual([]);
  isCut = false;
  await visits.record(worker, record, now);
  expect((await visits.list(worker, ground)).items).toHaveLength(1);
});

test('一条既没有答复也不转工单，或者两样都有，指出是哪一条，一张单也不开', async () => {
  const visits = await aService();
  const half = { id: 'c', text: '还有一件' };
  for (const line of [half, { ...raised(), answer: '好的' }]) {
    await expect(
      visits.record(worker, aRecord({ items: [raised(), { ...line, id: 'c' }] }), now),
    ).rejects.toMatchObject({
      details: [{ field: 'body.items.1.answer' }],
    });
  }
  expect(visits.entered).toEqual([]);
});

test('位置在社区外，或网格员写到别的网格，先说清楚，一张单也不开', async () => {
  const visits = await aService();
  const items = [raised(), { ...raised(aTicketId(), grid02), id: 'c' }];
  await expect(visits.record(worker, aRecord({ items }), now)).rejects.toMatchObject({
    details: [{ field: 'body.items.1.ticket.place' }],
  });
  await expect(visits.record(worker, aRecord({ items: [raised(aTicketId(), outside)] }), now)).rejects.toMatchObject({
    code: 'place.outside',
  });
  await expect(visits.record(worker, aRecord({ items: [raised(aTicketId('other'))] }), now)).rejects.toMatchObject({
    details: [{ field: 'body.items.0.ticket.id' }],
  });
  expect(visits.entered).toEqual([]);
  await visits.record(staff, aRecord({ items }), now);
  expect(visits.entered).toHaveLength(2);
});

test('第二张单被拒，说出是第几条；改好再交，两张都在，记录也在', async () => {
  const visits = await aService();
  const [one, two] = [raised(), { ...raised(), id: 'c' }];
  const record = aRecord({ items: [one, two] });
  visits.refuse(two.ticket.id);
  await expect(visits.record(worker, record, now)).rejects.toMatchObject({
    code: 'media.notReady',
    details: [{ field: 'body.items.1.ticket.photoIds.0' }],
  });
  visits.refuse(undefined);
  expect(await visits.record(worker, record, now)).toMatchObject({ items: [{ ticket: {} }, { ticket: {} }] });
});

test('走访时间不能在将来，也不能隔太久；没有的网格不收', async () => {
  const visits = await aService();
  for (const at of ['2026-11-16T03:00:00.000Z', '2026-10-01T02:00:00.000Z']) {
    await expect(visits.record(worker, aRecord({ at }), now)).rejects.toMatchObject({
      details: [{ field: 'body.at' }],
    });
  }
  await expect(visits.record(staff, aRecord({ gridId: 'grd_99' }), now)).rejects.toMatchObject({
    details: [{ field: 'body.gridId' }],
  });
});

test('家庭情况只给本网格的网格员和社区工作人员看', async () => {
  const visits = await aService();
  const denied = { code: 'access.denied' };
  const department: Viewer = { personId: aPersonId(), grants: [wuye] };
  for (const viewer of [department, { personId: aPersonId(), grants: [{ ...grid01, gridId: 'grd_02' }] } as Viewer]) {
    await expect(visits.record(viewer, aRecord(), now)).rejects.toMatchObject(denied);
    await expect(visits.list(viewer, ground)).rejects.toMatchObject(denied);
  }
});
