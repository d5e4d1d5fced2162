import { beforeEach, describe, expect, test } from 'vitest';
import { aTicketId, inside, lampCode } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import { community, type Service } from '../../test/service.ts';

/** What staff write down for others: by telephone, on paper, at the counter, on patrol. */
export const channelCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });

  describe('代为上报', () => {
    test('记下来源、同意和电话；电话只有工作人员看得到', async () => {
      const { liu, wang, zhang } = on.cast;
      const ticket = await on.enter(liu);
      expect(ticket).toMatchObject({
        state: 'dispatched',
        channel: 'phone',
        relation: 'staff',
        onBehalf: { name: '陈阿姨', phone: '021-12345678', consent: 'spoken' },
      });
      expect(ticket.events[0]?.actor).toBe('幸福里居委会');
      expect((await on.get(ticket.id, zhang)).onBehalf?.phone).toBe('021-12345678');
      const open = JSON.stringify([await on.get(ticket.id, wang), await on.get(ticket.id)]);
      expect(open).not.toMatch(/陈阿姨|12345678|3 栋东门/);
      expect(open).toContain('"channel":"phone"');
    });

    test('没有写明同意，不收；不是这里的工作人员，不收', async () => {
      const { liu, li, zhang, sun, grid } = on.cast;
      const { resident: _, ...rest } = {
        id: aTicketId(),
        channel: 'walkIn' as const,
        categoryCode: lampCode,
        description: '来访反映路灯不亮',
        place: { point: inside, label: '3 栋东门' },
        photoIds: [],
        resident: undefined,
      };
      const post = async (person: typeof liu, body: object) => {
        const response = await service.fetch('/v1/staff/tickets', {
          method: 'POST',
          headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const { error } = (await response.json()) as { error?: { code: string; details?: { field: string }[] } };
        return { code: error?.code, field: error?.details?.[0]?.field };
      };
      expect(await post(liu, rest)).toEqual({ code: 'request.invalid', field: 'body.resident' });
      expect(await post(liu, { ...rest, resident: { name: '陈阿姨' } })).toEqual({
        code: 'request.invalid',
        field: 'body.resident.consent',
      });
      expect(await service.stores.tickets.find(rest.id)).toBeUndefined();
      for (const person of [li, zhang, sun]) expect((await on.tryEnter(person)).error.code).toBe('access.denied');
      const elsewhere = { point: { ...inside, lng: 121.425 }, label: '网格二' };
      expect((await on.tryEnter(grid, { place: elsewhere })).error.code).toBe('access.denied');
      expect((await on.tryEnter(grid, { channel: 'visit' })).status).toBe(200);
    });

    test('居民没有小程序：每一件该告诉他的，都提醒社区打电话；打过留一笔，居民以外看不到', async () => {
      const { liu, zhang } = on.cast;
      const wei = await service.signIn('wei', { ...community, label: '居委会小魏' });
      const ticket = await on.enter(liu);
      const done = await on.take(zhang, 'resolve', await on.take(zhang, 'accept', ticket));
      expect(await on.inbox(wei)).toContain('请致电居民');
      const called = await on.take(liu, 'callBack', done);
      expect(called.version).toBe(done.version);
      expect((await on.get(ticket.id)).events.some(({ step }) => step === 'callBack')).toBe(false);
      const mine = await on.report();
      expect(await on.refusal(liu, 'callBack', mine)).toBe('ticket.reporterPresent');
    });

    test('没有电话，不催人打电话', async () => {
      const { liu, zhang } = on.cast;
      const wei = await service.signIn('wei', { ...community, label: '居委会小魏' });
      const ticket = await on.enter(liu, { channel: 'paper', resident: { consent: 'written' } });
      await on.take(zhang, 'resolve', await on.take(zhang, 'accept', ticket));
      expect(await on.inbox(wei)).not.toContain('请致电居民');
    });

    test('社区替他回答、核查、评价一次，低分照样二次整改；居民自己报的不能替', async () => {
      const { liu, zhang } = on.cast;
      const ticket = await on.enter(liu);
      const waiting = await on.take(zhang, 'ask', await on.take(zhang, 'accept', ticket));
      const answered = await on.take(liu, 'answer', waiting);
      const closed = await on.take(liu, 'confirm', await on.take(zhang, 'resolve', answered));
      expect(closed.can).toEqual(expect.arrayContaining(['rate', 'reopen']));
      const low = await on.take(liu, 'rate', closed, { stars: 1 });
      expect(low).toMatchObject({ state: 'rework', rectifications: 1 });
      const again = await on.take(liu, 'confirm', await on.take(zhang, 'resolve', low));
      const rated = await on.take(liu, 'rate', again, { stars: 4 });
      expect(rated).toMatchObject({ state: 'rated', stars: 4 });
      expect(await on.refusal(liu, 'rate', rated)).toBe('ticket.rated');
      expect((await on.take(liu, 'reopen', rated)).state).toBe('rework');

      const own = await on.closed();
      expect(await on.refusal(liu, 'rate', own)).toBe('ticket.reporterPresent');
      expect(await on.refusal(liu, 'reopen', own)).toBe('ticket.reporterPresent');
    });

    test('代报以后过了十五天，说的是太久，不是别的', async () => {
      const { liu, zhang } = on.cast;
      const ticket = await on.enter(liu);
      const closed = await on.take(
        liu,
        'confirm',
        await on.take(zhang, 'resolve', await on.take(zhang, 'accept', ticket)),
      );
      await service.moveTo('2026-12-02T02:00:00.000Z');
      expect(await on.refusal(liu, 'reopen', closed)).toBe('ticket.closedLongAgo');
    });

    test('巡查发现的，算网格员自己报的', async () => {
      const { grid } = on.cast;
      const ticket = await on.enter(grid, { channel: 'patrol', resident: undefined });
      expect(ticket).toMatchObject({ channel: 'patrol', state: 'dispatched' });
      expect((await on.stored(ticket.id)).reporterId).toBe(grid.personId);
    });

    test('同一编号再交一次，得到第一次的结果；换了电话，拒绝', async () => {
      const { liu } = on.cast;
      const id = aTicketId();
      const first = await on.enter(liu, { id });
      expect((await on.enter(liu, { id })).events.map((event) => event.id)).toEqual(
        first.events.map((event) => event.id),
      );
      const other = await on.tryEnter(liu, { id, resident: { phone: '021-99999999', consent: 'spoken' } });
      expect(other.error.code).toBe('id.reused');
    });
  });
};
