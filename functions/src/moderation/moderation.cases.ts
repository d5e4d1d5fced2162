import { commentRoutes } from '@suishoupai/shared/comments/contract';
import type { TicketId } from '@suishoupai/shared/ids';
import { type FlagReason, moderationRoutes } from '@suishoupai/shared/moderation/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { aMediaId, anActionId } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import { community, type Person, type Service } from '../../test/service.ts';

/** Complaints, decisions, takedowns and appeals. */
export const moderationCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  let ticketId: TicketId;
  let words: string;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
    const ticket = await on.report();
    ticketId = ticket.id;
    words = ticket.events[0]?.id ?? '';
    const stored = await on.stored(ticketId);
    for (const item of stored.events.flatMap(({ photoIds }) => photoIds)) {
      await service.stores.tickets.judge(stored, { item, verdict: 'pass', from: ['pending'] });
    }
  });
  const flag = (person: Person, item = words, reason: FlagReason = 'abuse', id = anActionId()) =>
    service.call(moderationRoutes.flag, { token: person.token, params: { ticketId }, body: { id, item, reason } });
  const appeal = (person: Person, item = words, id = anActionId()) =>
    service.call(moderationRoutes.appeal, {
      token: person.token,
      params: { ticketId },
      body: { id, item, note: '我说的是事实' },
    });
  const review = (person: Person, decision: 'show' | 'hide', item = words, id = anActionId()) =>
    service.call(ticketRoutes.reviewHeld, {
      token: person.token,
      params: { ticketId },
      body: { id, item, decision, ...(decision === 'hide' ? { reason: '含他人隐私' } : {}) },
    });
  const flags = async (person: Person) =>
    (await service.call(moderationRoutes.listFlags, { token: person.token, params: { ticketId } })).body.items;
  const isOpen = async () => (await on.get(ticketId)).description !== undefined;
  const waiting = async () => (await on.queue(on.cast.liu, 'review')).body.items.map(({ id }) => id);
  const strangers = (count: number) => Promise.all(Array.from({ length: count }, (_, i) => service.signIn(`s${i}`)));

  describe('没过审的', () => {
    test('社区决定公开才公开；决定留痕，外人看不到谁决定的', async () => {
      const { liu, zhang, li } = on.cast;
      const ticket = await on.report({ description: '待审的话' });
      ticketId = ticket.id;
      const item = ticket.events[0]?.id ?? '';
      expect(await isOpen()).toBe(false);
      expect((await on.get(ticketId, liu)).events[0]?.safety).toBe('held');
      expect(await waiting()).toEqual([ticketId]);
      const stored = await on.stored(ticketId);
      const photo = stored.events[0]?.photoIds[0] ?? '';
      await service.stores.tickets.judge(stored, { item: photo, verdict: 'pass', from: ['pending'] });
      expect(await waiting()).toEqual([ticketId]);
      expect((await review(zhang, 'show', item)).error.code).toBe('access.denied');
      expect((await review(liu, 'show', aMediaId())).error.code).toBe('ticket.stepNotAllowed');
      const id = anActionId();
      expect((await review(liu, 'show', item, id)).status).toBe(200);
      expect(await waiting()).toEqual([]);
      expect((await on.get(ticketId)).description).toBe('待审的话');
      await review(liu, 'hide', item);
      expect((await review(liu, 'show', item, id)).status).toBe(200);
      expect((await review(liu, 'hide', item, id)).error.code).toBe('id.reused');
      const lines = (await on.get(ticketId, liu)).events.filter(({ step }) => step === 'review');
      expect(lines.map(({ actor, note }) => `${actor} ${note}`)).toEqual([
        '幸福里居委会 公开文字',
        '幸福里居委会 不公开文字：含他人隐私',
      ]);
      expect((await on.get(ticketId)).events.some(({ step }) => step === 'review')).toBe(false);
      expect(await isOpen()).toBe(false);
      expect((await on.get(ticketId, li)).description).toBe('待审的话');
    });
  });

  describe('投诉', () => {
    test('一个人投诉，照样公开，告诉社区；三个不同的人投诉，先隐藏，等人决定', async () => {
      const [one, two, three] = await strangers(3);
      if (one === undefined || two === undefined || three === undefined) throw new Error('three strangers');
      const { liu } = on.cast;
      expect((await flag(one)).body).toEqual({ isNoted: true });
      expect(await isOpen()).toBe(true);
      expect(await waiting()).toEqual([ticketId]);
      expect(await on.inbox(liu)).toContain('有人投诉，请决定是否公开');
      await flag(one, words, 'privacy');
      await flag(two, words, 'privacy');
      expect(await isOpen()).toBe(true);
      await flag(three);
      expect(await isOpen()).toBe(false);
      expect((await on.get(ticketId)).title).toBe('路灯');
      expect(await flags(liu)).toEqual([
        { item: words, kind: 'flag', count: 3, reasons: expect.arrayContaining(['abuse', 'privacy']), notes: [] },
      ]);
      expect(JSON.stringify(await flags(liu))).not.toContain('usr_');
    });

    test('决定公开以后，先前的投诉不再算数：同一个人重交、一个新的人投诉，都不会又隐藏', async () => {
      const people = await strangers(4);
      const { liu } = on.cast;
      for (const person of people.slice(0, 3)) await flag(person);
      await service.moveTo('2026-11-16T03:00:00.000Z');
      expect((await review(liu, 'show')).status).toBe(200);
      expect(await isOpen()).toBe(true);
      await service.moveTo('2026-11-16T04:00:00.000Z');
      for (const person of people) await flag(person);
      expect(await isOpen()).toBe(true);
      expect((await on.get(ticketId, liu)).events[0]?.safety).toBe('flagged');
    });

    test('不能投诉自己的、系统写的、没有的；同一编号换了理由，拒绝', async () => {
      const { li, wang } = on.cast;
      const system = (await on.get(ticketId)).events[1]?.id ?? '';
      expect((await flag(li)).error.code).toBe('ticket.stepNotAllowed');
      expect((await flag(wang, system)).error.code).toBe('ticket.stepNotAllowed');
      expect((await flag(wang, aMediaId())).error.code).toBe('ticket.stepNotAllowed');
      const id = anActionId();
      await flag(wang, words, 'abuse', id);
      expect((await flag(wang, words, 'privacy', id)).error.code).toBe('id.reused');
    });

    test('照片、留言也能投诉', async () => {
      const { wang, liu, li } = on.cast;
      const photo = (await on.get(ticketId, li)).events[0]?.photos[0]?.id ?? '';
      await flag(wang, photo);
      const comment = anActionId();
      await service.call(commentRoutes.addComment, {
        token: wang.token,
        params: { ticketId },
        body: { id: comment, text: '广告：修灯找我' },
      });
      await flag(li, comment, 'advertising');
      expect((await flags(liu)).map(({ item, text }) => ({ item, text }))).toEqual(
        expect.arrayContaining([
          { item: photo, text: undefined },
          { item: comment, text: '广告：修灯找我' },
        ]),
      );
      await review(liu, 'hide', comment);
      const seen = async (person?: Person) =>
        (
          await service.call(commentRoutes.listComments, { token: person?.token, params: { ticketId }, query: {} })
        ).body.items.map(({ text, safety }) => ({ text, safety }));
      expect(await seen(li)).toEqual([]);
      expect(await seen(wang)).toEqual([{ text: '广告：修灯找我', safety: 'hidden' }]);
      expect(await on.inbox(wang)).toContain('您的内容没有公开');
    });

    test('投诉了什么，只有社区和街道看得到', async () => {
      const { li, zhang, grid, sun } = on.cast;
      await flag(on.cast.wang);
      for (const person of [li, zhang, grid]) {
        const answer = await service.call(moderationRoutes.listFlags, { token: person.token, params: { ticketId } });
        expect(answer.error.code).toBe('access.denied');
      }
      expect(await flags(sun)).toHaveLength(1);
    });
  });

  describe('下架与申诉', () => {
    test('下架告诉作者和缘由；作者申诉一次，由另一个人再看', async () => {
      const { li, liu, wang } = on.cast;
      const wei = await service.signIn('wei', { ...community, label: '居委会小魏' });
      expect((await appeal(li)).error.code).toBe('ticket.stepNotAllowed');
      await review(liu, 'hide');
      expect(await on.inbox(li)).toContain('您的内容没有公开');
      const { items } = await service.stores.notices.list(li.personId, undefined);
      expect(items.find(({ kind }) => kind === 'ticketTakedown')?.text).toContain('含他人隐私');
      expect((await on.get(ticketId, li)).events[0]?.hidden).toEqual([words]);
      expect((await appeal(wang)).error.code).toBe('access.denied');
      const id = anActionId();
      expect((await appeal(li, words, id)).body).toEqual({ isNoted: true });
      expect((await appeal(li, words, id)).body).toEqual({ isNoted: true });
      expect((await appeal(li)).error.code).toBe('ticket.stepNotAllowed');
      expect(await on.inbox(wei)).toContain('有人申诉，请再看一次');
      expect(await isOpen()).toBe(false);
      expect((await flags(wei))[0]).toMatchObject({ kind: 'appeal', notes: ['我说的是事实'] });
      expect((await review(liu, 'show')).error.code).toBe('access.denied');
      expect((await review(wei, 'show')).status).toBe(200);
      expect(await isOpen()).toBe(true);
      expect(await waiting()).toEqual([]);
    });

    test('申诉不成，不能再申诉；街道也可以来看', async () => {
      const { li, liu, sun } = on.cast;
      await review(liu, 'hide');
      await appeal(li);
      expect((await review(sun, 'hide')).status).toBe(200);
      expect((await appeal(li)).error.code).toBe('ticket.stepNotAllowed');
      expect(await isOpen()).toBe(false);
    });

    test('申诉的请求晚到一次，已经再看过的不会又回到待办', async () => {
      const { li, liu, sun } = on.cast;
      await review(liu, 'hide');
      const id = anActionId();
      await appeal(li, words, id);
      await review(sun, 'hide');
      expect((await appeal(li, words, id)).body).toEqual({ isNoted: true });
      expect(await waiting()).toEqual([]);
    });
  });
};
