import { transferIdOf } from '@suishoupai/shared/ids';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import type { Service } from '../../test/service.ts';
import {
  aListingBody,
  anExchangeId,
  inXfl,
  planned,
  reach,
  type TimebankDoors,
  timebankDoors,
} from './timebank.doors.ts';

/** Listings and exchanges through the front door, on every implementation of the stores. */
export const exchangeCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let at: TimebankDoors;
  beforeEach(async () => {
    service = await makeService();
    at = await timebankDoors(service);
  });

  /** Li, who holds two hours, answers Wang's offer. */
  const answered = async () => {
    await at.earned(at.li, 120);
    const { body: listing } = await at.list(at.wang);
    const { body } = await at.answer(at.li, listing.id, { call: '李爷爷', contact: '13900000002' });
    return body.id;
  };
  const agreed = async () => {
    const id = await answered();
    expect((await at.step(at.wang, id, { what: 'agree', ...reach })).status).toBe(200);
    return id;
  };
  const confirm = (minutes: number) => ({ what: 'confirm', minutes }) as const;
  const total = async () => (await at.book(at.wang)).posted + (await at.book(at.li)).posted;

  describe('挂出来', () => {
    test('审过的才给邻居看；合适的说清为什么；暂停、恢复、结束', async () => {
      const { body: request } = await at.list(at.li, { kind: 'request', building: '3', minutes: 60 });
      const { body: offer } = await at.list(at.wang, { building: '3', times: ['3am', '5pm'] });
      await at.list(at.wang, { skill: 'repair' });
      const seen = (await at.get(at.li, request.id)).body;
      expect(seen.matches).toMatchObject([
        { card: { id: offer.id, isMine: false }, fit: { near: 'building', times: ['3am'], isLongEnough: true } },
      ]);
      expect((await at.get(at.wang, request.id)).body.matches).toEqual([]);
      expect((await at.shown('offer', { skill: 'clinic' })).body.items).toMatchObject([
        { id: offer.id, place: '网格 01 3 栋', words: '退休护士，陪您去社区医院' },
      ]);
      expect((await at.shown('offer')).body.items).toHaveLength(2);
      expect((await at.stepListing(at.li, offer.id, 'pause')).error.code).toBe('access.denied');
      expect((await at.stepListing(at.wang, offer.id, 'pause')).body.state).toBe('paused');
      expect((await at.shown('offer', { skill: 'clinic' })).body.items).toEqual([]);
      expect((await at.answer(at.li, offer.id)).error.code).toBe('listing.stepNotAllowed');
      const again = anActionId();
      expect((await at.stepListing(at.wang, offer.id, 'resume', again)).body.state).toBe('open');
      expect((await at.stepListing(at.wang, offer.id, 'resume', again)).body.state).toBe('open');
      expect((await at.stepListing(at.wang, offer.id, 'end', again)).error.code).toBe('id.reused');
      expect((await at.stepListing(at.wang, offer.id, 'end')).body).toMatchObject({ state: 'ended', maySteps: [] });
      expect((await at.stepListing(at.wang, offer.id, 'resume')).error.code).toBe('listing.stepNotAllowed');
      expect((await at.shown('offer')).body.items).toHaveLength(1);
    });

    test('没过审的别人看不到，也答应不了；三个人投诉先收起来，社区定，可以申诉一次', async () => {
      const { body: held } = await at.list(at.wang, { words: '待审的话' });
      expect((await at.get(at.li, held.id)).error.code).toBe('listing.notFound');
      expect((await at.get(at.wang, held.id)).body).toMatchObject({ words: '待审的话', safety: 'held' });
      expect((await at.answer(at.li, held.id)).error.code).toBe('listing.notFound');
      expect(await at.waiting()).toMatchObject([
        { kind: 'words', listingId: held.id, words: '待审的话', mayJudge: true },
      ]);

      const { body: listing } = await at.list(at.wang);
      const params = { listingId: listing.id };
      const flag = async (name: string) => {
        const { token } = await service.signIn(name);
        return service.call(timebankRoutes.flagListing, {
          token,
          params,
          body: { id: anActionId(), reason: 'advertising' },
        });
      };
      expect(
        (
          await service.call(timebankRoutes.flagListing, {
            token: at.wang.token,
            params,
            body: { id: anActionId(), reason: 'abuse' },
          })
        ).error.code,
      ).toBe('listing.stepNotAllowed');
      await flag('a');
      await flag('a');
      await flag('b');
      expect((await at.get(undefined, listing.id)).body.safety).toBe('pass');
      await flag('c');
      expect((await at.get(undefined, listing.id)).error.code).toBe('listing.notFound');
      const judge = (token: string, verdict: 'pass' | 'hidden') =>
        service.call(timebankStaffRoutes.judgeListing, {
          token,
          params,
          body: { id: anActionId(), verdict, note: '像广告' },
        });
      expect((await judge(at.li.token, 'pass')).error.code).toBe('access.denied');
      await judge(at.staff.token, 'hidden');
      expect((await at.get(at.wang, listing.id)).body).toMatchObject({ safety: 'hidden', takenDown: '像广告' });
      expect(await service.toldOf(at.wang, listing.id)).toEqual(['您的互助信息没有公开']);
      const appeal = (token: string) =>
        service.call(timebankRoutes.appealListing, { token, params, body: { id: anActionId(), note: '不是广告' } });
      expect((await appeal(at.li.token)).error.code).toBe('access.denied');
      expect((await appeal(at.wang.token)).status).toBe(200);
      expect((await judge(at.staff.token, 'pass')).error.code).toBe('access.denied');
      const other = await service.signIn('wei', { role: 'communityStaff', communityId: 'xfl', label: '居委会小魏' });
      expect((await judge(other.token, 'pass')).status).toBe(200);
      expect((await appeal(at.wang.token)).error.code).toBe('listing.stepNotAllowed');
      expect((await at.get(undefined, listing.id)).body.words).toBe('退休护士，陪您去社区医院');
    });

    test('重复的编号答一样的；换了内容、换了人，拒绝；挂满二十条，先结束不用的', async () => {
      const body = aListingBody();
      const send = (token: string, given: object = {}) =>
        service.call(timebankRoutes.makeListing, { token, body: { ...body, ...given } });
      const first = await send(at.wang.token);
      expect((await send(at.wang.token)).body).toEqual((await at.get(at.wang, body.id)).body);
      expect(first.status).toBe(200);
      expect((await send(at.wang.token, { minutes: 30 })).error.code).toBe('id.reused');
      expect((await send(at.li.token)).error.code).toBe('id.reused');
      for (let made = 1; made < 20; made += 1) await at.list(at.wang);
      expect((await at.list(at.wang)).error.code).toBe('listing.tooMany');
      const { body: page } = await at.shown('offer');
      expect(page.items).toHaveLength(20);
      await at.list(at.li);
      const first20 = await at.shown('offer');
      const rest = await at.shown('offer', { cursor: first20.body.next ?? '' });
      expect(new Set([...first20.body.items, ...rest.body.items].map(({ id }) => id)).size).toBe(21);
    });

    test.each([
      ['分钟是小数', { minutes: 30.5 }],
      ['分钟是 0', { minutes: 0 }],
      ['分钟是负的', { minutes: -60 }],
      ['超过一天', { minutes: 481 }],
      ['没有时间', { times: [] }],
      ['时间重复', { times: ['1am', '1am'] }],
      ['没有这种帮忙', { skill: 'gold' }],
      ['没有这个网格', { gridId: 'grd_99' }],
      ['写到门牌', { building: '3-1-501' }],
    ])('%s，拒绝', async (_, given) => {
      expect((await at.list(at.wang, given as object)).status).toBe(400);
    });
  });

  describe('一次互助', () => {
    test('电话只给双方；双方说法不一要调解时，社区才看得到，看了谁的，谁知道', async () => {
      const id = await answered();
      await at.step(at.wang, id, { what: 'agree', ...reach });
      const asSeen = async () => (await at.exchange(at.staff, id)).body.people;
      expect(await asSeen()).toEqual({
        giver: { call: '王阿姨', isVerified: false },
        receiver: { call: '李爷爷', isVerified: false },
      });
      expect((await service.stores.accessLog.list(at.li.personId, undefined)).items).toEqual([]);
      await at.step(at.wang, id, confirm(50));
      await at.step(at.li, id, confirm(20));
      expect(await asSeen()).toMatchObject({ giver: { contact: '13900000001' }, receiver: { contact: '13900000002' } });
      for (const { personId } of [at.li, at.wang]) {
        const { items } = await service.stores.accessLog.list(personId, undefined);
        expect(items).toMatchObject([{ what: 'exchange', who: '幸福里居委会' }]);
      }
    });

    test('答应、同意时冻结、双方确认才转；两本账各一行，一个编号', async () => {
      const id = await answered();
      expect(await at.book(at.li)).toMatchObject({ posted: 120, reserved: 0 });
      const before = (await at.exchange(at.wang, id)).body;
      expect(before).toMatchObject({ state: 'answered', role: 'giver', isMyTurn: true, may: ['agree', 'decline'] });
      expect(before.people.receiver).toEqual({ call: '李爷爷', isVerified: false });
      const { body } = await at.step(at.wang, id, { what: 'agree', ...reach });
      expect(body).toMatchObject({
        state: 'agreed',
        clock: { what: 'remind' },
        people: { receiver: { contact: '13900000002' } },
      });
      expect((await at.exchange(at.li, id)).body.people.giver).toMatchObject({
        call: '王阿姨',
        contact: '13900000001',
      });
      expect(await at.book(at.li)).toMatchObject({ posted: 120, reserved: 60, free: 60 });
      await at.step(at.wang, id, confirm(50));
      expect((await at.exchange(at.li, id)).body).toMatchObject({ state: 'agreed', confirmed: { giver: 50 } });
      expect((await at.step(at.li, id, { what: 'callOff', reason: 'busy' })).error.code).toBe(
        'exchange.stepNotAllowed',
      );
      const settled = await at.step(at.li, id, confirm(50));
      expect(settled.body).toMatchObject({ state: 'settled', settledMinutes: 50 });
      expect(settled.body.people.giver.contact).toBeUndefined();
      expect(await at.book(at.li)).toMatchObject({ posted: 70, reserved: 0, free: 70 });
      expect(await at.book(at.wang)).toMatchObject({ posted: 50, free: 50 });
      const [gave] = await at.lines(at.li);
      const [got] = await at.lines(at.wang);
      expect([gave?.moved, got?.moved]).toEqual([-50, 50]);
      expect([gave?.id, got?.id]).toEqual([transferIdOf(id), transferIdOf(id)]);
      expect(got?.cause).toEqual({ kind: 'exchange', id });
      await at.step(at.li, id, { what: 'rate', stars: 5 });
      expect((await at.step(at.li, id, { what: 'rate', stars: 1 })).error.code).toBe('exchange.stepNotAllowed');
      const { body: listing } = await at.get(undefined, before.listingId);
      expect(listing.owner).toEqual({ done: 1, stars: 5 });
      expect((await service.toldOf(at.wang, id)).toSorted()).toEqual([
        '互助完成，记 50 分钟',
        '有邻居答应了，请看一看',
      ]);
      expect((await service.toldOf(at.li, id)).toSorted()).toEqual([
        '互助完成，记 50 分钟',
        '对方确认了时长，请您也确认',
        '约好了',
      ]);
    });

    test('时长不够，约不成，也没有东西冻结；挣够了换个编号就成', async () => {
      const { body: listing } = await at.list(at.wang, { kind: 'request' });
      const { body } = await at.answer(at.li, listing.id);
      const refused = await at.step(at.wang, body.id, { what: 'agree', ...reach });
      expect(refused.error.code).toBe('hours.insufficient');
      expect((await at.exchange(at.wang, body.id)).body.state).toBe('answered');
      expect((await at.list(at.li)).status).toBe(200);
      const offer = (await at.list(at.wang)).body;
      expect((await at.answer(at.li, offer.id)).error.code).toBe('hours.insufficient');
      await at.earned(at.wang, 60);
      expect((await at.step(at.wang, body.id, { what: 'agree', ...reach })).body.state).toBe('agreed');
      expect(await at.book(at.wang)).toMatchObject({ posted: 60, free: 0 });
    });

    test('同时答应两个，只有一份时长：约成一个', async () => {
      await at.earned(at.li, 60);
      const { body: listing } = await at.list(at.li, { kind: 'request', minutes: 60 });
      const helpers = await Promise.all(['a', 'b', 'c'].map((name) => service.signIn(name)));
      const made = await Promise.all(helpers.map(async (helper) => (await at.answer(helper, listing.id)).body.id));
      const results = await Promise.all(made.map((id) => at.step(at.li, id, { what: 'agree', ...reach })));
      expect(results.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(
        results.filter(({ status }) => status !== 200).every(({ error }) => error.code === 'hours.insufficient'),
      ).toBe(true);
      expect(await at.book(at.li)).toMatchObject({ posted: 60, reserved: 60, free: 0 });
    });

    test('双方同时确认，不管谁先，转一次', async () => {
      const id = await agreed();
      const sum = await total();
      const version = (await at.exchange(at.li, id)).body.version;
      const both = await Promise.all([
        at.step(at.wang, id, confirm(60), { version }),
        at.step(at.li, id, confirm(60), { version }),
      ]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      expect((await at.exchange(at.li, id)).body.state).toBe('settled');
      expect(await at.book(at.wang)).toMatchObject({ posted: 60 });
      expect(await total()).toBe(sum);
    });

    test('一方取消，一方确认，同时来：一个算数，账是平的', async () => {
      const id = await agreed();
      const version = (await at.exchange(at.li, id)).body.version;
      const both = await Promise.all([
        at.step(at.wang, id, { what: 'callOff', reason: 'ill' }, { version }),
        at.step(at.li, id, confirm(60), { version }),
      ]);
      expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
      const { state } = (await at.exchange(at.li, id)).body;
      const book = await at.book(at.li);
      expect(state === 'calledOff' ? book.free : book.reserved).toBe(state === 'calledOff' ? 120 : 60);
    });

    test('同一步来两遍，做一遍；换了内容，拒绝', async () => {
      const id = await agreed();
      const step = anActionId();
      const version = (await at.exchange(at.li, id)).body.version;
      const twice = await Promise.all([1, 2, 3].map(() => at.step(at.li, id, confirm(60), { id: step, version })));
      expect(twice.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect((await at.exchange(at.li, id)).body.lines.filter(({ what }) => what === 'confirm')).toHaveLength(1);
      expect((await at.step(at.li, id, confirm(30), { id: step })).error.code).toBe('id.reused');
    });

    test('说法不一样，社区调解，写明理由；当事的工作人员不能自己断', async () => {
      const id = await agreed();
      await at.step(at.wang, id, confirm(60));
      const { body } = await at.step(at.li, id, confirm(20));
      expect(body).toMatchObject({ state: 'disputed', confirmed: { giver: 60, receiver: 20 } });
      expect(await at.book(at.li)).toMatchObject({ reserved: 60 });
      expect(await at.waiting()).toMatchObject([{ kind: 'exchange', card: { id, state: 'disputed' } }]);
      expect((await at.mediate(at.li, id, 20)).error.code).toBe('access.denied');
      expect((await at.mediate(at.staff, id, 61)).status).toBe(400);
      const ruled = await at.mediate(at.staff, id, 40);
      expect(ruled.body).toMatchObject({ state: 'settled', settledMinutes: 40 });
      expect(await at.book(at.wang)).toMatchObject({ posted: 40 });
      expect(await at.book(at.li)).toMatchObject({ posted: 80, reserved: 0 });
      const [line] = await at.lines(at.li);
      expect(line).toMatchObject({ moved: -40, by: '幸福里居委会' });
      expect(await at.waiting()).toEqual([]);
      expect((await at.mediate(at.staff, id, 10)).error.code).toBe('exchange.stepNotAllowed');
    });

    test('改口说得一样了，不用调解；都说没做，放回去', async () => {
      const id = await agreed();
      await at.step(at.wang, id, confirm(60));
      await at.step(at.li, id, confirm(0));
      const { body } = await at.step(at.wang, id, confirm(0));
      expect(body.state).toBe('calledOff');
      expect(await at.book(at.li)).toMatchObject({ posted: 120, reserved: 0, free: 120 });
    });

    test('时钟：没人理会就过期；约好了没人说就提醒、放回；一方不说就请社区问', async () => {
      const lapsed = await answered();
      const silent = await agreed();
      await at.earned(at.li, 60);
      const asked = await agreed();
      await at.step(at.wang, asked, confirm(60));
      await service.sweepPoints(new Date('2026-11-19T02:00:01.000Z'));
      const state = async (id: typeof lapsed) => (await at.exchange(at.li, id)).body.state;
      expect(await state(lapsed)).toBe('lapsed');
      expect(await service.toldOf(at.wang, silent)).toContain('做完了吗？请确认时长');
      await service.sweepPoints(new Date('2026-11-19T02:00:01.000Z'));
      await service.sweepPoints(new Date('2026-11-20T02:00:01.000Z'));
      await service.sweepPoints(new Date('2026-11-23T02:00:01.000Z'));
      expect(await state(asked)).toBe('disputed');
      expect(await at.waiting()).toMatchObject([{ kind: 'exchange', card: { id: asked } }]);
      expect(await state(silent)).toBe('agreed');
      const sweep = () => service.sweepPoints(new Date('2026-12-02T02:00:01.000Z'));
      await Promise.all([sweep(), sweep()]);
      expect(await state(silent)).toBe('lapsed');
      expect(await at.book(at.li)).toMatchObject({ reserved: 60 });
      expect((await at.step(at.li, asked, confirm(60))).body.state).toBe('settled');
    });

    test('自己不能答应自己；别人看不到；旧页面不能同意；约在过去、超过对方的时长，拒绝', async () => {
      const { body: listing } = await at.list(at.wang);
      expect((await at.answer(at.wang, listing.id)).error.code).toBe('exchange.ownListing');
      await at.earned(at.li, 240);
      expect((await at.answer(at.li, listing.id, { plannedAt: '2026-11-15T02:00:00.000Z' })).status).toBe(400);
      expect((await at.answer(at.li, listing.id, { plannedAt: '2027-11-15T02:00:00.000Z' })).status).toBe(400);
      expect((await at.answer(at.li, listing.id, { minutes: 121 })).status).toBe(400);
      expect((await at.answer(at.li, listing.id, { minutes: 30.5 })).status).toBe(400);
      expect((await at.answer(at.li, listing.id, { contact: '加我微信' })).status).toBe(400);
      const { body } = await at.answer(at.li, listing.id);
      const stranger = await service.signIn('stranger');
      expect((await at.exchange(stranger, body.id)).error.code).toBe('exchange.notFound');
      expect((await at.step(stranger, body.id, { what: 'withdraw' }, { version: 1 })).error.code).toBe(
        'exchange.notFound',
      );
      expect((await at.step(at.li, body.id, { what: 'agree', ...reach })).error.code).toBe('exchange.stepNotAllowed');
      expect((await at.step(at.wang, body.id, { what: 'agree', ...reach }, { version: 9 })).error.code).toBe(
        'exchange.changed',
      );
      expect((await at.step(at.li, body.id, { what: 'withdraw' })).body.state).toBe('calledOff');
      expect((await at.step(at.wang, body.id, { what: 'agree', ...reach })).error.code).toBe('exchange.stepNotAllowed');
      const list = await service.call(timebankRoutes.listExchanges, { token: at.li.token, params: inXfl, query: {} });
      expect(list.body.items).toMatchObject([{ id: body.id, state: 'calledOff', role: 'receiver', isMyTurn: false }]);
    });

    test('一样的编号答应两次是一次；换了时间，拒绝', async () => {
      await at.earned(at.li, 240);
      const { body: listing } = await at.list(at.wang);
      const id = anExchangeId();
      const first = await at.answer(at.li, listing.id, { id });
      expect((await at.answer(at.li, listing.id, { id })).body).toEqual(first.body);
      expect((await at.answer(at.li, listing.id, { id, minutes: 90 })).error.code).toBe('id.reused');
      expect(first.body.plannedAt).toBe(planned);
    });
  });
};
