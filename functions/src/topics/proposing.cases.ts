import { newTopicId } from '@suishoupai/shared/ids';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, aPersonId, aTicketId, tail } from '../../test/builders.ts';
import { makeJourney } from '../../test/journey.ts';
import type { Service } from '../../test/service.ts';
import { makeTopicAudience } from './audience.ts';
import { type Forum, makeForum } from './topic.builder.ts';

/** How topics come up from below: proposed, supported, taken back, lapsed; and from a ticket that many have joined. */
export const proposingCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Forum;
  beforeEach(async () => {
    service = await makeService();
    on = await makeForum(service);
  });
  const list = async (state?: 'proposed' | 'supported' | 'underway' | 'over', person?: { token: string }) =>
    on.good(
      await service.call(topicRoutes.listTopics, {
        token: person?.token,
        query: { communityId: 'xfl', ...(state === undefined ? {} : { state }) },
      }),
    );

  describe('提议', () => {
    test('提了就看得到：路径按类别定，提议人自己算一个附议，没有名字', async () => {
      const topic = await on.propose(on.cast.wang, { kind: 'urgent' });
      expect(topic).toMatchObject({
        state: 'proposed',
        path: 'fast',
        supports: 1,
        threshold: 3,
        dueAt: '2026-12-16T02:00:00.000Z',
        isMine: true,
        isSupported: true,
        isLate: false,
        steps: [],
        missing: [],
      });
      expect(topic.may).toEqual(['withdraw', 'comment']);
      expect(topic.events).toMatchObject([{ what: 'propose', who: '居民' }]);
      expect(JSON.stringify(await on.get(topic.id))).not.toContain('usr_');
    });

    test('没有认证住处的人也能提，但不算附议', async () => {
      const topic = await on.propose(on.cast.li);
      expect(topic).toMatchObject({ supports: 0, isSupported: false });
      expect((await on.support(on.cast.li, topic.id)).error.code).toBe('household.needed');
    });

    test('同一份再交一次只有一份；换了内容、换了人，拒绝', async () => {
      const proposal = on.aProposal();
      const first = on.good(await on.tryPropose(on.cast.wang, proposal));
      expect(on.good(await on.tryPropose(on.cast.wang, proposal))).toEqual(first);
      expect((await on.tryPropose(on.cast.wang, { ...proposal, title: '换个题目' })).error.code).toBe('id.reused');
      expect((await on.tryPropose(on.cast.zhao, proposal)).error.code).toBe('id.reused');
      expect((await list()).items).toHaveLength(1);
    });

    test('一人一天最多三个，第四个第二天再提；重交不算', async () => {
      const last = on.aProposal();
      await on.propose();
      await on.propose();
      on.good(await on.tryPropose(on.cast.wang, last));
      expect((await on.tryPropose(on.cast.wang, last)).status).toBe(200);
      expect((await on.tryPropose(on.cast.wang, on.aProposal())).error.code).toBe('topic.tooMany');
      expect((await on.tryPropose(on.cast.zhao, on.aProposal())).status).toBe(200);
      await on.later(1);
      expect((await on.tryPropose(on.cast.wang, on.aProposal())).status).toBe(200);
      expect((await list()).items).toHaveLength(5);
    });

    test('四份同时交，留下三份', async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => on.tryPropose(on.cast.wang, on.aProposal())));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429]);
      expect((await list()).items).toHaveLength(3);
    });

    test('没有的社区、没有的照片、别人的照片，拒绝，什么也不写', async () => {
      const refusal = async (overrides: object) => (await on.tryPropose(on.cast.wang, on.aProposal(overrides))).error;
      expect((await refusal({ id: newTopicId('nowhere', tail()) })).code).toBe('community.notFound');
      const photo = await service.cleanPhoto(on.cast.li.personId);
      expect(await refusal({ photos: [photo] })).toMatchObject({
        code: 'media.notFound',
        details: [{ field: 'body.photos.0' }],
      });
      expect((await list()).items).toEqual([]);
      // None of the refused has taken a place of the day.
      for (let count = 0; count < 3; count += 1) await on.propose();
    });

    test('照片过了审别人才看得到', async () => {
      const photo = await service.cleanPhoto(on.cast.wang.personId);
      const topic = await on.propose(on.cast.wang, { photos: [photo] });
      expect(topic.photos).toMatchObject([{ id: photo }]);
      expect((await on.get(topic.id)).photos).toEqual([]);
      await service.stores.media.judge(on.cast.wang.personId, photo, 'pass');
      expect((await on.get(topic.id)).photos).toMatchObject([{ id: photo }]);
    });

    test('没过审的话只有提议人和社区看得到，也不能附议，社区放行后才公开', async () => {
      const { wang, zhao, liu, sun } = on.cast;
      const topic = await on.propose(wang, { title: '待审的题目' });
      expect(topic).toMatchObject({ title: '待审的题目', isHeld: true });
      const open = await on.get(topic.id, zhao);
      expect([open.title, open.words, open.may]).toEqual([undefined, undefined, []]);
      expect((await list()).items.map(({ title }) => title)).toEqual([undefined]);
      expect((await list(undefined, sun)).items.map(({ title }) => title)).toEqual(['待审的题目']);
      expect((await on.support(zhao, topic.id)).error.code).toBe('topic.stepNotAllowed');
      const judge = { id: anActionId(), item: 'topic', verdict: 'pass' } as const;
      const params = { topicId: topic.id };
      expect(
        (await service.call(topicStaffRoutes.judgeWords, { token: zhao.token, params, body: judge })).error.code,
      ).toBe('access.denied');
      on.good(await service.call(topicStaffRoutes.judgeWords, { token: liu.token, params, body: judge }));
      expect(await on.get(topic.id, wang)).toMatchObject({ isHeld: false });
      expect((await on.get(topic.id, zhao)).title).toBe('待审的题目');
      expect((await on.support(zhao, topic.id)).status).toBe(200);
    });
  });

  describe('从一件事提成议题', () => {
    test('事连着议题，议题看得到那件事现在怎样', async () => {
      const journey = await makeJourney(service);
      const ticket = await journey.report({}, on.cast.li);
      const topic = await on.propose(on.cast.zhao, { ticketId: ticket.id });
      expect(topic.tickets).toMatchObject([
        { ticketId: ticket.id, link: 'from', state: 'dispatched', department: '幸福物业' },
      ]);
      const now = () => journey.get(ticket.id);
      expect(await now()).toMatchObject({ topicId: topic.id, version: ticket.version });
      await on.propose(on.cast.wang, { ticketId: ticket.id });
      expect(await now()).toMatchObject({ topicId: topic.id, version: ticket.version });
      await journey.take(journey.cast.zhang, 'accept', ticket);
      expect(await now()).toMatchObject({ topicId: topic.id, state: 'accepted' });
    });

    test('没有的、撤回的、别的社区的事，不能提', async () => {
      const journey = await makeJourney(service);
      const ticket = await journey.report({}, on.cast.li);
      await journey.take(on.cast.li, 'withdraw', ticket);
      for (const ticketId of [aTicketId(), ticket.id, aTicketId('other')]) {
        expect((await on.tryPropose(on.cast.wang, on.aProposal({ ticketId }))).error.code).toBe('ticket.notFound');
      }
      expect((await list()).items).toEqual([]);
    });
  });

  describe('附议', () => {
    test('够数就必须答复：十个工作日，急事两个', async () => {
      const topic = await on.supported();
      expect(topic).toMatchObject({ state: 'supported', supports: 3, dueAt: '2026-11-30T10:00:00.000Z' });
      expect(topic.events.map(({ what }) => what)).toEqual(['propose', 'support']);
      expect(await on.supported({ kind: 'urgent' })).toMatchObject({ dueAt: '2026-11-18T10:00:00.000Z' });
    });

    test('跟着议题的是提议人和附议的人，一人一次', async () => {
      const { wang, zhao, chen } = on.cast;
      const audience = makeTopicAudience(service.stores);
      const people = await audience((await on.supported()).id);
      expect(people.toSorted()).toEqual([wang, zhao, chen].map(({ personId }) => personId).toSorted());
      expect(await audience(newTopicId('xfl', tail()))).toEqual([]);
    });

    test('日历没有公布的年份，没有答复的期限，也不出错', async () => {
      await service.moveTo('2026-12-28T02:00:00.000Z');
      const topic = await on.supported();
      expect(topic).toMatchObject({ state: 'supported', isLate: false });
      expect(topic.dueAt).toBeUndefined();
    });

    test('一人一次：重交、再按、换编号，都只算一次', async () => {
      const { id } = await on.propose();
      const action = anActionId();
      const first = await on.support(on.cast.zhao, id, action);
      expect(first.body).toMatchObject({ supports: 2, state: 'proposed' });
      for (const again of [action, anActionId()]) {
        expect((await on.support(on.cast.zhao, id, again)).body).toEqual(first.body);
      }
      expect((await on.get(id)).supports).toBe(2);
    });

    test('许多人同时附议，一个不漏，过线只有一次', async () => {
      const { id } = await on.propose();
      const people = [on.cast.zhao, on.cast.chen, on.cast.zhou];
      for (let count = 0; count < 4; count += 1) people.push(await on.hall.resident(`r${count}`, '2-1-101'));
      const answers = await Promise.all(people.map((person) => on.support(person, id)));
      // Whoever comes after the line was crossed is told so; whoever was in time is counted.
      for (const { status, error } of answers)
        expect(status === 200 || error.code === 'topic.stepNotAllowed').toBe(true);
      const topic = await on.get(id);
      expect(topic.state).toBe('supported');
      expect(topic.events.filter(({ what }) => what === 'support')).toHaveLength(1);
      const inTime = answers.filter(({ status }) => status === 200).length;
      expect(topic.supports).toBe(inTime + 1);
    });

    test('没有的议题、已经受理的、过了期的，不能再附议', async () => {
      const refusal = async (id: Parameters<Forum['support']>[1]) => (await on.support(on.cast.zhou, id)).error.code;
      expect(await refusal(newTopicId('xfl', tail()))).toBe('topic.notFound');
      expect(await refusal((await on.underway()).id)).toBe('topic.stepNotAllowed');
      const { id } = await on.propose();
      await on.later(30);
      expect(await refusal(id)).toBe('topic.stepNotAllowed');
    });

    test('流水的记录再来一遍、来晚了，数目和状态都不变', async () => {
      const topic = await on.supported();
      const before = await on.stored(topic.id);
      await service.followHall({
        before: undefined,
        after: {
          pk: `xfl#${topic.id}`,
          sk: `mark#support#${aPersonId()}`,
          id: 'x',
          at: topic.proposedAt,
          value: 'yes',
        },
      });
      expect(await on.stored(topic.id)).toEqual(before);
    });
  });

  describe('撤回', () => {
    test('没有别人附议时提议人可以撤回，再按一次也一样', async () => {
      const { id } = await on.propose();
      const action = anActionId();
      const first = on.good(await on.withdraw(on.cast.wang, id, action));
      expect(first).toMatchObject({ state: 'withdrawn', may: [] });
      expect(on.good(await on.withdraw(on.cast.wang, id, action))).toEqual(first);
      expect((await on.withdraw(on.cast.wang, id)).error.code).toBe('topic.stepNotAllowed');
      expect((await list('over')).items.map((card) => card.id)).toEqual([id]);
    });

    test('别人不能撤回；有人附议了，自己也不能', async () => {
      const { id } = await on.propose();
      expect((await on.withdraw(on.cast.zhao, id)).error.code).toBe('access.denied');
      await on.support(on.cast.zhao, id);
      expect((await on.withdraw(on.cast.wang, id)).error.code).toBe('topic.stepNotAllowed');
      expect((await on.get(id, on.cast.wang)).may).toEqual(['comment']);
    });

    test('撤回和附议同时到，只有一个成', async () => {
      const { id } = await on.propose();
      const both = await on.atOnce<{ status: number }>(
        () => on.withdraw(on.cast.wang, id),
        () => on.support(on.cast.zhao, id),
      );
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const topic = await on.get(id);
      expect([topic.state, topic.supports]).toEqual(both[0]?.status === 200 ? ['withdrawn', 1] : ['proposed', 2]);
    });
  });

  describe('到期', () => {
    test('三十天附议不够，作罢，人人看得到；再扫一遍也一样', async () => {
      const { id } = await on.propose();
      await on.later(29.9);
      expect(await on.sweep()).toEqual({ marked: 0, failed: 0 });
      await on.later(0.1);
      expect(await on.sweep()).toEqual({ marked: 1, failed: 0 });
      expect(await on.sweep()).toEqual({ marked: 0, failed: 0 });
      const topic = await on.get(id);
      expect(topic).toMatchObject({ state: 'lapsed', isLate: false });
      expect(topic.events.at(-1)).toMatchObject({ what: 'lapse', who: '系统', words: '1 人附议，没有达到 3 人' });
    });

    test('够数没有按时答复，标明逾期一次，仍然可以受理', async () => {
      const topic = await on.supported();
      await service.moveTo('2026-11-30T10:00:00.000Z');
      expect(await on.get(topic.id)).toMatchObject({ isLate: true });
      expect(await on.sweep()).toEqual({ marked: 1, failed: 0 });
      expect(await on.sweep()).toEqual({ marked: 0, failed: 0 });
      const late = await on.get(topic.id);
      expect(late).toMatchObject({ state: 'supported', isLate: true, version: topic.version });
      expect(late.events.filter(({ what }) => what === 'answerLate')).toHaveLength(1);
      expect((await list('supported')).items).toMatchObject([{ isLate: true }]);
      expect(on.good(await on.tryTakeUp(topic))).toMatchObject({ state: 'underway', isLate: false });
    });
  });

  describe('列表', () => {
    test('新的在前，按状态分，一页页翻得完，不重不漏', async () => {
      const ids: Topic['id'][] = [];
      for (let day = 0; day < 8; day += 1) {
        for (const person of [on.cast.wang, on.cast.zhao, on.cast.chen]) ids.unshift((await on.propose(person)).id);
        await on.later(1);
      }
      const [gone] = ids;
      if (gone === undefined) throw new Error('none');
      on.good(await on.withdraw(on.cast.chen, gone));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { communityId: 'xfl', ...(cursor === undefined ? {} : { cursor }) };
        const { items, next } = on.good(await service.call(topicRoutes.listTopics, { query }));
        seen.push(...items.map(({ id }) => id));
        cursor = next;
      } while (cursor !== undefined);
      expect(seen).toEqual(ids);
      expect((await list('over')).items).toHaveLength(1);
      expect((await list('supported')).items).toEqual([]);
    });

    test('没有的社区、编造的页码，不收', async () => {
      const page = (query: { communityId: string; cursor?: string }) => service.call(topicRoutes.listTopics, { query });
      expect((await page({ communityId: 'nowhere' })).error.code).toBe('community.notFound');
      const cursor = Buffer.from('{"pk":"x"}').toString('base64url');
      expect((await page({ communityId: 'xfl', cursor })).error.code).toBe('request.invalid');
    });
  });
};
