import { newMeetingId, newVoteId, type TicketId } from '@suishoupai/shared/ids';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, aTicketId, inside, lampCode, outside, tail, unlistedCode } from '../../test/builders.ts';
import { makeJourney } from '../../test/journey.ts';
import type { Person, Service } from '../../test/service.ts';
import { aBody, makeAssembly } from '../meetings/meeting.builder.ts';
import { ticketLists } from '../tickets/store.ts';
import { announce, motion } from '../votes/votes.builder.ts';
import { topicItem } from './store.ts';
import { type Forum, makeForum } from './topic.builder.ts';

/** What was decided becomes tickets, and they come back to the topic. */
export const orderingCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Forum;
  beforeEach(async () => {
    service = await makeService();
    on = await makeForum(service);
  });
  const anOrder = (overrides: object = {}) => ({
    ticketId: aTicketId(),
    categoryCode: lampCode,
    words: '在 3 栋东门加装一盏路灯',
    basis: 'committee' as const,
    place: { ...inside, address: '3 栋东门' },
    ...overrides,
  });
  const ticketOf = async (ticketId: TicketId) =>
    (await service.call(ticketRoutes.getTicket, { params: { ticketId }, token: on.cast.liu.token })).body;

  describe('转成工单', () => {
    test('按责任清单派出，来自议事决定，和议题互相连着；办完、评过，议题上看得到', async () => {
      const journey = await makeJourney(service);
      let topic = await on.decided();
      const order = anOrder();
      topic = on.good(await on.tryOrder(topic, order));
      expect(topic.events.at(-1)).toMatchObject({ what: 'ticket', who: '幸福里居委会', words: order.words });
      expect(topic.tickets).toMatchObject([
        { ticketId: order.ticketId, link: 'to', state: 'dispatched', title: order.words },
      ]);
      const ticket = await ticketOf(order.ticketId);
      expect(ticket).toMatchObject({
        channel: 'resolution',
        department: { id: 'dep_wuye' },
        description: order.words,
        place: { label: '3 栋东门' },
      });
      expect(ticket.events[0]).toMatchObject({ step: 'report', actor: '幸福里居委会' });
      expect(ticket.topicId).toBe(topic.id);

      await on.later(3);
      expect((await on.get(topic.id)).missing).toEqual(['还有 1 件工单没有办结']);
      expect((await on.tryFinish(topic, 'publish', { words: '装好了' })).error.code).toBe('topic.proofMissing');
      const accepted = await journey.take(journey.cast.zhang, 'accept', ticket);
      const resolved = await journey.take(journey.cast.zhang, 'resolve', accepted);
      const closed = await journey.take(journey.cast.grid, 'confirm', resolved);
      await journey.take(on.cast.liu, 'rate', closed, { stars: 5 });
      topic = await on.finish(topic, 'publish');
      expect(topic).toMatchObject({ state: 'done', tickets: [{ state: 'rated', stars: 5 }] });
    });

    test('决定写明了部门的，就派给它；没有清单也没有写的，在社区的桌面上', async () => {
      const first = await on.decided();
      const named = anOrder({ departmentId: 'dep_chengguan' });
      const second = on.good(await on.tryOrder(first, named));
      const bare = anOrder({ categoryCode: unlistedCode, place: inside });
      on.good(await on.tryOrder(second, bare));
      const ticket = await ticketOf(named.ticketId);
      expect(ticket).toMatchObject({ state: 'dispatched', department: { id: 'dep_chengguan' } });
      expect(ticket.events.at(-1)).toMatchObject({ step: 'dispatch', note: '按议事决定派给城管中队' });
      expect(await ticketOf(bare.ticketId)).toMatchObject({ state: 'reported', place: { label: '幸福里社区' } });
    });

    test('结果出来以后，谁在办、到什么时候、办得怎样，从照片到照片都在议题上', async () => {
      const journey = await makeJourney(service);
      const { li, zhang, grid } = journey.cast;
      const passes = async (person: Person) => {
        const id = await service.cleanPhoto(person.personId);
        await service.stores.media.judge(person.personId, id, 'pass');
        return id;
      };
      const [was, left, held] = [await passes(li), await passes(zhang), await service.cleanPhoto(zhang.personId)];
      const from = await journey.report({ photoIds: [was] }, li);
      let topic = await on.decided({ ticketId: from.id });
      const order = anOrder();
      topic = on.good(await on.tryOrder(topic, order));
      const tickets = async () => (await on.get(topic.id)).tickets;
      const { dueAt } = await ticketOf(order.ticketId);
      expect(dueAt).toBeDefined();
      expect(await tickets()).toMatchObject([
        { link: 'from', state: 'dispatched', before: expect.stringContaining(was) },
        { link: 'to', state: 'dispatched', department: '幸福物业', dueAt, isLate: false },
      ]);
      expect((await tickets())[1]?.before).toBeUndefined();
      await on.later(60);
      expect((await tickets())[1]).toMatchObject({ isLate: true });

      const accepted = await journey.take(zhang, 'accept', await ticketOf(order.ticketId));
      const resolved = await journey.take(zhang, 'resolve', accepted, { photoIds: [held, left] });
      expect((await tickets())[1]).toMatchObject({ state: 'resolved', after: expect.stringContaining(left) });
      const closed = await journey.take(grid, 'confirm', resolved);
      await journey.take(on.cast.liu, 'rate', closed, { stars: 5 });
      expect((await tickets())[1]).toMatchObject({ state: 'rated', stars: 5, isLate: false });
    });

    test('同一份再交、记录再来一遍，工单只有一件；换了内容、占了别的编号，拒绝', async () => {
      const topic = await on.decided();
      const before = await on.stored(topic.id);
      const order = { ...anOrder(), id: anActionId() };
      const first = on.good(await on.tryOrder(topic, order));
      expect(on.good(await on.tryOrder(topic, order))).toEqual(first);
      expect((await on.tryOrder(topic, { ...order, words: '换成另一件事' })).error.code).toBe('id.reused');
      expect((await on.tryOrder(first, anOrder({ ticketId: order.ticketId }))).error.code).toBe('id.reused');
      await service.followHall({ before: topicItem(before), after: topicItem(await on.stored(topic.id)) });
      const { items } = await service.stores.tickets.list(ticketLists.community('xfl'));
      expect(items.map(({ id }) => id)).toEqual([order.ticketId]);
      const journey = await makeJourney(service);
      const taken = await journey.report();
      expect((await on.tryOrder(first, anOrder({ ticketId: taken.id }))).error.code).toBe('id.reused');
    });

    test('没有的类别、部门，负面清单上的，社区外的位置，没有的依据，都不收', async () => {
      const topic = await on.decided();
      const refusal = async (overrides: object) => (await on.tryOrder(topic, anOrder(overrides))).error.code;
      expect(await refusal({ categoryCode: 'C9999' })).toBe('category.unknown');
      expect(await refusal({ departmentId: 'dep_none' })).toBe('department.unknown');
      expect(await refusal({ place: outside })).toBe('place.outside');
      expect(await refusal({ ticketId: aTicketId('other') })).toBe('request.invalid');
      expect(await refusal({ basis: newVoteId('xfl', tail()) })).toBe('topic.proofMissing');
      expect(await refusal({ basis: newMeetingId('xfl', tail()) })).toBe('topic.proofMissing');
      const rule = { id: 'neg_lamp', codes: [lampCode], text: '社区没有路灯的维护权', basis: '市政管理条例' };
      await (await makeJourney(service)).relist(undefined, [rule]);
      const kept = (await on.tryOrder(topic, anOrder({ departmentId: 'dep_juwei' }))).error;
      expect(kept).toMatchObject({
        code: 'department.notAuthorised',
        details: [{ field: 'body.departmentId', rule: 'neg_lamp' }],
      });
      expect((await service.stores.tickets.list(ticketLists.community('xfl'))).items).toEqual([]);
      expect((await on.stored(topic.id)).orders).toEqual([]);
    });

    test('双签纪要里的决议可以转；议题没有生效的表决，看得到正在进行的', async () => {
      const assembly = await makeAssembly(service);
      const { id } = await on.underway();
      const standing = await on.stored(id);
      const announcements = [
        { id: anActionId(), at: standing.proposedAt, title: '公告', words: '公告', matters: [motion.text] },
      ];
      await service.stores.topics.save(standing, { ...standing, announcements, step: 'plan' });
      const vote = (await announce(on.hall, { topicId: id })).body;
      const seen = await on.get(id);
      expect(seen).toMatchObject({
        vote: { id: vote.id, isOpen: false },
        votes: [{ id: vote.id, state: 'announced' }],
      });
      expect(seen.events.at(-1)).toMatchObject({ what: 'vote', who: '幸福里居委会', words: vote.title });
      expect((await on.tryOrder(seen, anOrder({ basis: vote.id }))).error.code).toBe('topic.proofMissing');

      const resolutions = [{ id: anActionId(), words: '在东门加装一盏路灯', topicId: id }];
      const { meeting } = await assembly.signed(aBody({ resolutions }), { topicIds: [id] });
      const order = anOrder({ basis: meeting.id });
      expect(on.good(await on.tryOrder(seen, order)).tickets).toMatchObject([{ ticketId: order.ticketId, link: 'to' }]);
    });

    test('还没有决定的、没有受理的，不能转；居民不能转', async () => {
      const proposed = await on.propose();
      const underway = await on.underway();
      expect((await on.tryOrder(proposed, anOrder())).error.code).toBe('topic.stepNotAllowed');
      expect((await on.tryOrder(underway, anOrder())).error.code).toBe('topic.stepNotAllowed');
      expect((await on.tryOrder(underway, anOrder(), on.cast.zhang)).error.code).toBe('access.denied');
    });

    test('最多十件', async () => {
      let topic = await on.decided();
      for (let count = 0; count < 10; count += 1) topic = on.good(await on.tryOrder(topic, anOrder()));
      expect((await on.tryOrder(topic, anOrder())).error.code).toBe('topic.stepNotAllowed');
      expect(topic.may).not.toContain('ticket');
    });
  });
};
