import { describe, expect, test } from 'vitest';
import { stepsOf, topicKinds } from './paths.ts';
import {
  answerByOf,
  averageStars,
  daysAfter,
  type Evidence,
  endOfStepDay,
  mayTakePath,
  missingFor,
  planProblem,
  stepAfter,
} from './rules.ts';

test('答复期：十个工作日，急事两个，设得更短的按设的；没有公布的年份没有期限', () => {
  const at = '2026-11-16T02:00:00.000Z';
  expect(answerByOf('major', at, 10)).toBe('2026-11-30T10:00:00.000Z');
  expect(answerByOf('urgent', at, 10)).toBe('2026-11-18T10:00:00.000Z');
  expect(answerByOf('urgent', at, 1)).toBe('2026-11-17T10:00:00.000Z');
  // Holidays are left out: 国庆.
  expect(answerByOf('misc', '2026-09-30T02:00:00.000Z', 1)).toBe('2026-10-08T10:00:00.000Z');
  expect(answerByOf('misc', '2026-12-28T02:00:00.000Z', 10)).toBeUndefined();
});

test('一步的日子到那天夜里十二点为止', () => {
  expect(endOfStepDay('2026-11-20')).toBe('2026-11-20T16:00:00.000Z');
  expect(daysAfter('2026-11-16T02:00:00.000Z', 3)).toBe('2026-11-19T02:00:00.000Z');
});

test('哪类走哪条路：长的不能走快的，快的可以走长的', () => {
  expect(topicKinds.filter((kind) => mayTakePath(kind, 'fast'))).toEqual(['urgent', 'misc']);
  expect(topicKinds.filter((kind) => mayTakePath(kind, 'seven'))).toEqual([...topicKinds]);
  expect([stepAfter('seven', 'list'), stepAfter('seven', 'evaluate'), stepAfter('fast', 'decide')]).toEqual([
    'settle',
    undefined,
    'publish',
  ]);
});

describe('计划', () => {
  const plan = stepsOf('fast').map((step, i) => ({ step, dueOn: `2026-11-2${i}` }));
  const today = '2026-11-20';
  test.each([
    [plan, undefined],
    [plan.slice(0, 3), 3],
    [[...plan, ...plan.slice(0, 1)], 4],
    [plan.toReversed(), 0],
    [[], 0],
    [plan.map((each, i) => (i === 2 ? { ...each, dueOn: '2026-11-19' } : each)), 2],
    [plan.map((each, i) => (i === 3 ? { ...each, dueOn: '2026-11-21' } : each)), 3],
    [plan.map((each) => ({ ...each, dueOn: today })), undefined],
  ])('%j：%j', (given, index) => {
    expect(planProblem('fast', given, today)?.index).toBe(index);
  });
});

describe('依据', () => {
  const began = '2026-11-16T02:00:00.000Z';
  const evidence = (overrides: Partial<Evidence>): Evidence => ({
    path: 'seven',
    step: 'list',
    now: began,
    stepBeganAt: began,
    hasWords: false,
    hasDecisionWords: false,
    announcements: 0,
    hasSignedMinutes: false,
    hasResolution: false,
    hasVoteInForce: false,
    tickets: 0,
    openTickets: 0,
    ratings: 0,
    ...overrides,
  });
  test.each<[Partial<Evidence>, string[]]>([
    [{ step: 'list' }, []],
    [{ step: 'settle' }, ['words']],
    [{ step: 'settle', hasWords: true }, []],
    [{ step: 'announce' }, ['announcement']],
    [{ step: 'announce', announcements: 1 }, []],
    [{ step: 'discuss' }, ['discussion']],
    [{ step: 'discuss', hasSignedMinutes: true }, []],
    [{ step: 'discuss', summaryAt: began }, []],
    [{ step: 'discuss', summaryAt: '2026-11-16T01:59:59.999Z' }, ['discussion']],
    [{ step: 'plan', hasSignedMinutes: true, hasDecisionWords: true }, ['decision']],
    [{ step: 'plan', hasResolution: true }, []],
    [{ step: 'plan', hasVoteInForce: true }, []],
    [{ step: 'carryOut' }, ['ticketsOver']],
    [{ step: 'carryOut', hasWords: true }, []],
    [{ step: 'carryOut', tickets: 1 }, []],
    [{ step: 'carryOut', tickets: 2, openTickets: 1, hasWords: true }, ['ticketsOver']],
    [{ step: 'evaluate' }, ['rated']],
    [{ step: 'evaluate', ratings: 1 }, []],
    [{ step: 'evaluate', now: '2026-11-30T01:59:59.999Z' }, ['rated']],
    [{ step: 'evaluate', now: '2026-11-30T02:00:00.000Z' }, []],
    [{ path: 'fast', step: 'propose' }, []],
    [{ path: 'fast', step: 'decide' }, ['words', 'decision']],
    [{ path: 'fast', step: 'decide', hasWords: true, hasDecisionWords: true }, []],
    [{ path: 'fast', step: 'decide', hasWords: true, hasVoteInForce: true }, []],
    [{ path: 'fast', step: 'publish', tickets: 1 }, ['publication']],
    [{ path: 'fast', step: 'publish', tickets: 1, now: '2026-11-19T02:00:00.000Z' }, []],
    [{ path: 'fast', step: 'publish', tickets: 1, openTickets: 1 }, ['publication', 'ticketsOver']],
  ])('%j：%j', (given, expected) => {
    const missing = missingFor(evidence(given));
    expect(missing.map(({ rule }) => rule)).toEqual(expected);
    expect(missing.every(({ message }) => message.length > 5)).toBe(true);
  });
});

test('平均星数四舍五入，没有人评是零', () => {
  expect(averageStars({})).toEqual({ count: 0, stars: 0 });
  expect(averageStars({ 4: 1, 5: 1 })).toEqual({ count: 2, stars: 4.5 });
  expect(averageStars({ 1: 2, 5: 1 })).toEqual({ count: 3, stars: 2.3 });
});
