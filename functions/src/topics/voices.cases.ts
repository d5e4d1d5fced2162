import { newTopicId } from '@suishoupai/shared/ids';
import type { Reaction } from '@suishoupai/shared/topics/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, tail } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { type Forum, makeForum } from './topic.builder.ts';
import { voiceItem } from './voice-store.ts';

type ActionId = ReturnType<typeof anActionId>;

/** The discussion of a topic: stances, replies, reactions, complaints, and what staff decide. */
export const voiceCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Forum;
  let topicId: ReturnType<typeof newTopicId>;
  beforeEach(async () => {
    service = await makeService();
    on = await makeForum(service);
    topicId = (await on.propose()).id;
  });
  const react = (person: Person, voiceId: ActionId, reaction?: Reaction, id = anActionId()) =>
    service.call(topicRoutes.reactToVoice, {
      token: person.token,
      params: { topicId, voiceId },
      body: { id, ...(reaction === undefined ? {} : { reaction }) },
    });
  const flag = (person: Person, voiceId: ActionId, id = anActionId(), reason: 'abuse' | 'privacy' = 'abuse') =>
    service.call(topicRoutes.flagVoice, { token: person.token, params: { topicId, voiceId }, body: { id, reason } });
  const judge = (
    person: Person,
    item: ActionId | 'topic',
    verdict: 'pass' | 'hidden',
    id = anActionId(),
    note?: string,
  ) =>
    service.call(topicStaffRoutes.judgeWords, {
      token: person.token,
      params: { topicId },
      body: { id, item, verdict, note },
    });
  const appeal = (person: Person, item: ActionId | 'topic', note = '我说的是事实', id = anActionId()) =>
    service.call(topicRoutes.appealWords, { token: person.token, params: { topicId }, body: { id, item, note } });
  const held = (person: Person, cursor?: string) =>
    service.call(topicStaffRoutes.listHeldWords, {
      token: person.token,
      params: { communityId: 'xfl' },
      query: cursor === undefined ? {} : { cursor },
    });
  const texts = async (person?: Person) => (await on.voices(topicId, person)).items.map(({ text }) => text);

  describe('发言', () => {
    test('新的在前，带着立场；说话的人是居民、提议人或职务，没有名字', async () => {
      await on.say(on.cast.wang, topicId, '我家门口最黑', { stance: 'for' });
      await on.say(on.cast.li, topicId, '会不会太亮', { stance: 'question' });
      await on.say(on.cast.zhang, topicId, '可以装暖色的');
      await on.say(on.cast.sun, topicId, '街道支持', { stance: 'for' });
      const { items, stances } = await on.voices(topicId, on.cast.li);
      expect(items.map(({ author, stance, isMine }) => ({ author, stance, isMine }))).toEqual([
        { author: '长宁街道', stance: 'for', isMine: false },
        { author: '幸福物业', stance: 'none', isMine: false },
        { author: '居民', stance: 'question', isMine: true },
        { author: '提议人', stance: 'for', isMine: false },
      ]);
      expect(stances).toEqual({ for: 2, against: 0, question: 1, none: 1 });
      expect(JSON.stringify(items)).not.toContain('usr_');
    });

    test('没过审的只有自己和社区看得到，不算在立场里；放行后都看得到', async () => {
      const id = anActionId();
      await on.say(on.cast.li, topicId, '待审的话', { id, stance: 'against' });
      expect(await texts()).toEqual([]);
      expect((await on.voices(topicId, on.cast.li)).items).toMatchObject([{ text: '待审的话', safety: 'held' }]);
      expect(await texts(on.cast.liu)).toEqual(['待审的话']);
      expect((await on.voices(topicId)).stances?.against).toBe(0);
      expect((await held(on.cast.liu)).body.items).toEqual([
        {
          topicId,
          item: id,
          text: '待审的话',
          at: service.now().toISOString(),
          kind: 'check',
          reasons: [],
          mayJudge: true,
        },
      ]);
      on.good(await judge(on.cast.liu, id, 'pass'));
      expect(await texts()).toEqual(['待审的话']);
      expect((await on.voices(topicId)).stances?.against).toBe(1);
      expect((await held(on.cast.liu)).body.items).toEqual([]);
    });

    test('放行以后，旧的记录再来一遍，不会又收回去，也不多算', async () => {
      const id = anActionId();
      await on.say(on.cast.li, topicId, '待审的话', { id, stance: 'for' });
      const early = await service.stores.voices.find(topicId, id);
      if (early === undefined) throw new Error('no voice');
      on.good(await judge(on.cast.liu, id, 'pass'));
      await service.followHall({ before: undefined, after: voiceItem({ ...early, safety: 'pending' }) });
      await service.followHall({ before: voiceItem({ ...early, safety: 'pending' }), after: voiceItem(early) });
      expect(await texts()).toEqual(['待审的话']);
      expect((await on.voices(topicId)).stances?.for).toBe(1);
    });

    test('同一句再交只有一句；同一编号换了话、换了立场、换了人、改成回复，拒绝', async () => {
      const id = anActionId();
      const first = on.good(await on.say(on.cast.li, topicId, '赞成', { id, stance: 'for' }));
      expect(on.good(await on.say(on.cast.li, topicId, '赞成', { id, stance: 'for' })).id).toBe(first.id);
      const other = on.good(await on.say(on.cast.zhao, topicId, '我也赞成'));
      for (const [person, text, said] of [
        [on.cast.li, '反对', { stance: 'for' }],
        [on.cast.li, '赞成', { stance: 'against' }],
        [on.cast.zhao, '赞成', { stance: 'for' }],
        [on.cast.li, '赞成', { stance: 'for', replyTo: other.id }],
      ] as const) {
        expect((await on.say(person, topicId, text, { id, ...said })).error.code).toBe('id.reused');
      }
      expect(await texts()).toHaveLength(2);
    });

    test('回复只有一层，旧的在前；没有的、看不到的、别人的回复，不能回', async () => {
      const first = on.good(await on.say(on.cast.li, topicId, '会不会太亮'));
      const id = anActionId();
      on.good(await on.say(on.cast.zhang, topicId, '可以装暖色的', { id, replyTo: first.id }));
      expect(on.good(await on.say(on.cast.zhang, topicId, '可以装暖色的', { id, replyTo: first.id })).id).toBe(id);
      on.good(await on.say(on.cast.li, topicId, '那就好', { replyTo: first.id }));
      const hidden = on.good(await on.say(on.cast.li, topicId, '待审的话'));
      for (const replyTo of [id, anActionId(), hidden.id]) {
        expect((await on.say(on.cast.zhao, topicId, '回一句', { replyTo })).error.code).toBe('voice.notFound');
      }
      const replies = await on.voices(topicId, undefined, { replyTo: first.id });
      expect(replies.items.map(({ text, replyTo }) => [text, replyTo])).toEqual([
        ['可以装暖色的', first.id],
        ['那就好', first.id],
      ]);
      expect(replies.stances).toBeUndefined();
      expect(await texts()).toEqual(['会不会太亮']);
      on.good(await react(on.cast.zhao, id, 'agree'));
      on.good(await judge(on.cast.liu, id, 'hidden'));
      expect((await on.voices(topicId, undefined, { replyTo: first.id })).items).toHaveLength(1);
    });

    test('结束了的议题不能再说，说过的还看得到；没有的议题说没有', async () => {
      await on.say(on.cast.li, topicId, '赞成');
      on.good(await on.withdraw(on.cast.wang, topicId));
      expect((await on.say(on.cast.li, topicId, '怎么撤了')).error.code).toBe('topic.stepNotAllowed');
      expect(await texts()).toEqual(['赞成']);
      expect((await on.say(on.cast.li, newTopicId('xfl', tail()), '赞成')).error.code).toBe('topic.notFound');
    });

    test('一页页翻得完，不重不漏；别处的页码不收', async () => {
      for (let count = 0; count < 23; count += 1) await on.say(on.cast.li, topicId, `第 ${count} 句`);
      const first = await on.voices(topicId);
      const cursor = first.next ?? '';
      const second = await on.voices(topicId, undefined, { cursor });
      expect([...first.items, ...second.items].map(({ text }) => text)).toEqual(
        Array.from({ length: 23 }, (_, i) => `第 ${22 - i} 句`),
      );
      expect(second.next).toBeUndefined();
      const other = (await on.propose()).id;
      const made = [cursor, Buffer.from('{"pk":"x"}').toString('base64url')];
      for (const bad of made) {
        const query = { cursor: bad };
        expect((await service.call(topicRoutes.listVoices, { params: { topicId: other }, query })).error.code).toBe(
          'request.invalid',
        );
      }
    });
  });

  describe('表态', () => {
    test('一人一个，最后的算数，可以收回；迟到的旧请求不算', async () => {
      const { id } = on.good(await on.say(on.cast.li, topicId, '赞成'));
      const [early, late] = [anActionId(), anActionId()];
      expect((await react(on.cast.wang, id, 'agree', early)).body).toMatchObject({ myReaction: 'agree' });
      expect((await react(on.cast.wang, id, 'doubt', late)).body.reactions).toEqual({ agree: 0, thanks: 0, doubt: 1 });
      expect((await react(on.cast.wang, id, 'agree', early)).body.myReaction).toBe('doubt');
      await react(on.cast.zhao, id, 'thanks');
      const [seen] = (await on.voices(topicId, on.cast.wang)).items;
      expect(seen).toMatchObject({ reactions: { agree: 0, thanks: 1, doubt: 1 }, myReaction: 'doubt' });
      const back = (await react(on.cast.wang, id)).body;
      expect(back).toEqual({ reactions: { agree: 0, thanks: 1, doubt: 0 } });
      expect((await on.voices(topicId)).items[0]?.reactions).toEqual({ agree: 0, thanks: 1, doubt: 0 });
    });

    test('许多人同时表态，一个不漏', async () => {
      const { id } = on.good(await on.say(on.cast.li, topicId, '赞成'));
      const { wang, zhao, chen, zhou, liu, he, sun } = on.cast;
      const people = [wang, zhao, chen, zhou, liu, he, sun];
      await Promise.all(people.map((person) => react(person, id, 'agree')));
      expect((await react(on.cast.zhang, id, 'thanks')).body.reactions).toEqual({ agree: 7, thanks: 1, doubt: 0 });
      expect((await on.voices(topicId)).items[0]?.reactions).toEqual({ agree: 7, thanks: 1, doubt: 0 });
    });

    test('看不到的、没有的，不能表态', async () => {
      const { id } = on.good(await on.say(on.cast.li, topicId, '待审的话'));
      expect((await react(on.cast.wang, id, 'agree')).error.code).toBe('voice.notFound');
      expect((await react(on.cast.wang, anActionId(), 'agree')).error.code).toBe('voice.notFound');
    });
  });

  describe('投诉和处理', () => {
    test('三个人投诉先收起，社区放行后旧的投诉不再算', async () => {
      const { id } = on.good(await on.say(on.cast.li, topicId, '你们都是骗子', { stance: 'against' }));
      const { wang, zhao, chen, zhou, liu } = on.cast;
      await flag(wang, id);
      expect((await on.voices(topicId)).items).toMatchObject([{ safety: 'pass' }]);
      expect((await on.voices(topicId, liu)).items).toMatchObject([{ safety: 'flagged' }]);
      await flag(wang, id);
      await flag(zhao, id, anActionId(), 'privacy');
      expect(await texts()).toHaveLength(1);
      await flag(chen, id);
      expect(await texts()).toEqual([]);
      expect((await on.voices(topicId)).stances?.against).toBe(0);
      expect((await held(liu)).body.items).toMatchObject([{ item: id, kind: 'flag' }]);
      expect((await held(liu)).body.items[0]?.reasons.toSorted()).toEqual(['abuse', 'privacy']);
      await service.moveTo('2026-11-16T03:00:00.000Z');
      on.good(await judge(liu, id, 'pass'));
      expect(await texts()).toHaveLength(1);
      await service.moveTo('2026-11-16T04:00:00.000Z');
      for (const person of [wang, zhao, chen]) await flag(person, id);
      expect((await on.voices(topicId, liu)).items).toMatchObject([{ safety: 'pass' }]);
      await flag(zhou, id);
      expect((await on.voices(topicId, liu)).items).toMatchObject([{ safety: 'flagged' }]);
    });

    test('不能投诉自己的、没有的；同一编号换了理由，拒绝', async () => {
      const { id } = on.good(await on.say(on.cast.li, topicId, '赞成'));
      expect((await flag(on.cast.li, id)).error.code).toBe('topic.stepNotAllowed');
      expect((await flag(on.cast.wang, anActionId())).error.code).toBe('voice.notFound');
      const action = anActionId();
      await flag(on.cast.wang, id, action);
      expect((await flag(on.cast.wang, id, action, 'privacy')).error.code).toBe('id.reused');
    });

    test('下架只有自己和社区还看得到；再交一次、别的人后来再定，以后来的为准', async () => {
      const { id } = on.good(await on.say(on.cast.li, topicId, '赞成'));
      const action = anActionId();
      on.good(await judge(on.cast.liu, id, 'hidden', action));
      expect(await texts()).toEqual([]);
      expect((await on.voices(topicId, on.cast.li)).items).toMatchObject([{ text: '赞成', safety: 'hidden' }]);
      on.good(await judge(on.cast.sun, id, 'pass'));
      expect(await texts()).toEqual(['赞成']);
    });

    test('下架告诉作者缘由；申诉一次，由下架的那个人以外的人再看；通过了就重新公开', async () => {
      const { li, liu, he, sun, wang } = on.cast;
      const { id } = on.good(await on.say(li, topicId, '赞成，换成暖色的'));
      expect((await appeal(li, id)).error.code).toBe('topic.stepNotAllowed');
      on.good(await judge(liu, id, 'hidden', anActionId(), '含他人隐私'));
      expect(await service.toldOf(li, topicId)).toEqual(['您的发言没有公开']);
      const { items } = await service.stores.notices.list(li.personId, undefined);
      expect(items[0]?.text).toBe('赞成，换成暖色的：含他人隐私');
      const mine = async () => (await on.voices(topicId, li)).items[0];
      expect(await mine()).toMatchObject({
        safety: 'hidden',
        takenDown: { at: service.now().toISOString(), note: '含他人隐私', canAppeal: true },
      });
      expect((await on.voices(topicId, liu)).items[0]?.takenDown).toBeUndefined();

      expect((await appeal(wang, id)).error.code).toBe('voice.notFound');
      expect((await appeal(liu, id)).error.code).toBe('access.denied');
      const action = anActionId();
      on.good(await appeal(li, id, '我说的是事实', action));
      on.good(await appeal(li, id, '我说的是事实', action));
      expect((await appeal(li, id, '换一句', action)).error.code).toBe('id.reused');
      expect((await appeal(li, id)).error.code).toBe('topic.stepNotAllowed');
      expect(await service.toldOf(he, topicId)).toContain('有人申诉，请再看一次');
      expect(await mine()).toMatchObject({ safety: 'appealed' });
      const waiting = { item: id, kind: 'appeal', takenDownFor: '含他人隐私', note: '我说的是事实' };
      expect((await held(liu)).body.items).toMatchObject([{ ...waiting, mayJudge: false }]);
      expect((await held(he)).body.items).toMatchObject([{ ...waiting, mayJudge: true }]);
      for (const verdict of ['pass', 'hidden'] as const) {
        expect((await judge(liu, id, verdict)).error.code).toBe('access.denied');
      }
      expect(await texts()).toEqual([]);
      on.good(await judge(sun, id, 'pass'));
      expect(await texts()).toEqual(['赞成，换成暖色的']);
      expect((await service.toldOf(li, topicId)).includes('申诉通过了，您的发言又公开了')).toBe(true);
      expect((await held(he)).body.items).toEqual([]);
    });

    test('申诉不成，不能再申诉；议题的话也能申诉，说话的人自己不能定', async () => {
      const { liu, he, wang } = on.cast;
      const { id } = on.good(await on.say(he, topicId, '居委会的意见'));
      on.good(await judge(liu, id, 'hidden'));
      on.good(await appeal(he, id));
      expect((await judge(he, id, 'pass')).error.code).toBe('access.denied');
      on.good(await judge(on.cast.sun, id, 'hidden', anActionId(), '还是不合适'));
      expect((await appeal(he, id)).error.code).toBe('topic.stepNotAllowed');
      expect((await on.voices(topicId, he)).items[0]?.takenDown).toMatchObject({
        canAppeal: false,
        note: '还是不合适',
      });

      on.good(await judge(liu, 'topic', 'hidden', anActionId(), '写了门牌号'));
      expect((await on.get(topicId, wang)).takenDown).toMatchObject({ note: '写了门牌号', canAppeal: true });
      expect((await on.get(topicId, liu)).takenDown).toBeUndefined();
      expect((await appeal(on.cast.zhao, 'topic')).error.code).toBe('access.denied');
      on.good(await appeal(wang, 'topic'));
      expect(await on.get(topicId, wang)).toMatchObject({ isHeld: true });
      expect((await judge(liu, 'topic', 'pass')).error.code).toBe('access.denied');
      on.good(await judge(he, 'topic', 'pass'));
      expect((await on.get(topicId)).title).toBeDefined();
      expect(await service.toldOf(wang, topicId)).toContain('申诉通过了，您的议题又公开了');
    });

    test('回复的数目只数别人看得到的', async () => {
      const { li, wang, liu } = on.cast;
      const { id: replyTo } = on.good(await on.say(li, topicId, '赞成'));
      const count = async () => (await on.voices(topicId)).items.find(({ id }) => id === replyTo)?.replies;
      expect(await count()).toBe(0);
      const first = on.good(await on.say(wang, topicId, '我也赞成', { replyTo }));
      await on.say(wang, topicId, '待审的回复', { replyTo });
      expect(await count()).toBe(1);
      await on.say(li, topicId, '谢谢', { replyTo });
      expect(await count()).toBe(2);
      on.good(await judge(liu, first.id, 'hidden'));
      expect(await count()).toBe(1);
    });

    test('议题的话也能收起；居民和部门看不到待审的，也不能定', async () => {
      on.good(await judge(on.cast.liu, 'topic', 'hidden'));
      expect((await on.get(topicId)).title).toBeUndefined();
      const pending = await on.propose(on.cast.zhao, { title: '待审的题目' });
      expect((await held(on.cast.sun)).body.items).toMatchObject([
        { topicId: pending.id, item: 'topic', text: '待审的题目\n晚上回家看不见路，老人摔过两次。', kind: 'check' },
      ]);
      for (const person of [on.cast.zhang, on.cast.wang]) {
        expect((await held(person)).error.code).toBe('access.denied');
        expect((await judge(person, 'topic', 'pass')).error.code).toBe('access.denied');
      }
      expect((await judge(on.cast.liu, anActionId(), 'pass')).error.code).toBe('voice.notFound');
    });

    test('待审的一页页翻得完，等得最久的在前，议题和发言在一起', async () => {
      for (let count = 0; count < 23; count += 1) {
        await service.moveTo(new Date(service.now().getTime() + 1000).toISOString());
        await on.say(on.cast.li, topicId, `待审 ${count}`);
      }
      await service.moveTo(new Date(service.now().getTime() + 1000).toISOString());
      const topic = await on.propose(on.cast.zhao, { title: '待审的题目' });
      const first = (await held(on.cast.liu)).body;
      const second = (await held(on.cast.liu, first.next)).body;
      const all = [...first.items, ...second.items];
      expect(all.map(({ text }) => text.split('\n')[0])).toEqual([
        ...Array.from({ length: 23 }, (_, i) => `待审 ${i}`),
        '待审的题目',
      ]);
      expect(all.at(-1)?.topicId).toBe(topic.id);
      expect(second.next).toBeUndefined();
      const cursor = Buffer.from('{"pk":"x"}').toString('base64url');
      expect((await held(on.cast.liu, cursor)).error.code).toBe('request.invalid');
    });
  });
};
