import { newTopicId, newVoteId } from '@suishoupai/shared/ids';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { aCommunity, anActionId, tail } from '../../test/builders.ts';
import { coordinator, type Service } from '../../test/service.ts';
import { aTopicRecord } from '../topics/topic.builder.ts';
import { aHall, announce, aVoteBody, type Hall, importRoll, motion, theVote } from './votes.builder.ts';

/** Announcing over HTTP: nothing is voted on that was not announced in time, and by rules that are in force. */
export const announcingCases = (makeService: () => Promise<Service>) => {
  let hall: Hall;
  beforeEach(async () => {
    hall = await aHall(await makeService());
  });

  test('公告出来，人人看得到题目、规则和它的条文', async () => {
    const { status, body } = await announce(hall);
    expect({ status, state: body.state, version: body.version }).toEqual({
      status: 200,
      state: 'announced',
      version: 1,
    });
    const seen = await theVote(hall, body.id);
    expect(seen).toMatchObject({
      title: '加装电梯表决',
      question: motion,
      isAdvisory: false,
      takesPaper: true,
      may: [],
    });
    expect(seen.ruleSet.basis.length).toBeGreaterThan(0);
    expect(JSON.stringify(seen)).not.toContain('secret"');
    const { body: list } = await hall.call(voteRoutes.listVotes, { query: { communityId: 'xfl' } });
    expect(list.items.map(({ id }) => id)).toEqual([body.id]);
  });

  test('同一个编号再来一次是同一次公告；换了内容不收', async () => {
    const body = aVoteBody();
    const [first, second] = await Promise.all([announce(hall, body), announce(hall, body)]);
    expect(second.body).toEqual(first.body);
    expect(await announce(hall, { ...body, title: '换了题目' })).toMatchObject({ error: { code: 'id.reused' } });
  });

  describe('不能公告的', () => {
    test.each([
      ['公告不满十五天', { opensAt: '2026-11-30T15:59:59.999Z' }, 'vote.noticeTooShort'],
      ['开始在过去', { opensAt: '2026-11-16T02:00:00.000Z' }, 'request.invalid'],
      ['截止早于开始', { closesAt: '2026-12-01T01:00:00.000Z' }, 'request.invalid'],
      ['没有这套规则', { ruleSetId: 'none' }, 'vote.ruleSet'],
      ['居民大会的规则用在业主身上', { ruleSetId: 'residents-meeting' }, 'vote.ruleSet'],
      [
        '居民代表还没有名册',
        { ruleSetId: 'representatives-meeting', electorate: 'representatives' as const },
        'vote.ruleSet',
      ],
      ['过期规则', { ruleSetId: 'beijing-owners-ordinary' }, 'vote.ruleSet'],
      ['没有提出过的议题', { topicId: newTopicId('xfl', tail()) }, 'vote.notAnnounced'],
      ['别的社区的议题', { topicId: newTopicId('other', tail()) }, 'topic.notFound'],
      ['别的社区的编号', { id: newVoteId('other', tail()) }, 'request.invalid'],
    ])('%s', async (_, overrides, code) => {
      expect(await announce(hall, overrides)).toMatchObject({ error: { code } });
      const { body } = await hall.call(voteRoutes.listVotes, { query: { communityId: 'xfl' } });
      expect(body.items).toEqual([]);
    });

    test('没有名册，业主不能表决；居民征询不靠名册', async () => {
      const bare = await aHall(await makeService(), []);
      await bare.stores.places.putCommunity(aCommunity({ id: 'bare' }));
      const staff = await bare.signIn('lin', { role: 'communityStaff', communityId: 'bare', label: '居委会' });
      const body = { id: newVoteId('bare', tail()), communityId: 'bare' };
      expect(await announce(bare, body, staff)).toMatchObject({ error: { code: 'roll.missing' } });
      const wish = { ...body, electorate: 'residents' as const, ruleSetId: 'consultation' };
      expect((await announce(bare, wish, staff)).status).toBe(200);
    });

    test('居民、别的街道不能公告', async () => {
      const other = await hall.signIn('other', { ...coordinator, streetId: 'str_other' } as typeof coordinator);
      expect(await announce(hall, {}, other)).toMatchObject({ error: { code: 'access.denied' } });
      expect((await announce(hall, {}, await hall.signIn('guest'))).status).toBe(403);
    });
  });

  test('议题里公告过的事项，从那时起算天数；字句不同的不是它', async () => {
    const topic = aTopicRecord({
      state: 'underway',
      announcements: [
        {
          id: anActionId(),
          at: '2026-11-01T02:00:00.000Z',
          title: '会前公告',
          words: '关于加装电梯',
          matters: [motion.text],
        },
      ],
    });
    await hall.stores.topics.open(topic);
    const opensAt = '2026-11-17T02:00:00.000Z';
    const other = { ...motion, text: '是否在 4 号楼加装电梯' };
    expect(await announce(hall, { topicId: topic.id, opensAt, question: other })).toMatchObject({
      error: { code: 'vote.notAnnounced' },
    });
    const { body } = await announce(hall, { topicId: topic.id, opensAt });
    expect(body).toMatchObject({ state: 'announced', announcedAt: '2026-11-01T02:00:00.000Z', topicId: topic.id });
  });

  test('正好满十五天可以', async () => {
    expect((await announce(hall, { opensAt: '2026-11-30T16:00:00.000Z' })).status).toBe(200);
  });

  test('北京的社区用北京的规则，只作意向征询，投出不能改', async () => {
    await hall.stores.places.putCommunity(aCommunity({ id: 'bjs', settings: { jurisdiction: 'beijing' } }));
    const staff = await hall.signIn('bei', { role: 'communityStaff', communityId: 'bjs', label: '北京某居委会' });
    await importRoll(hall.service, undefined, 'bjs');
    const body = { id: newVoteId('bjs', tail()), communityId: 'bjs' };
    expect(await announce(hall, body, staff)).toMatchObject({ error: { code: 'vote.ruleSet' } });
    const rules = { ...body, ruleSetId: 'beijing-owners-ordinary' };
    expect(await announce(hall, { ...rules, isChangeable: true }, staff)).toMatchObject({
      error: { code: 'vote.ruleSet' },
    });
    const { body: vote } = await announce(hall, rules, staff);
    expect(vote).toMatchObject({ isAdvisory: true, isChangeable: false });
  });

  test('社区按文件设定的比例写进规则，带着出处', async () => {
    const tests = { 'turnout-heads': { share: { numerator: 1, denominator: 3 }, kind: 'atLeast' as const } };
    const voteRules = { 'residents-meeting': { source: '某街道 2026 年 1 号文', tests } };
    await hall.stores.places.putCommunity(aCommunity({ id: 'set', settings: { voteRules } }));
    const { body } = await hall.call(voteRoutes.listRuleSets, { query: { communityId: 'set', on: '2026-12-01' } });
    const rules = body.items.find(({ id }) => id === 'residents-meeting');
    expect(rules?.turnout[0]).toMatchObject({ share: { numerator: 1, denominator: 3 }, kind: 'atLeast' });
    expect(rules?.settings).toEqual([{ what: 'turnout-heads', source: '某街道 2026 年 1 号文' }]);
  });

  test('业主能用的规则里，先列有约束力的，再列只作征询的', async () => {
    const { body } = await hall.call(voteRoutes.listRuleSets, { query: { communityId: 'xfl', on: '2026-12-01' } });
    const forOwners = body.items.filter(({ electorates }) => electorates.includes('owners'));
    const advisory = forOwners.map(({ isAdvisory }) => isAdvisory);
    expect(advisory).toEqual(advisory.toSorted((a, b) => Number(a) - Number(b)));
    expect(new Set(advisory).size).toBe(2);
  });

  test('没有规则管的日子，不猜', async () => {
    const answer = await hall.call(voteRoutes.listRuleSets, { query: { communityId: 'xfl', on: '1999-01-01' } });
    expect(answer).toMatchObject({ status: 422, error: { code: 'vote.ruleSet' } });
  });
};
