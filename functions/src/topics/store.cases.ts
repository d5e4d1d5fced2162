import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import { type MarksStore, reactionsTo } from './marks-store.ts';
import type { TopicStore } from './store.ts';
import { aTopicId, aTopicRecord } from './topic.builder.ts';
import type { VoiceRecord } from './voice-record.ts';
import type { VoiceStore } from './voice-store.ts';

export type TopicStores = {
  topics: TopicStore;
  marks: MarksStore;
  voices: VoiceStore;
};

const at = '2026-11-16T02:00:00.000Z';
const day = '2026-11-16';

const aVoice = (overrides: Partial<VoiceRecord> = {}): VoiceRecord => ({
  id: anActionId(),
  topicId: aTopicId(),
  at,
  authorId: aPersonId(),
  author: '居民',
  stance: 'none',
  text: '赞成',
  rev: 1,
  replies: 0,
  safety: 'pass',
  reactions: { agree: 0, thanks: 0, doubt: 0 },
  ...overrides,
});

export const topicStoreCases = (makeStores: () => Promise<TopicStores>): void => {
  let topics: TopicStore;
  let marks: MarksStore;
  let voices: VoiceStore;
  let stores: TopicStores;
  beforeEach(async () => {
    stores = await makeStores();
    ({ topics, marks, voices } = stores);
  });

  describe('议题', () => {
    test('编号先到先得，后来的得到原来那一份', async () => {
      const first = aTopicRecord();
      expect(await topics.open(first)).toEqual({ isOpened: true, topic: first });
      expect(await topics.open({ ...first, title: '换个题目' })).toEqual({ isOpened: false, topic: first });
      expect(await topics.find(first.id)).toEqual(first);
      expect(await topics.find(aTopicId())).toBeUndefined();
    });

    test('只有看过最新一份的人写得进去，同时写的只有一个成', async () => {
      const first = aTopicRecord();
      await topics.open(first);
      const answers = await Promise.all([1, 2, 3].map((supports) => topics.save(first, { ...first, supports })));
      expect(answers.filter((isApplied) => isApplied)).toHaveLength(1);
      expect((await topics.find(first.id))?.rev).toBe(2);
      expect(await topics.save(first, { ...first, supports: 9 })).toBe(false);
      expect(await topics.save(aTopicRecord(), aTopicRecord())).toBe(false);
    });

    test('一天的名额一人一份，同一议题只占一个', async () => {
      const personId = aPersonId();
      const ids = [aTopicId(), aTopicId(), aTopicId()];
      for (const id of ids) expect(await topics.takePlace(personId, day, id)).toBe(true);
      expect(await topics.takePlace(personId, day, ids[0] ?? aTopicId())).toBe(true);
      expect(await topics.takePlace(personId, day, aTopicId())).toBe(false);
      expect(await topics.takePlace(personId, '2026-11-17', aTopicId())).toBe(true);
      expect(await topics.takePlace(aPersonId(), day, aTopicId())).toBe(true);
      expect(await topics.placesTaken(personId, day, 'xfl')).toEqual(ids);
      expect(await topics.placesTaken(personId, '2026-11-18', 'xfl')).toEqual([]);
    });

    test('列表按组分，换了状态就换组；别的社区的不在里面', async () => {
      const topic = aTopicRecord();
      await topics.open(topic);
      await topics.open(aTopicRecord({ id: aTopicId('other'), communityId: 'other' }));
      const ids = async (group?: 'proposed' | 'underway' | 'over') =>
        (await topics.list({ communityId: 'xfl', group })).items.map(({ id }) => id);
      expect([await ids(), await ids('proposed'), await ids('over')]).toEqual([[topic.id], [topic.id], []]);
      await topics.save(topic, { ...topic, state: 'refused' });
      expect([await ids(), await ids('proposed'), await ids('over')]).toEqual([[topic.id], [], [topic.id]]);
    });

    test('到了时候才查得到，没有时候的查不到', async () => {
      const topic = aTopicRecord({ wakeAt: at });
      await topics.open(topic);
      await topics.open(aTopicRecord({ wakeAt: undefined }));
      expect(await topics.listDue('2026-11-16T01:59:59.999Z')).toEqual([]);
      expect(await topics.listDue(at)).toEqual([topic.id]);
      await topics.save(topic, { ...topic, wakeAt: undefined });
      expect(await topics.listDue(at)).toEqual([]);
    });

    test('待审的在名单上，定了就不在了', async () => {
      const topic = aTopicRecord({ safety: 'held' });
      await topics.open(topic);
      const [waiting] = await topics.listWaiting('xfl', ' ');
      expect(waiting).toMatchObject({ topicId: topic.id, item: 'topic' });
      expect(await topics.listWaiting('xfl', waiting?.place ?? '')).toEqual([]);
      await topics.save(topic, { ...topic, safety: 'hidden' });
      expect(await topics.listWaiting('xfl', ' ')).toEqual([]);
    });
  });

  describe('记号', () => {
    test('一人一个，后来的动作算数，先来的不能改回去；收回的不算', async () => {
      const topicId = aTopicId();
      const [early, late] = [anActionId(), anActionId()];
      const [li, wang] = [aPersonId(), aPersonId()];
      expect(await marks.set(topicId, 'rating', li, { id: late, at, value: '4', words: '好' })).toMatchObject({
        value: '4',
      });
      expect(await marks.set(topicId, 'rating', li, { id: early, at, value: '1' })).toMatchObject({
        id: late,
        value: '4',
      });
      await marks.set(topicId, 'rating', wang, { id: early, at, value: '4' });
      expect(await marks.count(topicId, 'rating')).toEqual({ 4: 2 });
      await marks.set(topicId, 'rating', wang, { id: late, at });
      expect(await marks.count(topicId, 'rating')).toEqual({ 4: 1 });
      expect(await marks.whoOf(topicId, 'rating')).toEqual([li]);
      expect(await marks.find(topicId, 'rating', li)).toEqual({ id: late, at, value: '4', words: '好' });
      expect(await marks.find(topicId, 'rating', aPersonId())).toBeUndefined();
    });

    test('自己对哪几条有过什么反应，一次问得到；收回的、别人的、没问的不在里面', async () => {
      const topicId = aTopicId();
      const [one, two, three, four] = [anActionId(), anActionId(), anActionId(), anActionId()];
      const [li, wang] = [aPersonId(), aPersonId()];
      const react = (id: typeof one, who: typeof li, value?: string) =>
        marks.set(topicId, reactionsTo(id), who, { id: anActionId(), at, value });
      for (const id of [one, two, three, four]) await react(id, li, 'agree');
      await react(three, li);
      await react(one, wang, 'doubt');
      const found = await marks.reactionsOf(topicId, li, [one, three, four]);
      expect([...found].toSorted()).toEqual([
        [one, 'agree'],
        [four, 'agree'],
      ]);
      expect(await marks.reactionsOf(topicId, li, [])).toEqual(new Map());
      expect(await marks.reactionsOf(aTopicId(), li, [one])).toEqual(new Map());
    });

    test('一种和另一种、一个议题和另一个、一条发言和另一条，互不相干', async () => {
      const topicId = aTopicId();
      const [one, two] = [anActionId(), anActionId()];
      const mark = { id: anActionId(), at, value: 'agree' };
      await marks.set(topicId, reactionsTo(one), aPersonId(), mark);
      expect(await marks.count(topicId, reactionsTo(one))).toEqual({ agree: 1 });
      expect(await marks.count(topicId, reactionsTo(two))).toEqual({});
      expect(await marks.count(topicId, 'support')).toEqual({});
      expect(await marks.count(aTopicId(), reactionsTo(one))).toEqual({});
    });
  });

  describe('发言', () => {
    test('按编号找得到，回复也找得到；编号先到先得', async () => {
      const first = aVoice();
      const reply = aVoice({ topicId: first.topicId, replyTo: first.id });
      for (const voice of [first, reply]) {
        expect(await voices.add(voice)).toEqual({ isAdded: true, voice });
        expect(await voices.add({ ...voice, text: '别的话' })).toEqual({ isAdded: false, voice });
        expect(await voices.find(first.topicId, voice.id)).toEqual(voice);
      }
      expect(await voices.add({ ...reply, replyTo: anActionId() })).toEqual({ isAdded: false, voice: reply });
      expect(await voices.find(aTopicId(), first.id)).toBeUndefined();
    });

    test('回复没有写完就断了，再写一遍就好', async () => {
      const topicId = aTopicId();
      const reply = aVoice({ topicId, replyTo: anActionId() });
      await Promise.all([voices.add(reply), voices.add(reply)]);
      expect((await voices.list({ topicId, replyTo: reply.replyTo })).items).toEqual([reply]);
      expect((await voices.list({ topicId })).items).toEqual([]);
    });

    test('只有看过最新一份的人写得进去', async () => {
      const voice = aVoice({ safety: 'held' });
      await voices.add(voice);
      expect((await voices.listWaiting('xfl', ' ')).map(({ item }) => item)).toEqual([voice.id]);
      const answers = await Promise.all([1, 2].map(() => voices.save(voice, { ...voice, safety: 'pass' })));
      expect(answers.toSorted()).toEqual([false, true]);
      expect(await voices.listWaiting('xfl', ' ')).toEqual([]);
      expect(await voices.find(voice.topicId, voice.id)).toMatchObject({ safety: 'pass', rev: 2 });
    });

    test('能看的才算进立场，一条只算一次；几条一起放行，一条不少', async () => {
      const topicId = aTopicId();
      const waiting = (['for', 'for', 'against', 'none'] as const).map((stance) =>
        aVoice({ topicId, stance, safety: 'pending' }),
      );
      for (const voice of waiting) await voices.add(voice);
      expect(await voices.stances(topicId)).toEqual({ for: 0, against: 0, question: 0, none: 0 });
      const show = async (voice: VoiceRecord, safety: VoiceRecord['safety'] = 'pass'): Promise<void> => {
        const standing = await voices.find(topicId, voice.id);
        if (standing === undefined || standing.safety === safety) return;
        // Two that are shown at once meet at the count: whoever lost looks again, as the consumer does.
        if (!(await voices.save(standing, { ...standing, safety }))) await show(voice, safety);
      };
      await Promise.all([...waiting, ...waiting].map((voice) => show(voice)));
      expect(await voices.stances(topicId)).toEqual({ for: 2, against: 1, question: 0, none: 1 });
      const [first = aVoice()] = waiting;
      for (const safety of ['flagged', 'held', 'hidden'] as const) await show(first, safety);
      expect(await voices.stances(topicId)).toEqual({ for: 1, against: 1, question: 0, none: 1 });
      expect(await voices.stances(aTopicId())).toEqual({ for: 0, against: 0, question: 0, none: 0 });
    });
  });
};
