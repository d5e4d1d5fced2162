import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Journey, makeJourney } from '../../test/journey.ts';
import type { Person, Service } from '../../test/service.ts';

/** Who sees what, and who is told that it was seen. */
export const privacyCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });
  const listed = async () =>
    (await service.call(ticketRoutes.listTickets, { query: { communityId: 'xfl' } })).body.items;
  const showPhotos = async (id: string) => {
    const ticket = await on.stored(id);
    for (const item of ticket.events.flatMap(({ photoIds }) => photoIds)) {
      await service.stores.tickets.judge(ticket, { item, verdict: 'pass', from: ['pending'] });
    }
  };

  describe('谁看得到什么', () => {
    test('外人看不到谁报的、准确位置和未过审的内容', async () => {
      const { wang, li } = on.cast;
      const ticket = await on.report({ description: '待审的话' });
      const seen = await on.get(ticket.id, wang);
      expect(seen).toMatchObject({ relation: 'public', place: {}, title: '路灯', can: [] });
      const text = JSON.stringify([seen, await on.get(ticket.id), await listed()]);
      for (const secret of [
        li.personId,
        '待审的话',
        '3 栋',
        '121.415',
        'openid',
        ...ticket.events.flatMap(({ photos }) => photos.map(({ id }) => id)),
      ]) {
        expect(text).not.toContain(secret);
      }
    });

    test('过审之后，外人看得到话和照片，仍看不到位置', async () => {
      const ticket = await on.report();
      await showPhotos(ticket.id);
      const seen = await on.get(ticket.id);
      expect(seen.title).toBe('3 栋门前路灯不亮，晚上七点以后一直不亮');
      expect(seen.coverUrl).toContain('thumb.jpg');
      expect(seen.place).toEqual({});
      expect((await listed())[0]?.title).toBe(seen.title);
      expect(JSON.stringify(await listed())).not.toContain(on.cast.li.personId);
    });

    test('撤回之后，话和照片外人都看不到了', async () => {
      const ticket = await on.report();
      await showPhotos(ticket.id);
      expect((await on.get(ticket.id)).description).toBeDefined();
      await on.take(on.cast.li, 'withdraw', ticket);
      const seen = await on.get(ticket.id);
      expect(seen).toMatchObject({ state: 'withdrawn', title: '路灯' });
      expect([seen.description, seen.coverUrl, ...seen.events.flatMap(({ photos }) => photos)]).toEqual([
        undefined,
        undefined,
      ]);
      const [card] = await listed();
      expect([card?.title, card?.coverUrl]).toEqual(['路灯', undefined]);
    });

    test('内部备注只有工作人员看得到：居民、同感的人、外人、通知里都没有，也不用审核', async () => {
      const { li, wang, zhang, liu, grid, cheng } = on.cast;
      const ticket = await on.report();
      await on.join(wang, ticket.id);
      await showPhotos(ticket.id);
      const noted = await on.take(zhang, 'remark', ticket, { note: '待审的内部话，业主电话另记' });
      expect(noted.version).toBe(ticket.version);
      expect(noted.isHeld).toBe(false);
      expect(await on.refusal(li, 'remark', ticket)).toBe('access.denied');
      expect(await on.refusal(cheng, 'remark', ticket)).toBe('access.denied');
      for (const person of [liu, grid]) {
        expect((await on.get(ticket.id, person)).events.at(-1)).toMatchObject({
          step: 'remark',
          note: '待审的内部话，业主电话另记',
          post: '幸福物业',
        });
      }
      const others: (Person | undefined)[] = [li, wang, cheng, undefined];
      for (const person of others) {
        const seen = await on.get(ticket.id, person);
        expect(JSON.stringify(seen)).not.toMatch(/内部话|remark/);
      }
      for (const { personId } of [li, wang]) {
        expect(JSON.stringify(await service.stores.notices.list(personId, undefined))).not.toContain('内部话');
      }
    });

    test('退回以后经手的职务、同事的名字只给工作人员', async () => {
      const { zhang, li } = on.cast;
      const ticket = await on.accepted();
      expect(ticket.events.at(-1)?.post).toBe('幸福物业');
      const seen = await on.get(ticket.id, li);
      expect(seen.events.every(({ post, colleague }) => post === undefined && colleague === undefined)).toBe(true);
      expect(JSON.stringify(seen)).not.toContain(zhang.personId);
    });
  });

  describe('谁看过', () => {
    const log = async (person: Person) =>
      (await service.call(peopleRoutes.listAccessLog, { token: person.token, query: {} })).body.items;

    test('工作人员打开一件事，一人一天记一次，本人看得到，别人看不到', async () => {
      const { li, wang, zhang, liu } = on.cast;
      const ticket = await on.report();
      for (const person of [zhang, zhang, liu, wang, li]) await on.get(ticket.id, person);
      const at = service.now().toISOString();
      expect((await log(li)).toSorted((a, b) => (a.who < b.who ? -1 : 1))).toEqual([
        { at, who: '幸福物业', ticketId: ticket.id, what: 'ticket' },
        { at, who: '幸福里居委会', ticketId: ticket.id, what: 'ticket' },
      ]);
      expect([await log(wang), await log(zhang)]).toEqual([[], []]);
      await service.moveTo('2026-11-17T02:00:00.000Z');
      await on.get(ticket.id, zhang);
      expect((await log(li)).map(({ at: day }) => day.slice(0, 10))).toEqual([
        '2026-11-17',
        '2026-11-16',
        '2026-11-16',
      ]);
    });

    test('没打开过，只写一句内部备注也看得到全部，照样记下', async () => {
      const { li, zhang } = on.cast;
      const ticket = await on.report();
      await on.take(zhang, 'remark', ticket);
      expect((await log(li)).map(({ who }) => who)).toEqual(['幸福物业']);
    });

    test('看不到准确位置的部门不算看过', async () => {
      const { li, cheng } = on.cast;
      await on.get((await on.report()).id, cheng);
      expect(await log(li)).toEqual([]);
    });
  });
};
