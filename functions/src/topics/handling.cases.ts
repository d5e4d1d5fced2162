import { newTopicId } from '@suishoupai/shared/ids';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, tail } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { aBody, makeAssembly } from '../meetings/meeting.builder.ts';
import { makeAnnouncedMatters } from './announced.ts';
import { type Forum, makeForum } from './topic.builder.ts';

type Refusable = { status: number; error: { code: string } };

/** What staff do with topics: take up or refuse, and walk the path, step by step. */
export const handlingCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Forum;
  beforeEach(async () => {
    service = await makeService();
    on = await makeForum(service);
  });

  describe('受理和不受理', () => {
    test('受理要写明每一步谁来做、做什么、到哪天、什么效果；七步从列出议题开始', async () => {
      const topic = await on.supported({ kind: 'major' });
      const plan = on.aPlan('seven');
      const taken = on.good(await on.tryTakeUp(topic));
      expect(taken).toMatchObject({
        state: 'underway',
        version: topic.version + 1,
        path: 'seven',
        step: 'list',
        stepsDone: 0,
        steps: plan,
        dueAt: '2026-11-17T16:00:00.000Z',
        missing: [],
      });
      expect(taken.may).toEqual(['plan', 'announce', 'summarise', 'step', 'meeting', 'comment']);
      expect(taken.events.at(-1)).toMatchObject({ what: 'takeUp', who: '幸福里居委会' });
      expect((await on.get(topic.id, on.cast.wang)).may).toEqual(['comment']);
    });

    test('快的一条，居民提议这一步已经做完', async () => {
      const taken = await on.underway({ kind: 'misc' });
      expect(taken).toMatchObject({ path: 'fast', step: 'discuss', stepsDone: 1 });
      expect(taken.steps[0]).toMatchObject({ step: 'propose', doneAt: service.now().toISOString() });
    });

    test('每一步告诉该知道的人：社区、街道、提议人、跟着议题的人', async () => {
      const topic = await on.supported();
      await service.moveTo('2026-11-30T10:00:00.000Z');
      await on.sweep();
      on.good(await on.tryRefuse(topic));
      const told = (person: Person) => service.toldOf(person, topic.id);
      const { liu, sun, wang, zhao, li } = on.cast;
      expect(new Set(await told(liu))).toEqual(new Set(['有新议题', '议题附议够了，请答复', '议题逾期没有答复']));
      expect(await told(sun)).toEqual(['议题逾期没有答复']);
      expect(await told(wang)).toEqual(['您的议题附议够了', '议题没有受理']);
      expect(await told(zhao)).toEqual(['议题没有受理']);
      expect(await told(li)).toEqual([]);
    });

    test('没到数也可以早受理，但不能早早不受理', async () => {
      const topic = await on.propose();
      expect((await on.tryRefuse(topic)).error.code).toBe('topic.stepNotAllowed');
      expect((await on.tryTakeUp(topic)).status).toBe(200);
    });

    test('不受理要有理由，人人看得到；再交一次也一样，换了理由不行', async () => {
      const topic = await on.supported();
      const id = anActionId();
      const refused = on.good(await on.tryRefuse(topic, { id, reason: '属于市政道路，已转市政' }));
      expect(refused).toMatchObject({ state: 'refused', refusal: '属于市政道路，已转市政' });
      expect(on.good(await on.tryRefuse(topic, { id, reason: '属于市政道路，已转市政' }))).toEqual(refused);
      expect((await on.tryRefuse(topic, { id, reason: '换一个理由' })).error.code).toBe('id.reused');
      expect((await on.tryTakeUp(refused)).error.code).toBe('topic.stepNotAllowed');
      expect((await on.get(topic.id)).refusal).toBe('属于市政道路，已转市政');
    });

    test('街道也可以办；居民、部门、别的社区和别的街道不行', async () => {
      const topic = await on.supported();
      const other = await service.signIn('other', {
        role: 'communityStaff',
        communityId: 'other',
        label: '别的居委会',
      });
      const far = await service.signIn('far', { role: 'coordinator', streetId: 'str_far', label: '别的街道' });
      for (const person of [on.cast.wang, on.cast.zhang, other, far]) {
        expect((await on.tryTakeUp(topic, {}, person)).error.code).toBe('access.denied');
      }
      expect(on.good(await on.tryTakeUp(topic, {}, on.cast.sun)).events.at(-1)?.who).toBe('长宁街道');
    });

    test('计划少一步、乱了序、日期倒着走或已经过去、长路走了快路，都不收，指出是哪一步', async () => {
      const topic = await on.supported({ kind: 'major' });
      const plan = on.aPlan('seven');
      const wrong = async (steps: typeof plan, path: 'seven' | 'fast' = 'seven') =>
        (await on.tryTakeUp(topic, { kind: 'major', path, steps })).error.details?.[0]?.field;
      const at = (index: number, dueOn: string) => plan.map((each, i) => (i === index ? { ...each, dueOn } : each));
      expect(await wrong(plan.slice(0, 6))).toBe('body.steps.6');
      expect(await wrong([...plan.slice(1, 2), ...plan.slice(0, 1), ...plan.slice(2)])).toBe('body.steps.0');
      expect(await wrong(at(0, '2026-11-15'))).toBe('body.steps.0');
      expect(await wrong(at(3, '2026-11-17'))).toBe('body.steps.3');
      expect(await wrong(on.aPlan('fast'), 'fast')).toBe('body.path');
      expect((await on.stored(topic.id)).version).toBe(topic.version);
    });

    test('两个人同时一个受理一个不受理，只有一个成，另一个看过再办', async () => {
      const topic = await on.supported();
      const both = await on.atOnce<Refusable>(
        () => on.tryTakeUp(topic, {}, on.cast.liu),
        () => on.tryRefuse(topic, {}, on.cast.he),
      );
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(both.find(({ status }) => status === 409)?.error.code).toBe('topic.changed');
      const { events } = await on.get(topic.id);
      expect(events.filter(({ what }) => what === 'takeUp' || what === 'refuse')).toHaveLength(1);
    });

    test('没有的议题，说没有', async () => {
      expect((await on.tryRefuse({ id: newTopicId('xfl', tail()), version: 1 })).error.code).toBe('topic.notFound');
    });
  });

  describe('七步', () => {
    test('一步不漏走完：公告、协商、有决议的双签纪要、落实、评价', async () => {
      const assembly = await makeAssembly(service);
      let topic = await on.underway();
      topic = await on.finish(topic, 'list');
      const early = (await on.tryFinish(topic, 'settle')).error;
      expect(early).toMatchObject({ code: 'topic.proofMissing', details: [{ field: 'body.words', rule: 'words' }] });
      topic = await on.finish(topic, 'settle', { words: '确定为本月议题' });
      expect(topic.missing).toEqual(['还没有发布会前公告']);
      expect(topic.may).not.toContain('step');
      expect((await on.tryFinish(topic, 'announce')).error.code).toBe('topic.proofMissing');
      topic = on.good(await on.tryAnnounce(topic));
      expect(topic.announcements).toMatchObject([{ matters: ['是否在 3 号楼加装路灯'] }]);
      expect(topic.may).toContain('vote');
      topic = await on.finish(topic, 'announce');
      expect(topic.missing).toHaveLength(1);
      topic = on.good(await on.trySummarise(topic));
      topic = await on.finish(topic, 'discuss');
      expect((await on.tryFinish(topic, 'plan', { words: '定了' })).error.code).toBe('topic.proofMissing');

      const topicIds = [topic.id];
      const called = await assembly.call({ topicIds });
      expect(await on.get(topic.id)).toMatchObject({
        version: topic.version,
        meeting: { id: called.body.id, startsAt: '2026-11-20T11:00:00.000Z' },
        meetings: [{ id: called.body.id, isSigned: false }],
      });
      await assembly.step(called.body, 'cancel');
      expect((await on.get(topic.id)).meeting).toBeUndefined();
      const resolutions = [{ id: anActionId(), words: '在东门加装一盏路灯', topicId: topic.id }];
      const { meeting } = await assembly.signed(aBody({ resolutions }), { topicIds });
      topic = await on.get(topic.id, on.cast.liu);
      expect(topic.missing).toEqual([]);
      expect(topic.events.filter(({ what }) => what === 'meeting')).toHaveLength(2);
      expect(topic.meetings).toMatchObject([{ id: meeting.id, isSigned: true }]);
      topic = await on.finish(topic, 'plan');

      const nothing = (await on.tryFinish(topic, 'carryOut')).error.details;
      expect(nothing).toMatchObject([{ field: 'body.words', rule: 'ticketsOver' }]);
      topic = await on.finish(topic, 'carryOut', { words: '路灯所已装好' });
      expect(topic.missing).toEqual(['还没有居民评价；14 天没有人评价的，也可以结束']);
      expect((await on.tryFinish(topic, 'evaluate')).error.code).toBe('topic.proofMissing');
      expect((await on.tryRate(on.cast.wang, topic.id, 5)).body).toEqual({ count: 1, stars: 5 });
      topic = await on.finish(topic, 'evaluate');
      expect(topic).toMatchObject({ state: 'done', stepsDone: 7, ratings: { count: 1, stars: 5 }, may: [] });
      expect(topic.step).toBeUndefined();
      expect(topic.events.filter(({ what }) => what === 'step').map(({ step }) => step)).toEqual([
        'list',
        'settle',
        'announce',
        'discuss',
        'plan',
        'carryOut',
        'evaluate',
      ]);
      expect((await on.tryRate(on.cast.wang, topic.id, 1)).error.code).toBe('topic.stepNotAllowed');
    });

    test('不能跳步，也不能倒着做；编造的步骤不收', async () => {
      const topic = await on.underway();
      for (const step of ['settle', 'announce', 'evaluate', 'publish'] as const) {
        expect((await on.tryFinish(topic, step, { words: '先做这个' })).error.code).toBe('topic.stepNotAllowed');
      }
      const next = await on.finish(topic, 'list');
      expect((await on.tryFinish(next, 'list')).error.code).toBe('topic.stepNotAllowed');
      expect((await on.stored(topic.id)).version).toBe(next.version);
    });

    test('同一步做两次：同一编号是同一次，两个人同时做只算一次，旧的页面不行', async () => {
      const topic = await on.underway();
      const id = anActionId();
      const first = await on.finish(topic, 'list', { id });
      expect(await on.finish(topic, 'list', { id })).toEqual(first);
      expect((await on.tryFinish(topic, 'list')).error.code).toBe('topic.changed');
      const both = await on.atOnce(
        () => on.tryFinish(first, 'settle', { words: '确定了' }, on.cast.liu),
        () => on.tryFinish(first, 'settle', { words: '确定了' }, on.cast.he),
      );
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect((await on.get(topic.id)).step).toBe('announce');
    });

    test('以前置顶的小结不算这一步的协商', async () => {
      let topic = await on.underway();
      topic = await on.finish(topic, 'list');
      topic = on.good(await on.trySummarise(topic));
      topic = await on.finish(topic, 'settle', { words: '确定了' });
      topic = on.good(await on.tryAnnounce(topic));
      await service.moveTo('2026-11-16T03:00:00.000Z');
      topic = await on.finish(topic, 'announce');
      expect((await on.tryFinish(topic, 'discuss')).error.code).toBe('topic.proofMissing');
      topic = on.good(await on.trySummarise(topic, { words: '会前公告以后大家又谈了，多数赞成。' }));
      expect(topic.summary).toMatchObject({ words: '会前公告以后大家又谈了，多数赞成。', who: '幸福里居委会' });
      expect(topic.events.filter(({ what }) => what === 'summary')).toHaveLength(2);
      expect((await on.finish(topic, 'discuss')).step).toBe('plan');
    });

    test('评价：一人一份，可以改，没有人评价的过了十四天也能结束', async () => {
      const record = await on.stored((await on.underway()).id);
      const carried = service.now().toISOString();
      await service.stores.topics.save(record, {
        ...record,
        step: 'evaluate',
        steps: record.steps.map((plan) => (plan.step === 'evaluate' ? plan : { ...plan, doneAt: carried })),
      });
      const topic = await on.get(record.id);
      const [early, late] = [anActionId(), anActionId()];
      await on.tryRate(on.cast.wang, topic.id, 2, early);
      await on.tryRate(on.cast.wang, topic.id, 4, late);
      expect((await on.tryRate(on.cast.wang, topic.id, 2, early)).body).toEqual({ count: 1, stars: 4 });
      expect((await on.tryRate(on.cast.zhao, topic.id, 1)).body).toEqual({ count: 2, stars: 2.5 });
      expect(await on.get(topic.id, on.cast.wang)).toMatchObject({ myStars: 4, ratings: { count: 2, stars: 2.5 } });
      await on.later(14);
      expect((await on.finish(topic, 'evaluate')).state).toBe('done');
    });
  });

  describe('快的四步', () => {
    test('提议、协商、居委会决策、公示三天', async () => {
      let topic = await on.underway({ kind: 'urgent' });
      expect((await on.tryFinish(topic, 'discuss')).error.code).toBe('topic.proofMissing');
      topic = on.good(await on.trySummarise(topic));
      expect((await on.tryFinish(topic, 'discuss', { decision: '先定下来再说' })).error).toMatchObject({
        code: 'request.invalid',
        details: [{ field: 'body.decision' }],
      });
      topic = await on.finish(topic, 'discuss');
      const missing = (await on.tryFinish(topic, 'decide', { words: '讨论过了' })).error;
      expect(missing).toMatchObject({ code: 'topic.proofMissing', details: [{ field: 'body.decision' }] });
      topic = await on.finish(topic, 'decide', { words: '居委会讨论通过', decision: '在东门加装一盏路灯' });
      expect(topic.events.at(-1)).toMatchObject({ step: 'decide', words: '居委会讨论通过\n决定：在东门加装一盏路灯' });
      expect(topic.missing).toEqual(['公示还没有满 3 天']);
      await on.later(2.9);
      expect((await on.tryFinish(topic, 'publish', { words: '已装好' })).error.code).toBe('topic.proofMissing');
      await on.later(0.1);
      topic = await on.finish(topic, 'publish', { words: '路灯所已装好' });
      expect(topic).toMatchObject({ state: 'done', stepsDone: 4 });
      expect((await on.tryRate(on.cast.wang, topic.id, 4)).body).toEqual({ count: 1, stars: 4 });
      await on.later(14);
      expect((await on.tryRate(on.cast.zhao, topic.id, 1)).error.code).toBe('topic.stepNotAllowed');
    });
  });

  describe('改计划与逾期', () => {
    test('没做完的步骤可以改人改期，缘由留在经过里；做完的、没有的、倒着的不行', async () => {
      let topic = await on.underway();
      topic = await on.finish(topic, 'list');
      const [list, settle, announce] = on.aPlan('seven');
      if (list === undefined || settle === undefined || announce === undefined) throw new Error('no plan');
      const moved = { ...settle, dueOn: '2026-11-18', who: '何干事' };
      const changed = on.good(await on.tryPlan(topic, { steps: [moved] }));
      expect(changed.steps[1]).toEqual(moved);
      expect(changed.steps[0]?.doneAt).toBeDefined();
      expect(changed.dueAt).toBe('2026-11-18T16:00:00.000Z');
      expect(changed.events.at(-1)).toMatchObject({ what: 'plan', words: '等施工队' });
      for (const steps of [
        [list],
        [{ ...settle, step: 'decide' as const }],
        [{ ...settle, dueOn: '2026-11-15' }],
        [{ ...announce, dueOn: '2026-11-17' }],
        [moved, moved],
      ]) {
        expect((await on.tryPlan(changed, { steps })).error.code).toBe('request.invalid');
      }
      expect((await on.tryPlan(topic, { steps: [moved] })).error.code).toBe('topic.changed');
    });

    test('到日子没做完，标明逾期一次；改了期就不再算，逾期过留在经过里', async () => {
      const topic = await on.underway();
      await service.moveTo('2026-11-17T16:00:00.000Z');
      expect(await on.sweep()).toEqual({ marked: 1, failed: 0 });
      expect(await on.sweep()).toEqual({ marked: 0, failed: 0 });
      const late = await on.get(topic.id);
      expect(late).toMatchObject({
        isLate: true,
        version: topic.version,
        steps: [{ isLate: true }, {}, {}, {}, {}, {}, {}],
      });
      expect(late.events.at(-1)).toMatchObject({ what: 'stepLate', step: 'list' });
      const again = on.good(await on.tryPlan(late, { steps: on.aPlan('seven') }));
      expect(again).toMatchObject({ isLate: false });
      await on.later(5);
      expect(await on.sweep()).toEqual({ marked: 1, failed: 0 });
    });

    test('公告和小结有尽头：多了不收', async () => {
      let topic = await on.underway();
      for (let count = 0; count < 8; count += 1) topic = on.good(await on.tryAnnounce(topic));
      expect((await on.tryAnnounce(topic)).error.code).toBe('topic.stepNotAllowed');
      expect(topic.may).not.toContain('announce');
    });

    test('公告的事项，先到的日期为准；没有受理的什么也没有公告', async () => {
      const announced = makeAnnouncedMatters(service.stores);
      let topic = await on.underway();
      topic = on.good(await on.tryAnnounce(topic));
      await on.later(1);
      on.good(await on.tryAnnounce(topic, { matters: ['是否在 3 号楼加装路灯', '费用如何分摊'] }));
      expect(await announced(topic.id)).toEqual([
        { matter: '是否在 3 号楼加装路灯', announcedAt: '2026-11-16T02:00:00.000Z' },
        { matter: '费用如何分摊', announcedAt: '2026-11-17T02:00:00.000Z' },
      ]);
      expect(await announced((await on.propose()).id)).toEqual([]);
      expect(await announced(newTopicId('xfl', tail()))).toEqual([]);
      const { body } = await service.call(topicRoutes.listTopics, { query: { communityId: 'xfl', state: 'underway' } });
      expect(body.items).toHaveLength(1);
    });
  });
};
