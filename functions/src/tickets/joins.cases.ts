import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { inside, unlistedCode } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import type { Person, Service } from '../../test/service.ts';

/** About 0.0001 degrees of latitude are 11 metres. */
const north = (metres: number) => ({ point: { ...inside, lat: inside.lat + metres / 111_320 }, label: '附近' });

/** The same matter reported twice: joining, and what comes back. */
export const joinCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });
  const similar = async (categoryCode: string, { point }: ReturnType<typeof north>, person?: Person) =>
    (await service.call(ticketRoutes.listSimilar, { query: { categoryCode, ...point }, token: person?.token })).body
      .items;

  describe('附近同类', () => {
    test('只给同一类、够近、没办完的，近的在前，说出是不是我的、同感过没有', async () => {
      const { li, wang, liu } = on.cast;
      const far = await on.report({ place: north(40) });
      const near = await on.report({ place: north(10) });
      await on.report({ place: north(80) });
      await on.report({ place: north(5), categoryCode: unlistedCode });
      await on.take(li, 'withdraw', await on.report({ place: north(1) }));
      await on.closed({ place: north(2) });
      await on.join(wang, far.id);
      const seen = await similar('C0118', north(0), wang);
      expect(seen.map(({ ticket }) => ticket.id)).toEqual([near.id, far.id]);
      expect(seen.map(({ metres }) => metres)).toEqual([10, 40]);
      expect(seen.map(({ hasJoined, isMine }) => [hasJoined, isMine])).toEqual([
        [false, false],
        [true, false],
      ]);
      expect((await similar('C0118', north(0), li)).map(({ isMine }) => isMine)).toEqual([true, true]);
      expect(JSON.stringify(await similar('C0118', north(0)))).not.toMatch(/附近|121\.415|usr_/);
      await on.redraw({ settings: { duplicateMetres: 20 } });
      expect((await similar('C0118', north(0), liu)).map(({ ticket }) => ticket.id)).toEqual([near.id]);
    });
  });

  describe('同感', () => {
    test('点一下就同感，点两下也只算一个；自己的、办完的不能', async () => {
      const { li, wang, zhao } = on.cast;
      const ticket = await on.report();
      for (let times = 0; times < 2; times += 1) {
        expect((await on.join(wang, ticket.id)).body).toMatchObject({ relation: 'joiner', joins: 1, hasJoined: true });
      }
      expect((await on.join(li, ticket.id)).error.code).toBe('ticket.stepNotAllowed');
      expect((await on.get(ticket.id)).joins).toBe(1);
      const closed = await on.closed();
      expect((await on.join(zhao, closed.id)).error.code).toBe('ticket.stepNotAllowed');
      const mine = await service.call(ticketRoutes.listJoined, { token: wang.token, query: {} });
      expect(mine.body.items.map(({ id }) => id)).toEqual([ticket.id]);
    });

    test('之后的每一步都告诉他；他可以评价、重新打开；看不到准确位置', async () => {
      const { li, wang, zhang } = on.cast;
      const ticket = await on.report();
      await on.join(wang, ticket.id);
      const done = await on.take(zhang, 'resolve', await on.take(zhang, 'accept', ticket));
      const closed = await on.take(li, 'confirm', done);
      expect(await on.inbox(wang)).toEqual(['已办结，请评价', '已处理，修好了吗？', '已有人处理']);
      expect(await on.refusal(wang, 'confirm', done)).toBe('access.denied');
      const seen = await on.get(closed.id, wang);
      expect(seen).toMatchObject({ relation: 'joiner', place: {}, can: ['rate', 'reopen'] });
      const rated = await on.take(wang, 'rate', closed, { stars: 4 });
      expect(rated).toMatchObject({ state: 'rated', stars: 4 });
      expect(rated.events.at(-1)?.actor).toBe('同感的居民');
      const both = await on.take(li, 'rate', rated, { stars: 5 });
      expect(both.stars).toBe(5);
      expect(await on.refusal(wang, 'rate', both)).toBe('ticket.rated');
      expect(await on.take(wang, 'reopen', both)).toMatchObject({ state: 'rework', reopens: 1 });
      expect(await on.inbox(li)).toContain('已重新打开');
    });

    test('离开以后不再告诉他，也不能评价', async () => {
      const { li, wang, zhang } = on.cast;
      const ticket = await on.report();
      await on.join(wang, ticket.id);
      expect((await on.leave(wang, ticket.id)).body).toMatchObject({ joins: 0, hasJoined: false, relation: 'public' });
      const closed = await on.take(
        li,
        'confirm',
        await on.take(zhang, 'resolve', await on.take(zhang, 'accept', ticket)),
      );
      expect(await on.inbox(wang)).toEqual([]);
      expect(await on.refusal(wang, 'rate', closed)).toBe('access.denied');
    });

    test('邻居收到的话里没有未过审的文字', async () => {
      const { wang, zhang, li } = on.cast;
      const ticket = await on.report({ description: '待审的话' });
      await on.join(wang, ticket.id);
      await on.take(zhang, 'progress', await on.take(zhang, 'accept', ticket), { note: '待审的进展' });
      const { items } = await service.stores.notices.list(wang.personId, undefined);
      expect(items).toHaveLength(2);
      expect(JSON.stringify(items)).not.toContain('待审');
      expect(JSON.stringify(await service.stores.notices.list(li.personId, undefined))).toContain('待审的进展');
    });
  });

  describe('又来了', () => {
    test('九十天内同一类、同一处再报，连到上一次，数得出第几次；过了就不算', async () => {
      const closed = await on.closed();
      await service.moveTo('2027-02-14T02:00:00.000Z');
      const again = await on.report({ place: north(20) });
      expect(again).toMatchObject({ repeats: 1, repeatOf: { id: closed.id, number: closed.number } });
      const { li, zhang } = on.cast;
      await on.take(li, 'confirm', await on.take(zhang, 'resolve', await on.take(zhang, 'accept', again)));
      expect(await on.report()).toMatchObject({ repeats: 2, repeatOf: { id: again.id } });
      expect((await on.report({ place: north(120) })).repeatOf).toBeUndefined();
      await service.moveTo('2027-05-16T02:00:00.000Z');
      expect(await on.report()).toMatchObject({ repeats: 0 });
    });
  });
};
