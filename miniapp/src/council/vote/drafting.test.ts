import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { ruleSetsFor } from '@suishoupai/shared/votes/rule-sets';
import { describe, expect, test } from 'vitest';
import { blankVote, bodyOf, fitting, missingIn, timesOf, type VoteDraft } from './drafting.ts';
import { blankQuestion, fenOf, questionMissing, questionOf } from './question-draft.ts';

const now = '2026-11-22T02:00:00.000Z';
const tail = '01jd0000000000000000000000';
const sets = ruleSetsFor('2026-11-22', 'owners', 'beijing');
const topicId = `top_xfl_${tail}`;
const matters = [{ text: '是否同意加装电梯', at: '2026-11-01T02:00:00.000Z' }];
const whole: VoteDraft = {
  ...blankVote,
  topicId,
  title: '加装电梯表决',
  announcement: '请各位业主在期限内表决，纸质票也可以。',
  question: { ...blankQuestion, text: '是否同意加装电梯' },
};

describe('问题', () => {
  const options = [
    { text: '甲方案', cost: '1200' },
    { text: '乙方案', cost: '800.50' },
  ];
  const asked = { ...blankQuestion, text: '选哪个', options, max: '1', budget: '2000' };

  test.each(['motion', 'single', 'multiple', 'ranked', 'scored', 'budget'] as const)('%s 能发出去', (asking) => {
    const question = questionOf({ ...asked, asking });
    expect(question).toBeDefined();
    expect(voteRoutes.announceVote.body.shape.question.parse(question)).toEqual(question);
  });

  test('排先后不写几项就是全部能排，选几项要写明', () => {
    expect(questionOf({ ...asked, asking: 'ranked', max: '' })).toMatchObject({ min: 1, max: 2 });
    expect(questionMissing({ ...asked, asking: 'multiple', max: '' })).toBe('最多选几项，填 1 到 2');
    expect(questionMissing({ ...asked, asking: 'ranked', max: '3' })).toBe('最多排几项，填 1 到 2');
  });

  test.each([
    [{ text: ' ' }, '写上要问什么'],
    [{ asking: 'single', options: [{ text: '甲', cost: '' }] }, '至少写两个选项'],
    [{ asking: 'single', options: [options[0], options[0]] }, '有两个选项一样'],
    [{ asking: 'multiple', max: '3' }, '最多选几项，填 1 到 2'],
    [{ asking: 'scored', maxScore: '0' }, '满分填 1 到 100'],
    [{ asking: 'budget', options: [{ text: '甲', cost: '免费' }, options[1]] }, '每个选项要写多少钱'],
    [{ asking: 'budget', budget: '' }, '写上总预算'],
  ])('%j', (change, missing) => {
    expect(questionMissing({ ...asked, ...change } as typeof asked)).toBe(missing);
  });

  test.each([
    ['1200', 120_000],
    ['0.01', 1],
    ['19.9', 1990],
    ['0', undefined],
    ['1.234', undefined],
    ['一百', undefined],
  ])('%s 元', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen);
  });
});

test('每一套合用的规则，常用的时间都过得去', () => {
  const fit = fitting(sets, whole);
  expect(fit.length).toBeGreaterThan(0);
  for (const rules of fit) {
    const times = timesOf(whole, rules, matters, now);
    expect(missingIn(whole, rules, times, now)).toBeUndefined();
    const body = bodyOf(whole, { id: `vot_xfl_${tail}`, communityId: 'xfl', rules, times });
    expect(voteRoutes.announceVote.body.parse(body)).toEqual(body);
  }
});

test('有约束力的规则排在只供参考的前面', () => {
  const asked: VoteDraft = { ...whole, electorate: 'households' };
  const backwards = [...ruleSetsFor('2026-11-22', 'households')].reverse();
  expect(fitting(backwards, asked).map(({ id }) => id)).toEqual(['households-meeting', 'consultation']);
});

test('公告天数从议题公告那天算；没有议题，从现在算', () => {
  const rules = fitting(sets, whole).find(({ noticeDays }) => noticeDays >= 15);
  if (rules === undefined) throw new Error('there is one with a notice');
  expect(timesOf(whole, rules, matters, now).earliest).toBe(now);
  const { topicId: _, ...alone } = whole;
  const times = timesOf(alone, rules, matters, now);
  expect(times.earliest > now).toBe(true);
  expect(times.notice).toContain(`满 ${rules.noticeDays} 天`);
  expect(
    missingIn(
      { ...alone, opensAt: '2026-11-23T02:00:00.000Z' },
      rules,
      { ...times, opensAt: '2026-11-23T02:00:00.000Z' },
      now,
    ),
  ).toBe('公告的天数不够，往后挪');
});

test('居民表决不收纸质票：名册上没有房屋可找', () => {
  const [rules] = sets;
  if (rules === undefined) throw new Error('there are rule sets');
  const times = timesOf(whole, rules, matters, now);
  const draft: VoteDraft = { ...whole, electorate: 'residents' };
  expect(bodyOf(draft, { id: `vot_xfl_${tail}`, communityId: 'xfl', rules, times })?.takesPaper).toBe(false);
});
