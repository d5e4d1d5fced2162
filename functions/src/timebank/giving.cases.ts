import { newListingId } from '@suishoupai/shared/ids';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, tail } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { aClaim, opened } from '../households/households.builder.ts';
import { aTransfer } from '../points/points.builder.ts';
import {
  aListingBody,
  anExchangeId,
  aTransferId,
  inXfl,
  planned,
  reach,
  type TimebankDoors,
  timebankDoors,
} from './timebank.doors.ts';

/** Gifts, the pool, staff who act for somebody, and the word that helps to spend; on every implementation of the stores. */
export const givingCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let at: TimebankDoors;
  beforeEach(async () => {
    service = await makeService();
    at = await timebankDoors(service);
  });

  /** Bound to a unit as staff have approved. */
  const bound = async ({ personId }: Person, name: string, room = '501') => {
    const claim = aClaim({ personId, name, room, code: `3-1-${room}`, as: 'member', state: 'approved' });
    expect(await service.stores.claims.change(opened(claim))).toBe(true);
    return claim.id;
  };

  describe('转给家人', () => {
    test('同一户的家人，名字只露一半；转了两本账各一行，家人知道', async () => {
      await bound(at.wang, '王小明');
      const claimId = await bound(at.li, '李小红');
      await at.earned(at.wang, 100);
      expect(await at.kin(at.wang)).toEqual([{ id: claimId, call: '李*红', via: 'household' }]);
      const id = aTransferId();
      const given = await at.give(at.wang, claimId, 40, id);
      expect(given.body).toEqual({ id, minutes: 40, to: '李*红', free: 60 });
      expect((await at.give(at.wang, claimId, 40, id)).body).toEqual(given.body);
      expect((await at.give(at.wang, claimId, 41, id)).error.code).toBe('id.reused');
      expect(await at.book(at.li)).toMatchObject({ posted: 40 });
      expect(await at.lines(at.wang)).toMatchObject([{ id, moved: -40, cause: { kind: 'gift', id } }, { moved: 100 }]);
      expect(await service.toldOf(at.li, id)).toEqual(['家人转给您 40 分钟']);
      expect((await at.give(at.wang, claimId, 61)).error.code).toBe('hours.insufficient');
      expect(await at.book(at.wang)).toMatchObject({ posted: 60 });
    });

    test('不是一户的家人，一人出码、一人确认；码用一次，别人的、过期的、自己的都不行', async () => {
      const id = anActionId();
      const { body } = await at.invite(at.wang, '女儿', id);
      expect((await at.invite(at.wang, '女儿', id)).body).toEqual(body);
      expect((await at.invite(at.wang, '儿子', id)).error.code).toBe('id.reused');
      expect((await at.accept(at.wang, body.code, '自己')).error.code).toBe('kin.codeWrong');
      expect((await at.accept(at.li, '00000000', '爸爸')).error.code).toBe('kin.codeWrong');
      expect((await at.accept(at.li, body.code, '爸爸')).body.items).toMatchObject([{ call: '爸爸', via: 'code' }]);
      expect((await at.accept(at.li, body.code, '爸爸')).body.items).toHaveLength(1);
      const stranger = await service.signIn('stranger');
      expect((await at.accept(stranger, body.code, '叔叔')).error.code).toBe('kin.codeWrong');
      const [daughter] = await at.kin(at.wang);
      expect(daughter).toMatchObject({ call: '女儿', via: 'code' });
      await at.earned(at.wang, 30);
      expect((await at.give(at.wang, daughter?.id ?? '', 30)).body.free).toBe(0);
      expect((await at.give(stranger, daughter?.id ?? '', 30)).error.code).toBe('kin.notFound');

      const late = await at.invite(at.li, '孙子');
      await service.moveTo('2026-11-17T02:00:01.000Z');
      expect((await at.accept(stranger, late.body.code, '爷爷')).error.code).toBe('kin.codeWrong');
    });

    test('亲情码试五次，再试要等十分钟，对的也不认；别人照试', async () => {
      const { body } = await at.invite(at.wang, '女儿', anActionId());
      const guesses = ['10000000', '10000001', '10000002', '10000003', '10000004', body.code];
      const codes = [];
      for (const guess of guesses) codes.push((await at.accept(at.li, guess, '爸爸')).error.code);
      expect(codes).toEqual([...Array(5).fill('kin.codeWrong'), 'kin.tooManyTries']);
      const stranger = await service.signIn('stranger');
      expect((await at.accept(stranger, '10000005', '爸爸')).error.code).toBe('kin.codeWrong');
      await service.moveTo('2026-11-16T02:10:00.001Z');
      expect((await at.accept(at.li, body.code, '爸爸')).body.items).toHaveLength(1);
    });

    test('同时转五笔，只够两笔：转两笔，不会变负', async () => {
      await bound(at.wang, '王小明');
      const claimId = await bound(at.li, '李小红');
      await at.earned(at.wang, 100);
      const sent = await Promise.all([1, 2, 3, 4, 5].map(() => at.give(at.wang, claimId, 40)));
      expect(sent.filter(({ status }) => status === 200)).toHaveLength(2);
      expect([(await at.book(at.wang)).posted, (await at.book(at.li)).posted]).toEqual([20, 80]);
    });

    test.each([0, -5, 1.5, 90_001, Number.MAX_SAFE_INTEGER + 1])('转 %s 分钟，拒绝', async (minutes) => {
      await bound(at.wang, '王小明');
      const claimId = await bound(at.li, '李小红');
      expect((await at.give(at.wang, claimId, minutes)).status).toBe(400);
      expect((await at.donate(at.wang, minutes)).status).toBe(400);
    });
  });

  describe('互助池', () => {
    test('捐了才有，答应多少先有多少，服务完从池里记给志愿者；公开的数总对得上', async () => {
      await at.earned(at.wang, 200);
      const id = aTransferId();
      expect((await at.donate(at.wang, 150, id)).body).toMatchObject({ minutes: 150, to: '互助池', free: 50 });
      expect((await at.donate(at.wang, 150, id)).body).toMatchObject({ free: 50 });
      expect((await at.donate(at.wang, 51)).error.code).toBe('hours.insufficient');
      expect((await at.pool()).pool).toEqual({ donated: 150, free: 150, promised: 0, used: 0 });
      expect((await at.promise({}, at.li)).error.code).toBe('access.denied');
      const { body: promised } = await at.promise({ minutes: 120 });
      expect(promised).toMatchObject({ fundedBy: 'pool', by: '幸福里居委会', state: 'open' });
      expect(JSON.stringify(promised)).not.toContain('周奶奶');
      expect((await at.promise({ minutes: 31 })).error.code).toBe('pool.insufficient');
      expect((await at.pool()).pool).toEqual({ donated: 150, free: 30, promised: 120, used: 0 });
      expect((await at.pool()).promises).toMatchObject([{ id: promised.id, minutes: 120 }]);

      expect((await at.answer(at.li, promised.id, { minutes: 60 })).status).toBe(400);
      const { body: exchange } = await at.answer(at.li, promised.id, { minutes: 120 });
      const other = await service.signIn('other');
      const { body: second } = await at.answer(other, promised.id, { minutes: 120 });
      expect(await at.waiting()).toHaveLength(2);
      const elder = { name: '周奶奶', building: '3', entrance: '', room: '101' };
      expect((await at.exchange(at.li, exchange.id)).body).not.toHaveProperty('elder');
      expect((await at.exchange(at.staff, exchange.id)).body).toMatchObject({ elder });
      const agree = { what: 'agree', call: '周奶奶', contact: '021-60000001' } as const;
      expect((await at.stepOurs(exchange.id, agree)).body.state).toBe('agreed');
      expect((await at.exchange(at.li, exchange.id)).body).toMatchObject({ elder });
      expect((await at.exchange(other, second.id)).body).not.toHaveProperty('elder');
      expect((await at.stepOurs(second.id, agree)).error.code).toBe('listing.stepNotAllowed');
      expect((await at.exchange(at.li, exchange.id)).body.people.receiver).toMatchObject({
        call: '周奶奶',
        contact: '021-60000001',
      });
      expect((await at.stepListing(at.staff, promised.id, 'end')).error.code).toBe('listing.stepNotAllowed');
      await at.step(at.li, exchange.id, { what: 'confirm', minutes: 100 });
      expect((await at.stepOurs(exchange.id, { what: 'confirm', minutes: 100 })).body.state).toBe('settled');
      for (const by of [at.li, at.staff]) expect((await at.exchange(by, exchange.id)).body).not.toHaveProperty('elder');
      expect(await at.book(at.li)).toMatchObject({ posted: 100 });
      expect((await at.lines(at.li))[0]?.cause).toEqual({ kind: 'pool', id: exchange.id });
      expect((await at.pool()).pool).toEqual({ donated: 150, free: 50, promised: 0, used: 100 });
      expect((await at.get(undefined, promised.id)).body.state).toBe('ended');
    });

    test('超过一千五百小时，多的自动进池', async () => {
      const service = { id: 'service', version: 1, from: '2026-01-01', unit: 'minutes', amount: 1 } as const;
      const rule = { ...service, perDay: 720, perMonth: 12_000, mostKept: 90_000, lapses: false, title: '志愿服务' };
      await at.earned(at.wang, 89_990);
      const {
        credit: _,
        debit: __,
        phase: ___,
        unit: ____,
        ...given
      } = aTransfer({
        amount: 60,
        cause: { kind: 'service', id: 'atv' },
      });
      await at.ledger.earn({ ...given, credit: at.wang.personId }, rule);
      expect(await at.book(at.wang)).toMatchObject({ posted: 90_000 });
      expect((await at.pool()).pool).toEqual({ donated: 50, free: 50, promised: 0, used: 0 });
    });

    test('同时答应出去，不会超过池里有的；没用上的收回来', async () => {
      await at.earned(at.wang, 100);
      await at.donate(at.wang, 100);
      const made = await Promise.all([1, 2, 3, 4].map(() => at.promise({ minutes: 40 })));
      expect(made.filter(({ status }) => status === 200)).toHaveLength(2);
      expect((await at.pool()).pool).toEqual({ donated: 100, free: 20, promised: 80, used: 0 });
      const kept = made.find(({ status }) => status === 200)?.body;
      if (kept === undefined) throw new Error('two promises');
      const ended = await Promise.all([1, 2].map(() => at.stepListing(at.staff, kept.id, 'end')));
      expect(ended.filter(({ status }) => status === 200)).toHaveLength(1);
      expect((await at.pool()).pool).toEqual({ donated: 100, free: 60, promised: 40, used: 0 });
    });

    test('约好又取消，答应还在，别人可以再来', async () => {
      await at.earned(at.wang, 60);
      await at.donate(at.wang, 60);
      const { body: promised } = await at.promise();
      const { body: exchange } = await at.answer(at.li, promised.id);
      await at.stepOurs(exchange.id, { what: 'agree', call: '周奶奶', contact: '021-60000001' });
      expect((await at.shown('request')).body.items).toEqual([]);
      await at.step(at.li, exchange.id, { what: 'callOff', reason: 'ill' });
      expect((await at.shown('request')).body.items).toHaveLength(1);
      expect((await at.pool()).pool).toMatchObject({ free: 0, promised: 60 });
    });
  });

  describe('请社区代办', () => {
    test('核实了人才办；办了告诉本人，账上写着谁办的；看过谁，记着', async () => {
      const claimId = await bound(at.wang, '王小明');
      const kinId = await bound(at.li, '李小红');
      await at.earned(at.wang, 100);
      const found = await service.call(timebankStaffRoutes.findResidents, {
        token: at.staff.token,
        params: inXfl,
        query: { building: '3', entrance: '1', room: '501' },
      });
      expect(found.body.items).toEqual(
        expect.arrayContaining([
          { claimId, name: '王*明', unit: '3-1-501' },
          { claimId: kinId, name: '李*红', unit: '3-1-501' },
        ]),
      );
      const look = await service.call(timebankStaffRoutes.getResidentHours, {
        token: at.staff.token,
        params: { ...inXfl, claimId },
      });
      expect(look.body).toMatchObject({ free: 100, kin: [{ id: kinId }] });
      const gift = aTransferId();
      const give = { what: 'give', body: { id: gift, to: kinId, minutes: 30 } } as const;
      expect((await at.actFor(claimId, give, at.li)).error.code).toBe('access.denied');
      expect((await at.actFor(claimId, give)).body).toEqual({ about: gift });
      expect((await at.actFor(claimId, give)).status).toBe(200);
      expect((await at.lines(at.wang))[0]).toMatchObject({
        ...{ moved: -30, by: '幸福里居委会', reason: '回拨登记的电话核对了身份' },
      });
      expect(await at.book(at.li)).toMatchObject({ posted: 30 });
      expect(await service.toldOf(at.wang, gift)).toEqual(['幸福里居委会按您的嘱咐转出了时长']);
      const listing = aListingBody({ kind: 'request', minutes: 60 });
      await at.actFor(claimId, { what: 'list', body: listing }, at.staff, 'atHome');
      expect((await at.get(at.wang, listing.id)).body).toMatchObject({ isMine: true, by: '幸福里居委会' });
      const { body: exchange } = await at.answer(at.li, listing.id);
      const step = { id: anActionId(), version: 1, what: 'agree', ...reach } as const;
      await at.actFor(claimId, { what: 'stepExchange', exchangeId: exchange.id, body: step }, at.staff, 'atCounter');
      expect((await at.exchange(at.li, exchange.id)).body).toMatchObject({
        state: 'agreed',
        lines: [{}, { by: '幸福里居委会', who: 'other' }],
      });
      const identified = async (person: Person) =>
        (await at.exchange(person, exchange.id)).body.lines.map((line) => line.identified);
      expect(await identified(at.wang)).toEqual([undefined, 'atCounter']);
      expect(await identified(at.staff)).toEqual([undefined, 'atCounter']);
      expect(await identified(at.li)).toEqual([undefined, undefined]);
      expect(await service.toldOf(at.wang, exchange.id)).toContain('幸福里居委会按您的嘱咐办了一步');
      const ended = aListingBody({ kind: 'offer' });
      await at.actFor(claimId, { what: 'list', body: ended });
      for (const what of ['pause', 'resume', 'end'] as const) {
        const change = { id: anActionId(), what };
        await at.actFor(claimId, { what: 'stepListing', listingId: ended.id, body: change }, at.staff, 'atHome');
      }
      expect(new Set(await service.toldOf(at.wang, ended.id))).toEqual(
        new Set(['挂出了', '暂停了', '重新挂出了', '撤下了'].map((done) => `幸福里居委会按您的嘱咐${done}互助信息`)),
      );
      const log = await service.call(peopleRoutes.listAccessLog, { token: at.wang.token, query: {} });
      expect(log.body.items).toMatchObject([{ who: '幸福里居委会', what: 'timebank' }]);
    });

    test('没认证的、别的社区的，办不了；工作人员不能替人答应自己', async () => {
      const claimId = await bound(at.wang, '王小明');
      const missing = { what: 'donate', body: { id: aTransferId(), minutes: 10 } } as const;
      expect((await at.actFor(`clm_xfl_${tail()}`, missing)).error.code).toBe('resident.notFound');
      const elsewhere = aListingBody({ id: newListingId('ylh', tail()) });
      expect((await at.actFor(claimId, { what: 'list', body: elsewhere })).error.code).toBe('access.denied');
      await at.earned(at.wang, 100);
      const { body: own } = await at.list(at.staff);
      const answer = { id: anExchangeId(), listingId: own.id, minutes: 60, plannedAt: planned, ...reach };
      expect((await at.actFor(claimId, { what: 'answer', body: answer })).error.code).toBe('exchange.ownListing');
      const { body: mine } = await at.list(at.wang, { kind: 'request' });
      const { body: exchange } = await at.answer(at.staff, mine.id);
      const step = { id: anActionId(), version: 1, what: 'agree', ...reach } as const;
      const asked = await at.actFor(claimId, { what: 'stepExchange', exchangeId: exchange.id, body: step });
      expect(asked.error.code).toBe('exchange.notFound');
    });
  });

  describe('提醒花时长', () => {
    const home = async (person: Person) =>
      (await service.call(timebankRoutes.getTimebank, { token: person.token, params: inXfl })).body;
    const told = async () =>
      (await service.stores.notices.list(at.li.personId, undefined)).items.filter(
        ({ kind }) => kind === 'timebankNudge',
      );

    test('六十天没花过，说一次邻居能帮什么；一个月最多一次；花了、关了就不说', async () => {
      await at.earned(at.li, 90);
      await at.list(at.wang, { minutes: 60 });
      await at.list(at.wang, { minutes: 91, skill: 'repair' });
      expect(await home(at.li)).toMatchObject({
        minutes: { free: 90 },
        nudge: { isOn: true, offers: [{ skill: 'clinic' }] },
      });
      await service.sweepPoints(new Date('2027-01-14T00:00:00.000Z'));
      expect(await told()).toHaveLength(0);
      for (const day of ['2027-01-16', '2027-01-16', '2027-01-30', '2027-02-10'])
        await service.sweepPoints(new Date(`${day}T00:00:00.000Z`));
      expect(await told()).toMatchObject([{ title: '您有 1 小时 30 分钟可以用，邻居能帮这些' }]);
      await service.sweepPoints(new Date('2027-02-16T00:00:00.000Z'));
      expect(await told()).toHaveLength(2);
      const set = (want: 'on' | 'off') =>
        service.call(timebankRoutes.setNudge, { token: at.li.token, params: inXfl, body: { id: anActionId(), want } });
      expect((await set('off')).body).toEqual({ isOn: false });
      await service.sweepPoints(new Date('2027-05-16T00:00:00.000Z'));
      expect(await told()).toHaveLength(2);
      expect((await set('on')).body).toEqual({ isOn: true });
      await service.moveTo('2027-05-17T00:00:00.000Z');
      await at.donate(at.li, 10);
      await service.sweepPoints(new Date('2027-06-30T00:00:00.000Z'));
      expect(await told()).toHaveLength(2);
    });

    test('没有时长的人，不打扰', async () => {
      await at.list(at.wang);
      await at.earned(at.li, 10);
      await service.moveTo('2026-11-17T02:00:00.000Z');
      await at.donate(at.li, 10);
      await service.sweepPoints(new Date('2027-06-30T00:00:00.000Z'));
      expect(await told()).toHaveLength(0);
      expect((await home(at.li)).nudge.offers).toEqual([]);
    });
  });
};
