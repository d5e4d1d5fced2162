import { commentRoutes } from '@suishoupai/shared/comments/contract';
import type { TicketId } from '@suishoupai/shared/ids';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import type { Person, Service } from '../../test/service.ts';

/** What neighbours add to a ticket, and who reads it when. */
export const commentCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  let ticketId: TicketId;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
    ticketId = (await on.report()).id;
  });
  const say = (person: Person, text: string, id = anActionId()) =>
    service.call(commentRoutes.addComment, { token: person.token, params: { ticketId }, body: { id, text } });
  const read = async (person?: Person) =>
    (
      await service.call(commentRoutes.listComments, { token: person?.token, params: { ticketId }, query: {} })
    ).body.items.map(({ author, text, isMine, safety }) => ({ author, text, isMine, safety }));

  describe('留言', () => {
    test('过审的人人看得到，新的在前；说话的人是居民、上报人或职务，没有名字', async () => {
      const { li, wang, zhang } = on.cast;
      await say(wang, '我家也看得到，确实不亮');
      await say(li, '谢谢邻居');
      await say(zhang, '明天上门');
      const shown = [
        { author: '幸福物业', text: '明天上门', isMine: false, safety: 'pass' },
        { author: '上报人', text: '谢谢邻居', isMine: false, safety: 'pass' },
        { author: '居民', text: '我家也看得到，确实不亮', isMine: false, safety: 'pass' },
      ];
      expect(await read()).toEqual(shown);
      expect((await read(wang))[2]?.isMine).toBe(true);
      expect((await on.inbox(li)).filter((title) => title === '有新留言')).toHaveLength(2);
    });

    test('没过审的只有自己和社区看得到，社区放行后才公开；进出审核的桌面', async () => {
      const { wang, liu, li } = on.cast;
      const id = anActionId();
      await say(wang, '待审的留言', id);
      expect([await read(), await read(li)]).toEqual([[], []]);
      expect(await read(wang)).toMatchObject([{ text: '待审的留言', safety: 'held' }]);
      expect(await read(liu)).toMatchObject([{ text: '待审的留言', safety: 'held' }]);
      expect(await on.inbox(liu)).toContain('有内容等您决定是否公开');
      expect(await on.inbox(li)).not.toContain('有新留言');
      const ticket = await on.stored(ticketId);
      for (const item of ticket.events.flatMap(({ photoIds }) => photoIds)) {
        await service.stores.tickets.judge(ticket, { item, verdict: 'pass', from: ['pending'] });
      }
      const waiting = async () => (await on.queue(liu, 'review')).body.items.map((card) => card.id);
      expect(await waiting()).toEqual([ticketId]);
      const body = { id: anActionId(), item: id, decision: 'show' } as const;
      await service.call(ticketRoutes.reviewHeld, { token: liu.token, params: { ticketId }, body });
      expect(await read()).toMatchObject([{ text: '待审的留言', safety: 'pass' }]);
      expect(await waiting()).toEqual([]);
    });

    test('放行以后，旧的记录再来一遍，不会又收回去', async () => {
      const { wang, liu } = on.cast;
      const id = anActionId();
      await say(wang, '待审的留言', id);
      const early = await service.stores.comments.find(ticketId, id);
      const body = { id: anActionId(), item: id, decision: 'show' } as const;
      await service.call(ticketRoutes.reviewHeld, { token: liu.token, params: { ticketId }, body });
      if (early === undefined) throw new Error('no comment');
      await service.followComment({ ...early, safety: 'pending' });
      expect(await read()).toMatchObject([{ text: '待审的留言', safety: 'pass' }]);
      expect((await on.stored(ticketId)).safety[id]).toBe('pass');
    });

    test('同一句再交一次只有一句；同一编号换了话或换了人，拒绝', async () => {
      const { wang, li } = on.cast;
      const id = anActionId();
      const first = await say(wang, '不亮', id);
      expect((await say(wang, '不亮', id)).body.id).toBe(first.body.id);
      expect((await say(wang, '别的话', id)).error.code).toBe('id.reused');
      expect((await say(li, '不亮', id)).error.code).toBe('id.reused');
      expect(await read()).toHaveLength(1);
    });

    test('留言以后事情撤回了，同一句再交一次还是那一句', async () => {
      const { li, wang } = on.cast;
      const id = anActionId();
      const first = await say(wang, '同一句', id);
      await on.take(li, 'withdraw', await on.get(ticketId, li));
      expect((await say(wang, '同一句', id)).body.id).toBe(first.body.id);
    });

    test('撤回的事不能留言，原来的留言也不再显示', async () => {
      const { wang, li } = on.cast;
      await say(wang, '不亮');
      await on.take(li, 'withdraw', await on.get(ticketId, li));
      expect((await say(wang, '还在吗')).error.code).toBe('ticket.stepNotAllowed');
      expect(await read()).toEqual([]);
    });

    test('留言多了一页页翻得完，不重不漏', async () => {
      const { wang } = on.cast;
      for (let count = 0; count < 23; count += 1) await say(wang, `第 ${count} 句`);
      const seen: (string | undefined)[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await service.call(commentRoutes.listComments, {
          params: { ticketId },
          query: cursor === undefined ? {} : { cursor },
        });
        seen.push(...body.items.map(({ text }) => text));
        cursor = body.next;
      } while (cursor !== undefined);
      expect(seen).toEqual(Array.from({ length: 23 }, (_, i) => `第 ${22 - i} 句`));
    });

    test('别的事的页码、编造的页码，不收', async () => {
      const { wang } = on.cast;
      for (let count = 0; count < 21; count += 1) await say(wang, `第 ${count} 句`);
      const page = (id: TicketId, query: { cursor?: string }) =>
        service.call(commentRoutes.listComments, { params: { ticketId: id }, query });
      const { next = '' } = (await page(ticketId, {})).body;
      const other = await on.report();
      for (const cursor of [next, 'bm90IGpzb24', Buffer.from('{"pk":"x"}').toString('base64url')]) {
        expect((await page(other.id, { cursor })).error.code).toBe('request.invalid');
      }
      expect((await page(ticketId, { cursor: next })).body.items).toHaveLength(1);
    });
  });
};
