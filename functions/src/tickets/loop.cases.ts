import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import type { Service } from '../../test/service.ts';

/** One department after the other: accept, return, ask, extend, park, resolve, check, rate, reopen. */
export const loopCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });
  const clock = async (id: string, name: string) => (await on.stored(id)).clocks.find((each) => each.name === name);

  describe('一步步办完', () => {
    test('接单、回复、确认、评价，每一步都留痕', async () => {
      const { li } = on.cast;
      const done = await on.resolved();
      expect(done).toMatchObject({ state: 'resolved', outcome: 'resolved', relation: 'staff', can: ['remark'] });
      const asked = await on.get(done.id, li);
      expect(asked.can).toEqual(['confirm', 'rework']);
      const confirmed = await on.take(li, 'confirm', asked);
      expect(confirmed).toMatchObject({ state: 'closed', outcome: 'closed', can: ['rate', 'reopen'] });
      const rated = await on.take(li, 'rate', confirmed, { stars: 5, note: '修得快' });
      expect(rated).toMatchObject({ state: 'rated', stars: 5, can: ['reopen'] });
      expect(rated.events.map(({ step, actor }) => `${actor} ${step}`)).toEqual([
        '居民 report',
        '系统 file',
        '系统 dispatch',
        '幸福物业 accept',
        '幸福物业 resolve',
        '居民 confirm',
        '居民 rate',
      ]);
    });

    test('没修好：返工再办，网格员核查通过', async () => {
      const { li, zhang, grid } = on.cast;
      const redo = await on.take(li, 'rework', await on.resolved());
      expect(redo).toMatchObject({ state: 'rework', dueAt: '2026-11-25T10:00:00.000Z' });
      const checked = await on.take(grid, 'confirm', await on.take(zhang, 'resolve', redo));
      expect(checked).toMatchObject({ state: 'closed' });
      expect(checked.events.at(-1)?.actor).toBe('网格员 01');
    });

    test('经办的人不能核查自己办的事，同时是网格员、社区工作人员也不能', async () => {
      const done = await on.resolved();
      const { zhang } = on.cast;
      expect(await on.refusal(zhang, 'confirm', done)).toBe('access.denied');
      for (const grant of [
        { role: 'gridWorker', communityId: 'xfl', gridId: 'grd_01', label: '网格员' },
        { role: 'communityStaff', communityId: 'xfl', label: '居委会' },
      ] as const) {
        await service.stores.people.grant(zhang.personId, grant);
        expect(await on.refusal(zhang, 'confirm', done)).toBe('access.denied');
        expect(await on.refusal(zhang, 'rework', done)).toBe('access.denied');
      }
    });

    test('同一步再交一次得到第一次的结果，不多留一行；同一编号换了做法，拒绝', async () => {
      const { zhang } = on.cast;
      const ticket = await on.report();
      const id = anActionId();
      const first = await on.take(zhang, 'accept', ticket, { id });
      expect(await on.take(zhang, 'accept', ticket, { id })).toEqual(first);
      expect(await on.refusal(zhang, 'return', ticket, { id })).toBe('id.reused');
      expect((await on.stored(ticket.id)).events).toHaveLength(4);
    });

    test('不是自己手上的事，谁也动不了', async () => {
      const { li, wang, cheng, grid, liu, sun } = on.cast;
      const ticket = await on.report();
      const before = await on.stored(ticket.id);
      for (const person of [li, cheng, grid, liu, sun]) {
        expect(await on.refusal(person, 'accept', ticket)).toBe('access.denied');
      }
      for (const person of [wang, cheng]) {
        expect(await on.refusal(person, 'withdraw', ticket)).toBe('access.denied');
        expect(await on.refusal(person, 'rate', ticket)).toBe('access.denied');
      }
      expect(await on.stored(ticket.id)).toEqual(before);
    });
  });

  describe('退回（首接负责）', () => {
    test('退回写明理由和清单上的归属；改派给城管，第一次派遣定下的期限不变', async () => {
      const { zhang, liu, cheng } = on.cast;
      const ticket = await on.report();
      expect(await on.refusal(zhang, 'return', ticket, { categoryCode: 'C9999' })).toBe('category.unknown');
      const returned = await on.take(zhang, 'return', ticket);
      expect(returned).toMatchObject({ state: 'returned', returns: 1 });
      expect(returned.events.at(-1)).toMatchObject({
        note: '不归我们管',
        belongsTo: { categoryCode: 'E0102', name: expect.any(String) },
      });
      const [respond, resolve] = [await clock(ticket.id, 'respond'), await clock(ticket.id, 'resolve')];
      await service.moveTo('2026-11-18T02:00:00.000Z');
      const again = await on.take(liu, 'dispatch', returned, { departmentId: 'dep_chengguan' });
      expect(again).toMatchObject({ state: 'dispatched', department: { name: '城管中队' } });
      expect(await clock(ticket.id, 'respond')).toEqual(respond);
      expect(await clock(ticket.id, 'resolve')).toEqual(resolve);
      expect((await clock(ticket.id, 'accept'))?.startedAt).toBe('2026-11-18T02:00:00.000Z');
      expect(await on.refusal(zhang, 'accept', again)).toBe('access.denied');
      const accepted = await on.take(cheng, 'accept', again);
      expect((await clock(ticket.id, 'respond'))?.stoppedAt).toBe('2026-11-18T02:00:00.000Z');
      expect(accepted.clocks.find(({ name }) => name === 'respond')?.standing).toBe('missed');
    });

    test('第二次退回交街道协调，社区不能再派；街道派了，不许再退', async () => {
      const { zhang, liu, cheng, sun } = on.cast;
      const first = await on.take(zhang, 'return', await on.report());
      const second = await on.take(liu, 'dispatch', first, { departmentId: 'dep_chengguan' });
      const disputed = await on.take(cheng, 'return', second);
      expect(disputed).toMatchObject({ state: 'disputed', returns: 2 });
      expect((await on.queue(sun, 'street')).body.items.map(({ id }) => id)).toEqual([disputed.id]);
      expect(await on.refusal(liu, 'dispatch', disputed)).toBe('ticket.stepNotAllowed');
      expect(await on.refusal(liu, 'joint', disputed)).toBe('ticket.stepNotAllowed');
      expect(await on.inbox(sun)).toContain('两次退回，请协调');
      const settled = await on.take(sun, 'dispatch', disputed, { departmentId: 'dep_wuye' });
      expect(await on.refusal(zhang, 'return', settled)).toBe('ticket.returnedTwice');
      expect((await on.take(zhang, 'accept', settled)).state).toBe('accepted');
    });

    test('公开的留痕说清楚为什么退回、现在在谁手上', async () => {
      const { zhang } = on.cast;
      const ticket = await on.report();
      await on.take(zhang, 'return', ticket);
      const seen = await on.get(ticket.id);
      expect(
        seen.events.map(({ step, note, belongsTo }) => ({ step, note, to: belongsTo?.categoryCode })).at(-1),
      ).toEqual({
        step: 'return',
        note: '不归我们管',
        to: 'E0102',
      });
    });
  });

  describe('请居民补充', () => {
    test('问的时候时钟站住，答了接着走，期限推后', async () => {
      const { zhang, li, wang } = on.cast;
      const accepted = await on.accepted();
      const waiting = await on.take(zhang, 'ask', accepted);
      expect(waiting).toMatchObject({ state: 'waiting', dueAt: '2026-11-19T10:00:00.000Z' });
      expect(waiting.clocks.find(({ name }) => name === 'resolve')?.standing).toBe('paused');
      expect(await on.inbox(li)).toContain('请您补充');
      expect(await on.refusal(wang, 'answer', waiting)).toBe('access.denied');
      expect(await on.refusal(zhang, 'resolve', waiting)).toBe('ticket.stepNotAllowed');
      await service.moveTo('2026-11-18T02:00:00.000Z');
      const answered = await on.take(li, 'answer', waiting);
      expect(answered).toMatchObject({ state: 'accepted', dueAt: '2026-11-27T10:00:00.000Z' });
      expect((await clock(accepted.id, 'resolve'))?.startedAt).toBe('2026-11-16T02:00:00.000Z');
      expect(await on.inbox(zhang)).toContain('居民已补充');
    });

    test('等不到回答，到时自动继续办，期限照样推后；扫几遍都只记一次', async () => {
      const { zhang, li } = on.cast;
      const waiting = await on.take(zhang, 'ask', await on.accepted());
      expect(await on.sweepAt('2026-11-19T10:00:00.000Z')).toEqual({ marked: 1, failed: 0 });
      expect(await service.sweep(service.now())).toEqual({ marked: 0, failed: 0 });
      const seen = await on.get(waiting.id, li);
      expect(seen.state).toBe('accepted');
      expect(seen.events.filter(({ step }) => step === 'answerTimeout')).toHaveLength(1);
      expect(seen.events.some(({ step }) => step === 'overdue')).toBe(false);
      expect(await on.inbox(li)).toContain('没有等到您的补充');
      expect(await on.refusal(li, 'answer', seen)).toBe('ticket.stepNotAllowed');
    });

    test('居民正要回答，等的时限刚到：看着旧页面的一方被告知', async () => {
      const { zhang, li } = on.cast;
      const waiting = await on.take(zhang, 'ask', await on.accepted());
      await on.sweepAt('2026-11-19T10:00:00.000Z');
      expect(await on.refusal(li, 'answer', waiting)).toBe('ticket.changed');
    });

    test('至多问两次；核实立案前网格员也可以问，答了回到待立案', async () => {
      const { zhang, li, liu } = on.cast;
      let ticket = await on.accepted();
      for (let times = 0; times < 2; times += 1) {
        ticket = await on.take(li, 'answer', await on.take(zhang, 'ask', ticket));
      }
      expect(await on.refusal(zhang, 'ask', ticket)).toBe('ticket.askedTwice');
      const unlisted = await on.report({ categoryCode: 'E0409' });
      const asked = await on.take(liu, 'ask', unlisted);
      expect((await on.take(li, 'answer', asked)).state).toBe('reported');
    });
  });

  describe('延期', () => {
    test('申请、同意，期限加上去，居民知道；只有一次', async () => {
      const { zhang, liu, li } = on.cast;
      const asked = await on.take(zhang, 'askExtension', await on.accepted());
      expect(asked.extension).toEqual({ limit: { unit: 'workDay', amount: 3 }, note: '要等灯具到货' });
      expect((await on.get(asked.id, li)).extension).toBeUndefined();
      expect(await on.refusal(zhang, 'askExtension', asked)).toBe('ticket.extensionSpent');
      expect(await on.refusal(zhang, 'grantExtension', asked)).toBe('access.denied');
      const granted = await on.take(liu, 'grantExtension', asked);
      expect(granted).toMatchObject({ dueAt: '2026-11-30T10:00:00.000Z' });
      expect(await on.inbox(li)).toContain('办理时间延长');
      expect(await on.refusal(liu, 'grantExtension', granted)).toBe('ticket.noExtensionAsked');
      expect(await on.refusal(zhang, 'askExtension', granted)).toBe('ticket.extensionSpent');
    });

    test('不同意要有理由，期限不变，可以再申请', async () => {
      const { zhang, sun } = on.cast;
      const asked = await on.take(zhang, 'askExtension', await on.accepted());
      const refused = await on.take(sun, 'refuseExtension', asked);
      expect(refused).toMatchObject({ dueAt: '2026-11-25T10:00:00.000Z' });
      expect(await on.inbox(zhang)).toContain('延期没有同意');
      expect((await on.tryStep(zhang, 'askExtension', refused)).status).toBe(200);
    });

    test('一个部门申请的，换了部门就作废', async () => {
      const { zhang, sun, cheng, liu } = on.cast;
      const asked = await on.take(zhang, 'askExtension', await on.accepted());
      const moved = await on.take(sun, 'dispatch', asked, { departmentId: 'dep_chengguan' });
      const accepted = await on.take(cheng, 'accept', moved);
      expect(accepted.extension).toBeUndefined();
      expect(await on.refusal(liu, 'grantExtension', accepted)).toBe('ticket.noExtensionAsked');
      expect((await on.tryStep(cheng, 'askExtension', accepted)).status).toBe(200);
    });
  });

  describe('挂账', () => {
    test('理由公开，时钟站住，到复核那天提醒；销账后回到原处', async () => {
      const { liu, zhang } = on.cast;
      const accepted = await on.accepted();
      expect(await on.refusal(zhang, 'park', accepted)).toBe('access.denied');
      expect(await on.refusal(liu, 'park', accepted, { day: '2026-11-16' })).toBe('request.invalid');
      const parked = await on.take(liu, 'park', accepted);
      expect(parked).toMatchObject({ state: 'parked', outcome: 'parked', dueAt: '2026-12-01T10:00:00.000Z' });
      const seen = await on.get(parked.id);
      expect(seen.events.at(-1)).toMatchObject({ note: '等道路改造一起做', day: '2026-12-01' });
      expect(await on.sweepAt('2026-12-01T10:00:00.000Z')).toEqual({ marked: 1, failed: 0 });
      expect(await on.inbox(liu)).toContain('挂账到期，请复核');
      const back = await on.take(liu, 'unpark', parked);
      expect(back.state).toBe('accepted');
      expect(await clock(parked.id, 'resolve')).toMatchObject({
        startedAt: '2026-11-16T02:00:00.000Z',
        dueAt: '2026-12-11T10:00:00.000Z',
      });
      expect(back.clocks.find(({ name }) => name === 'review')?.stoppedAt).toBeDefined();
    });
  });

  describe('评价与重新打开', () => {
    test('两星：二次整改，十五个工作日；整改后再评一次，再低也不再来一遍', async () => {
      const { li, zhang, grid } = on.cast;
      const low = await on.take(li, 'rate', await on.closed(), { stars: 2, note: '灯还是闪' });
      expect(low).toMatchObject({ state: 'rework', stars: 2, rectifications: 1, dueAt: '2026-12-07T10:00:00.000Z' });
      expect(await on.inbox(zhang)).toContain('评价很低，需二次整改');
      const closed = await on.take(grid, 'confirm', await on.take(zhang, 'resolve', low));
      const again = await on.take(li, 'rate', closed, { stars: 1 });
      expect(again).toMatchObject({ state: 'rated', rectifications: 1, stars: 1 });
      expect(await on.refusal(li, 'rate', again)).toBe('ticket.rated');
    });

    test('第十五天还能重新打开，回到同一个部门；过了就不能', async () => {
      const { li, zhang } = on.cast;
      const closed = await on.closed();
      await service.moveTo('2026-12-01T02:00:00.001Z');
      expect((await on.get(closed.id, li)).can).toEqual(['rate']);
      expect(await on.refusal(li, 'reopen', closed)).toBe('ticket.closedLongAgo');
      await service.moveTo('2026-12-01T02:00:00.000Z');
      const open = await on.take(li, 'reopen', closed);
      expect(open).toMatchObject({ state: 'rework', outcome: 'open', reopens: 1, department: { id: 'dep_wuye' } });
      expect((await on.queue(zhang, 'dep_wuye')).body.items.map(({ id }) => id)).toEqual([closed.id]);
    });
  });

  describe('撤回', () => {
    test('有邻居同感，就不能撤回，刚刚同感的也算', async () => {
      const { li, wang } = on.cast;
      const ticket = await on.report();
      await on.join(wang, ticket.id);
      expect((await on.get(ticket.id, li)).can).toEqual([]);
      expect(await on.refusal(li, 'withdraw', ticket)).toBe('ticket.joined');
      await service.stores.tickets.setJoins(ticket.id, 0);
      expect(await on.refusal(li, 'withdraw', ticket)).toBe('ticket.joined');
      await on.leave(wang, ticket.id);
      expect((await on.tryStep(li, 'withdraw', ticket)).body.state).toBe('withdrawn');
    });
  });

  describe('交接', () => {
    test('交给 B 角：只有同一个部门的人，居民看不到，桌上分得出谁的', async () => {
      const { zhang, qian, cheng, li } = on.cast;
      const accepted = await on.accepted();
      expect(accepted.assignee).toEqual({ label: '幸福物业', isMe: true });
      for (const personId of [cheng.personId, aPersonId()]) {
        expect(await on.refusal(zhang, 'handOver', accepted, { personId })).toBe('colleague.unknown');
      }
      const given = await on.take(zhang, 'handOver', accepted, { personId: qian.personId, note: '我下周休假' });
      expect(given).toMatchObject({ version: accepted.version, assignee: { label: '幸福物业 B 角', isMe: false } });
      expect(await on.inbox(qian)).toContain('同事交接给您');
      const mine = async (person: typeof qian) =>
        (await on.queue(person, 'dep_wuye', { isMine: 'yes' })).body.items.map(({ id }) => id);
      expect([await mine(qian), await mine(zhang)]).toEqual([[accepted.id], []]);
      expect(JSON.stringify(await on.get(accepted.id, li))).not.toContain('我下周休假');
    });
  });
};
