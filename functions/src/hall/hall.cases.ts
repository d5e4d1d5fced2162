import { hallRoutes } from '@suishoupai/shared/hall/contract';
import { householdRoutes } from '@suishoupai/shared/households/contract';
import { newClaimId } from '@suishoupai/shared/ids';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { beforeEach, expect, test } from 'vitest';
import { anActionId, tail } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { makeAssembly, startsAt } from '../meetings/meeting.builder.ts';
import { type Forum, makeForum } from '../topics/topic.builder.ts';
import { announce, anOpenVote, close, enterPaper, publish, slotIn } from '../votes/votes.builder.ts';

const query = { communityId: 'xfl' };
const nothing = { count: 0 };

/** What goes on and what waits in 议事厅, in one answer each. */
export const hallCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Forum;
  beforeEach(async () => {
    service = await makeService();
    on = await makeForum(service);
  });
  const desk = async (person: Person = on.cast.liu) =>
    on.good(await service.call(hallRoutes.getHallDesk, { token: person.token, query }));
  const overview = async (person?: Person) =>
    on.good(await service.call(hallRoutes.getHallOverview, { token: person?.token, query }));
  const claim = (person: Person) =>
    service.call(householdRoutes.claimHousehold, {
      token: person.token,
      body: {
        id: newClaimId('xfl', tail()),
        ...{ building: '1', entrance: '1', room: '101', as: 'member', name: '房客', idTail: '0000' },
      },
    });

  test('没有事的时候，一件也不等；只有社区和街道看得到', async () => {
    const { waiting, topics, meetings, votes, hasRoll } = await desk(on.cast.sun);
    expect(Object.values(waiting)).toEqual(Array.from({ length: 10 }, () => nothing));
    expect([topics.supported, meetings, votes, hasRoll]).toEqual([[], [], [], true]);
    for (const person of [on.cast.zhang, on.cast.wang]) {
      const refused = await service.call(hallRoutes.getHallDesk, { token: person.token, query });
      expect(refused.error.code).toBe('access.denied');
    }
    const elsewhere = { token: on.cast.liu.token, query: { communityId: 'none' } };
    expect((await service.call(hallRoutes.getHallDesk, elsewhere)).error.code).toBe('access.denied');
    expect((await service.call(hallRoutes.getHallOverview, { query: { communityId: 'none' } })).error.code).toBe(
      'community.notFound',
    );
  });

  test('申请、待看的文字、要答复的议题、过期的一步、今天的会，各有多少、最近到什么时候', async () => {
    await claim(on.cast.guest);
    const first = await on.supported();
    const { answerBy } = await on.stored(first.id);
    await on.propose(on.cast.zhao, { title: '待审的题目' });
    await on.say(on.cast.li, first.id, '待审的话');
    const meetings = await makeAssembly(service);
    const { body: meeting } = await meetings.call();
    expect((await desk()).waiting).toMatchObject({
      claims: { count: 1 },
      held: { count: 2 },
      answers: { count: 1, dueAt: answerBy },
      lateSteps: nothing,
      meetingsToday: nothing,
    });
    const taken = on.good(await on.tryTakeUp(first));
    await service.moveTo(startsAt);
    const { waiting, topics, meetings: listed } = await desk();
    expect(waiting).toMatchObject({ answers: nothing, lateSteps: { count: 1 }, meetingsToday: { count: 1 } });
    expect(waiting.meetingsToday.dueAt).toBe(startsAt);
    expect(topics.underway).toMatchObject([{ id: taken.id, isLate: true, step: taken.step }]);
    expect(listed).toMatchObject([{ id: meeting.id, state: 'announced' }]);

    const opened = (await meetings.step(meeting, 'open')).body;
    const ended = (await meetings.step(opened, 'end')).body;
    await on.later(1);
    expect((await desk()).waiting).toMatchObject({ minutes: { count: 1 }, meetingsToday: nothing });
    expect((await desk()).meetings).toMatchObject([{ id: ended.id, state: 'ended', minutesState: 'none' }]);
  });

  test('表决：纸票要复核、截止了要对账、要答复的异议到期满为止；办完就不在了', async () => {
    const { hall } = on;
    const li = await hall.owner('li', '1-1-201');
    const paper = await anOpenVote(hall);
    await enterPaper(hall, paper.id, { slot: (await slotIn(hall, paper.id, li)).slot });
    const seen = await desk();
    expect(seen.waiting).toMatchObject({ paper: { count: 1 }, counts: nothing });
    expect(seen.votes).toMatchObject([{ id: paper.id, state: 'open', sheets: 1, objections: 0 }]);
    await close(hall, paper.id);
    expect((await desk()).waiting).toMatchObject({ paper: { count: 1 }, counts: { count: 1 }, results: nothing });

    await service.moveTo('2026-11-16T02:00:00.000Z');
    const online = await anOpenVote(hall, { takesPaper: false });
    await close(hall, online.id);
    expect((await desk()).waiting).toMatchObject({ results: { count: 1 }, objections: nothing });
    await publish(hall, online.id);
    const params = { voteId: online.id };
    const objection = { id: anActionId(), words: '我家没有收到通知' };
    on.good(await hall.call(voteRoutes.object, { token: li.token, params, body: objection }));
    const until = (await service.stores.votes.find(online.id))?.published?.until;
    expect((await desk()).waiting.objections).toEqual({ count: 1, dueAt: until });
    await hall.call(voteRoutes.answerObjection, {
      token: on.cast.liu.token,
      params: { ...params, objectionId: objection.id },
      body: { id: anActionId(), words: '已经核实，通知贴在门厅。' },
    });
    expect((await desk()).waiting.objections).toEqual(nothing);
  });

  test('议事厅一次看全：能投的表决和我投了没有、要开的会、最新的议题', async () => {
    const { hall } = on;
    const li = await hall.owner('li', '1-1-201');
    const topic = await on.propose();
    const later = await makeAssembly(service);
    const { body: meeting } = await later.call({
      startsAt: '2026-12-20T11:00:00.000Z',
      endsAt: '2026-12-20T13:00:00.000Z',
    });
    for (let count = 0; count < 3; count += 1) await announce(hall, { opensAt: '2026-12-05T02:00:00.000Z' });
    const vote = await anOpenVote(hall, { takesPaper: false });
    const seen = await overview(li);
    expect(seen.votes[0]).toMatchObject({ id: vote.id, state: 'open', mine: 'canCast' });
    expect(seen.meetings).toMatchObject([{ id: meeting.id }]);
    expect(seen.topics.items).toMatchObject([{ id: topic.id, title: topic.title }]);
    expect((await overview()).votes[0]).not.toHaveProperty('mine');
    expect((await overview()).votes.map(({ state }) => state)).toEqual(['open', 'announced', 'announced']);
  });
};
