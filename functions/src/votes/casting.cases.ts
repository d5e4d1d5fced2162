import type { Choice } from '@suishoupai/shared/votes/choice';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import {
  against,
  aHall,
  announce,
  anOpenVote,
  approve,
  cast,
  closesAt,
  enterPaper,
  type Hall,
  opensAt,
  slotIn,
  theVote,
} from './votes.builder.ts';

/** Casting over HTTP: one ballot per elector, whatever happens. */
export const castingCases = (makeService: () => Promise<Service>) => {
  let hall: Hall;
  beforeEach(async () => {
    hall = await aHall(await makeService());
  });

  describe('投票', () => {
    test('名下的票投出，拿到收据，再看还是这张', async () => {
      const wang = await hall.owner('wang', '1-1-101');
      const vote = await anOpenVote(hall);
      const before = await slotIn(hall, vote.id, wang);
      expect(before).toMatchObject({ units: ['1 栋 1 单元 101', '1 栋 1 单元 102'], heads: 1, area: 20000 });
      expect(before).toMatchObject({ isShared: false, mayCast: true, isOnPaper: false });

      const { status, body: receipt } = await cast(hall, vote.id, wang);

      expect(status).toBe(200);
      expect(receipt).toMatchObject({ voteId: vote.id, seq: 1, castAt: opensAt });
      const { ballot } = await slotIn(hall, vote.id, wang);
      expect(ballot).toMatchObject({
        choice: approve,
        channel: 'online',
        seq: 1,
        code: receipt.code,
        leaf: receipt.leaf,
      });
    });

    test('开始以前不能投；开始前一毫秒也不能', async () => {
      const wang = await hall.owner('wang', '1-1-101');
      const { body: vote } = await announce(hall);
      await hall.moveTo('2026-12-01T01:59:59.999Z');
      await hall.sweepVotes(hall.now());
      expect((await theVote(hall, vote.id, wang)).mine).toEqual([]);
      const answer = await cast(hall, vote.id, wang, { slot: 'x', replaces: 0 });
      expect(answer).toMatchObject({ status: 409, error: { code: 'vote.notOpen' } });
    });

    test('截止前一毫秒还能投，到了截止那一刻就不能，封存以后也不能', async () => {
      const [wang, chen] = [await hall.owner('wang', '1-1-101'), await hall.owner('chen', '2-1-101')];
      const vote = await anOpenVote(hall);
      const { slot } = await slotIn(hall, vote.id, chen);
      await hall.moveTo('2026-12-10T01:59:59.999Z');
      expect((await cast(hall, vote.id, wang)).status).toBe(200);
      await hall.moveTo(closesAt);
      expect((await slotIn(hall, vote.id, chen)).mayCast).toBe(false);
      expect(await cast(hall, vote.id, chen, { slot, replaces: 0 })).toMatchObject({ error: { code: 'vote.over' } });
      await hall.moveTo('2026-12-11T02:00:00.000Z');
      await hall.sweepVotes(hall.now());
      expect(await cast(hall, vote.id, chen, { slot, replaces: 0 })).toMatchObject({ error: { code: 'vote.over' } });
    });

    test('别人的票不能投，没有的票不能投，不在名册上的说明为什么', async () => {
      const [wang, chen] = [await hall.owner('wang', '1-1-101'), await hall.owner('chen', '2-1-101')];
      const guest = await hall.signIn('guest');
      const vote = await anOpenVote(hall);
      const { slot } = await slotIn(hall, vote.id, wang);
      for (const [person, given] of [
        [chen, slot],
        [guest, slot],
        [chen, 'none'],
      ] as const) {
        const answer = await cast(hall, vote.id, person, { slot: given, replaces: 0 });
        expect(answer).toMatchObject({ status: 403, error: { code: 'vote.notYours' } });
      }
      expect((await theVote(hall, vote.id, guest)).whyNot).toContain('还没有认证');
      expect((await theVote(hall, vote.id, wang)).whyNot).toBeUndefined();
      expect((await slotIn(hall, vote.id, wang)).ballot).toBeUndefined();
    });

    test('表决开始以后才认证的新名册业主，说明名册已固定', async () => {
      const vote = await anOpenVote(hall);
      const chen = await hall.resident('late', '2-1-101');
      expect((await theVote(hall, vote.id, chen)).whyNot).toContain('认证为本社区的业主');
    });

    test('手抖点两次、没收到回应再发一次，都是同一张票、同一张收据', async () => {
      const wang = await hall.owner('wang', '1-1-101');
      const vote = await anOpenVote(hall);
      const { slot } = await slotIn(hall, vote.id, wang);
      const given = { id: anActionId(), slot, replaces: 0 };
      const [first, second] = await Promise.all([cast(hall, vote.id, wang, given), cast(hall, vote.id, wang, given)]);
      expect(second.body).toEqual(first.body);
      expect((await slotIn(hall, vote.id, wang)).ballot?.seq).toBe(1);
    });

    test('迟到的重发拿回它自己的收据，不盖掉后来改过的票；封存以后也一样', async () => {
      const wang = await hall.owner('wang', '1-1-101');
      const vote = await anOpenVote(hall);
      const { slot } = await slotIn(hall, vote.id, wang);
      const given = { id: anActionId(), slot, replaces: 0 };
      const first = await cast(hall, vote.id, wang, given);
      const changed = await cast(hall, vote.id, wang, { choice: against });
      expect(changed.body.seq).toBe(2);
      expect((await cast(hall, vote.id, wang, given)).body).toEqual(first.body);
      expect((await slotIn(hall, vote.id, wang)).ballot).toMatchObject({ choice: against, seq: 2 });
      await hall.moveTo('2026-12-20T02:00:00.000Z');
      await hall.sweepVotes(hall.now());
      expect((await cast(hall, vote.id, wang, given)).body).toEqual(first.body);
    });

    test('同一个编号换了内容，不收', async () => {
      const wang = await hall.owner('wang', '1-1-101');
      const vote = await anOpenVote(hall);
      const id = anActionId();
      await cast(hall, vote.id, wang, { id });
      await cast(hall, vote.id, wang);
      const answer = await cast(hall, vote.id, wang, { id, choice: against });
      expect(answer).toMatchObject({ status: 409, error: { code: 'id.reused' } });
    });

    test('两部手机同时投，一张成了，另一张先看过再投', async () => {
      const wang = await hall.owner('wang', '1-1-101');
      const vote = await anOpenVote(hall);
      const { slot } = await slotIn(hall, vote.id, wang);
      const answers = await Promise.all(
        [approve, against].map((choice) => cast(hall, vote.id, wang, { slot, replaces: 0, choice })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.error.code).toBe('vote.ballotChanged');
      expect((await slotIn(hall, vote.id, wang)).ballot?.seq).toBe(1);
    });

    test('截止前可以改，最多改十次', async () => {
      const wang = await hall.owner('wang', '1-1-101');
      const vote = await anOpenVote(hall);
      for (let seq = 1; seq <= 11; seq += 1) {
        const answer = await cast(hall, vote.id, wang, { choice: seq % 2 === 0 ? against : approve });
        expect(answer).toMatchObject({ status: 200, body: { seq } });
      }
      expect(await cast(hall, vote.id, wang)).toMatchObject({ status: 409, error: { code: 'vote.final' } });
    });

    test('投出就定的表决，不能改，重发仍是原收据', async () => {
      const wang = await hall.owner('wang', '1-1-101');
      const vote = await anOpenVote(hall, { isChangeable: false });
      expect(vote.isChangeable).toBe(false);
      const id = anActionId();
      const first = await cast(hall, vote.id, wang, { id });
      expect(await cast(hall, vote.id, wang, { choice: against })).toMatchObject({ error: { code: 'vote.final' } });
      expect((await slotIn(hall, vote.id, wang)).mayCast).toBe(false);
      expect((await cast(hall, vote.id, wang, { id, replaces: 0 })).body).toEqual(first.body);
    });

    test('共有的票先说好再投，先投的人可以改，另一位不能', async () => {
      const [li, zhao] = [await hall.owner('li', '1-1-201'), await hall.owner('zhao', '1-1-201')];
      const vote = await anOpenVote(hall);
      const { slot, isShared } = await slotIn(hall, vote.id, li);
      expect(isShared).toBe(true);
      const alone = await cast(hall, vote.id, li, { slot, replaces: 0 });
      expect(alone).toMatchObject({ status: 422, error: { code: 'vote.agreementNeeded' } });
      expect((await cast(hall, vote.id, li)).status).toBe(200);
      expect(await cast(hall, vote.id, zhao)).toMatchObject({ error: { code: 'vote.castByOther' } });
      expect((await slotIn(hall, vote.id, zhao)).ballot).toMatchObject({ choice: { abstain: true }, isByOther: true });
      expect((await cast(hall, vote.id, li, { choice: against })).body.seq).toBe(2);
    });
  });

  describe('填得不对的票，说明错在哪里，什么也不记', () => {
    const options = ['a', 'b', 'c'].map((id) => ({ id, text: `方案 ${id}` }));
    const budget = {
      method: 'budget',
      text: '钱怎么花',
      allotment: 100,
      budgetFen: 5000,
      options: options.map((option) => ({ ...option, costFen: 2000 })),
    } satisfies Vote['question'];
    const ranked = { method: 'ranked', text: '排个先后', options, min: 1, max: 3 } satisfies Vote['question'];
    const scored = { method: 'scored', text: '打个分', options, maxScore: 10 } satisfies Vote['question'];

    test.each<[string, Vote['question'] | 'motion', Choice, string, string]>([
      ['没有的选项', 'motion', { option: 'maybe' }, 'body.choice.option', 'unknownOption'],
      ['别的填法', 'motion', { options: ['approve'] }, 'body.choice.option', 'method'],
      ['排了两次的', ranked, { ranking: ['a', 'b', 'a'] }, 'body.choice.ranking.2', 'repeated'],
      ['超过总额', budget, { amounts: { a: 60, b: 41 } }, 'body.choice.amounts', 'overAllotment'],
      ['打分超过满分', scored, { scores: { a: 11 } }, 'body.choice.scores.a', 'tooMuch'],
      ['不在题里的分', scored, { scores: { z: 1 } }, 'body.choice.scores.z', 'unknownOption'],
    ])('%s', async (_, question, choice, field, rule) => {
      const wang = await hall.owner('wang', '1-1-101');
      const other =
        question === 'motion'
          ? {}
          : { question, ruleSetId: question.method === 'budget' ? 'budget-wish' : 'consultation' };
      const vote = await anOpenVote(hall, other);
      const answer = await cast(hall, vote.id, wang, { choice });
      expect(answer).toMatchObject({ status: 422, error: { code: 'vote.choice', details: [{ field, rule }] } });
      expect((await slotIn(hall, vote.id, wang)).ballot).toBeUndefined();
    });
  });

  test('名单上写着我投了没有、参与到哪里；没登录的只看参与，不公开参与的不写，截止了都不写', async () => {
    const zhang = await hall.resident('zhang', '1-1-101');
    await hall.bind(zhang, '2-1-101', 'member', { name: '居民zhang', idTail: '0000' });
    const nobody = await hall.signIn('nobody');
    const households = { electorate: 'households' as const, ruleSetId: 'households-meeting' };
    const vote = await anOpenVote(hall, households);
    const card = async (person?: Person, id = vote.id) => {
      const { body } = await hall.call(voteRoutes.listVotes, { query: { communityId: 'xfl' }, token: person?.token });
      return body.items.find((each) => each.id === id);
    };
    const [first, second] = (await theVote(hall, vote.id, zhang)).mine;
    expect(await card(zhang)).toMatchObject({ mine: 'canCast' });
    await cast(hall, vote.id, zhang, { slot: first?.slot ?? '', replaces: 0, isAgreed: true });
    expect(await card(zhang)).toMatchObject({ mine: 'partly' });
    await enterPaper(hall, vote.id, { slot: second?.slot ?? '' });
    await hall.moveTo('2026-12-02T02:00:00.000Z');
    await hall.sweepVotes(hall.now());
    const turnout = { eligible: { heads: 5, area: 0 }, participating: { heads: 1, area: 0 } };
    expect(await card(zhang)).toMatchObject({ mine: 'cast', turnout });
    expect(await card(nobody)).toMatchObject({ mine: 'none', turnout });
    expect(await card()).toMatchObject({ turnout });
    expect(await card()).not.toHaveProperty('mine');
    expect(JSON.stringify(await card(zhang))).not.toContain('approve');

    await hall.moveTo(closesAt);
    expect(await card(zhang)).not.toHaveProperty('mine');
    await hall.moveTo('2026-11-16T02:00:00.000Z');
    const hidden = await anOpenVote(hall, { ...households, showsTurnout: false });
    await hall.sweepVotes(hall.now());
    expect(await card(zhang, hidden.id)).toMatchObject({ mine: 'canCast' });
    expect(await card(zhang, hidden.id)).not.toHaveProperty('turnout');
  });

  test('按户表决，一户的几个人都能投，先说好；投了的是一个人，另一个看得到', async () => {
    const [one, other] = [await hall.resident('one', '1-1-101'), await hall.resident('other', '1-1-101')];
    const rules = { ruleSetId: 'households-meeting', electorate: 'households' as const };
    const vote = await anOpenVote(hall, rules);
    const { slot, isShared } = await slotIn(hall, vote.id, one);
    expect(isShared).toBe(true);
    const alone = await hall.call(voteRoutes.castBallot, {
      token: one.token,
      params: { voteId: vote.id },
      body: { id: anActionId(), slot, choice: { option: 'approve' }, replaces: 0 },
    });
    expect(alone.error.code).toBe('vote.agreementNeeded');
    expect((await cast(hall, vote.id, one)).status).toBe(200);
    expect(await cast(hall, vote.id, other)).toMatchObject({ error: { code: 'vote.castByOther' } });
    expect((await slotIn(hall, vote.id, other)).ballot).toMatchObject({ isByOther: true });
  });

  test('公示以前谁也看不到选了什么，工作人员也看不到', async () => {
    const wang = await hall.owner('wang', '1-1-101');
    const vote = await anOpenVote(hall);
    await cast(hall, vote.id, wang, { choice: against });
    await hall.moveTo('2026-12-02T02:00:00.000Z');
    await hall.sweepVotes(hall.now());
    for (const person of [undefined, hall.liu, hall.sun]) {
      const seen = await theVote(hall, vote.id, person);
      expect(JSON.stringify({ ...seen, question: undefined })).not.toContain('against');
      expect(seen.progress?.participating).toEqual({ heads: 1, area: 20000 });
    }
    const { body } = await hall.call(voteRoutes.findSlots, {
      token: hall.liu.token,
      params: { voteId: vote.id },
      query: { building: '1' },
    });
    expect(body.items.map(({ standing }) => standing).toSorted()).toEqual(['none', 'online']);
    expect(JSON.stringify(body)).not.toContain('against');
  });
};
