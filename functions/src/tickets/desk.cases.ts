import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { aDutyLine, anActionId, inside, unlistedCode } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import type { Service } from '../../test/service.ts';

/** The desks of the staff, and the first screen of everybody. */
export const deskCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });
  type Desk = Parameters<Journey['queue']>[1];
  const ids = async (person: Journey['cast']['li'], desk: Desk, query: Parameters<Journey['queue']>[2] = {}) =>
    (await on.queue(person, desk, query)).body.items.map(({ id }) => id);

  describe('待办', () => {
    test('只给坐在那里的人看；街道看得到每个部门', async () => {
      const { li, zhang, cheng, grid, liu, sun } = on.cast;
      const ticket = await on.report();
      const mine = await on.queue(zhang, 'dep_wuye');
      expect(mine.body.counts).toEqual({ overdue: 0, today: 0, unaccepted: 1, all: 1 });
      for (const [person, desk] of [
        [zhang, 'dep_chengguan'],
        [cheng, 'dep_wuye'],
        [li, 'dep_wuye'],
        [zhang, 'community'],
        [zhang, 'all'],
        [zhang, 'review'],
        [zhang, 'street'],
        [liu, 'street'],
        [grid, 'grd_02'],
      ] as const) {
        expect((await on.queue(person, desk)).error.code).toBe('access.denied');
      }
      for (const [person, desk] of [
        [liu, 'dep_wuye'],
        [sun, 'dep_wuye'],
        [sun, 'all'],
        [liu, 'all'],
      ] as const) {
        expect(await ids(person, desk)).toEqual([ticket.id]);
      }
      const other = await service.signIn('other', { role: 'coordinator', streetId: 'str_other', label: '别的街道' });
      expect((await on.queue(other, 'all')).error.code).toBe('access.denied');
    });

    test('按状态、类别、网格、部门、是不是我的收窄', async () => {
      const { zhang, liu } = on.cast;
      await on.relist([aDutyLine(), aDutyLine({ categoryCode: 'C0117', departmentId: 'dep_chengguan' })]);
      const first = await on.report();
      const other = await on.report({
        categoryCode: 'C0117',
        place: { point: { ...inside, lng: 121.425 }, label: '二网格' },
      });
      const accepted = await on.take(zhang, 'accept', await on.report());
      expect((await ids(liu, 'all')).toSorted()).toEqual([first.id, other.id, accepted.id].toSorted());
      expect(await ids(liu, 'all', { categoryCode: 'C0117' })).toEqual([other.id]);
      expect(await ids(liu, 'all', { gridId: 'grd_02' })).toEqual([other.id]);
      expect(await ids(liu, 'all', { departmentId: 'dep_chengguan' })).toEqual([other.id]);
      expect(await ids(liu, 'all', { state: 'accepted' })).toEqual([accepted.id]);
      expect(await ids(zhang, 'dep_wuye', { isMine: 'yes' })).toEqual([accepted.id]);
    });

    test('办完的、挂账的、并走的，各在该在的地方', async () => {
      const { zhang, liu, li, grid } = on.cast;
      const done = await on.resolved();
      const parked = await on.take(liu, 'park', await on.accepted());
      const kept = await on.report();
      await on.take(liu, 'merge', await on.report(), { ticketId: kept.id });
      expect(await ids(zhang, 'dep_wuye')).toEqual([kept.id]);
      expect(await ids(grid, 'grd_01')).toEqual([done.id]);
      expect(await ids(liu, 'community')).toEqual([parked.id]);
      await on.take(li, 'confirm', done);
      expect(await ids(grid, 'grd_01')).toEqual([]);
      expect((await ids(liu, 'all')).toSorted()).toEqual([kept.id, parked.id].toSorted());
    });

    test('待审核的一页一页看得完，不重不漏', async () => {
      const { liu } = on.cast;
      for (let count = 0; count < 23; count += 1) {
        await service.moveTo(new Date(Date.parse('2026-11-16T02:00:00.000Z') + count * 1000).toISOString());
        await on.report();
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await on.queue(liu, 'review', cursor === undefined ? {} : { cursor });
        if (cursor === undefined) expect(body.counts?.all).toBe(23);
        seen.push(...body.items.map(({ reportedAt }) => reportedAt));
        cursor = body.next;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(23);
      expect(seen).toEqual(seen.toSorted());
    });
  });

  describe('成批派遣', () => {
    test('一件件派，派不成的说出为什么，不耽误别的；再交一次不多派', async () => {
      const { liu, zhang } = on.cast;
      const reports = [];
      for (let count = 0; count < 3; count += 1) {
        reports.push(await on.take(liu, 'file', await on.report({ categoryCode: unlistedCode })));
      }
      const [one, two, gone] = reports;
      if (one === undefined || two === undefined || gone === undefined) throw new Error('three were reported');
      await on.take(liu, 'dispatch', gone);
      const items = [one, two, gone].map(({ id, version }) => ({ id: anActionId(), ticketId: id, version }));
      const batch = () =>
        service.call(ticketRoutes.dispatchBatch, { token: liu.token, body: { departmentId: 'dep_wuye', items } });
      const { body } = await batch();
      expect(body.items).toEqual([
        { ticketId: one.id },
        { ticketId: two.id },
        { ticketId: gone.id, refusal: { code: 'ticket.changed', message: expect.any(String) } },
      ]);
      expect((await batch()).body).toEqual(body);
      expect(await ids(zhang, 'dep_wuye')).toHaveLength(3);
      expect((await on.stored(one.id)).events.filter(({ step }) => step === 'dispatch')).toHaveLength(1);
    });

    test('负面清单挡下的，说出是哪一条', async () => {
      const { liu } = on.cast;
      const rule = { id: 'neg_danger', codes: ['E04'], text: '群发性事件的处置', basis: '示例' };
      await on.relist([aDutyLine()], [rule]);
      const filed = await on.take(liu, 'file', await on.report({ categoryCode: unlistedCode }));
      const items = [{ id: anActionId(), ticketId: filed.id, version: filed.version }];
      const { body } = await service.call(ticketRoutes.dispatchBatch, {
        token: liu.token,
        body: { departmentId: 'dep_juwei', items },
      });
      expect(body.items[0]?.refusal).toEqual({
        code: 'department.notAuthorised',
        message: '群发性事件的处置（示例）',
      });
    });
  });

  describe('首页', () => {
    test('身边的，正在办的排在办完的前面，不予立案、撤回、并走的不出现', async () => {
      const { li, liu } = on.cast;
      const open = await on.report();
      await service.moveTo('2026-11-16T03:00:00.000Z');
      await on.take(li, 'withdraw', await on.report());
      await on.take(liu, 'merge', await on.report(), { ticketId: open.id });
      await on.take(liu, 'decline', await on.report({ categoryCode: unlistedCode }));
      const done = await on.closed();
      const home = (await service.call(ticketRoutes.getHome, { query: { communityId: 'xfl' } })).body;
      expect(home.nearby.map(({ id }) => id)).toEqual([open.id, done.id]);
    });

    test('一次请求给全；等我说话的排在前面', async () => {
      const { li, zhang } = on.cast;
      const waiting = await on.take(zhang, 'ask', await on.accepted());
      await service.moveTo('2026-11-16T03:00:00.000Z');
      const open = await on.report();
      const home = (await service.call(ticketRoutes.getHome, { token: li.token, query: {} })).body;
      expect(home.community.name).toBe('幸福里社区');
      expect(home.mine.map(({ id }) => id)).toEqual([waiting.id, open.id]);
      const signedOut = (await service.call(ticketRoutes.getHome, { query: { communityId: 'xfl' } })).body;
      expect(signedOut).toMatchObject({ mine: [], unread: 0 });
      expect(signedOut.nearby).toHaveLength(2);
    });

    test('公开列表按结果分开，挂账、待核查、办结不混', async () => {
      const { liu } = on.cast;
      const [parked, resolved, closed] = [
        await on.take(liu, 'park', await on.accepted()),
        await on.resolved(),
        await on.closed(),
      ];
      const listed = async (outcome: 'parked' | 'resolved' | 'closed' | 'open') =>
        (await service.call(ticketRoutes.listTickets, { query: { communityId: 'xfl', outcome } })).body.items.map(
          ({ id }) => id,
        );
      expect([await listed('parked'), await listed('resolved'), await listed('closed'), await listed('open')]).toEqual([
        [parked.id],
        [resolved.id],
        [closed.id],
        [],
      ]);
    });
  });
};
