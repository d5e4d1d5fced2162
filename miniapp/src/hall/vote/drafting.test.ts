import type { Question } from '@suishoupai/shared/votes/question';
import { expect, it } from 'vitest';
import {
  abstaining,
  blank,
  draftOf,
  fillWords,
  leftOf,
  moved,
  picked,
  readBack,
  readyChoice,
  shortWords,
  withPoints,
} from './drafting.ts';

const options = [
  { id: 'a', text: '加装电梯' },
  { id: 'b', text: '修屋顶' },
  { id: 'c', text: '种树' },
];
const motion: Question = {
  method: 'single',
  text: '是否同意加装电梯',
  options: [
    { id: 'approve', text: '同意' },
    { id: 'against', text: '不同意' },
  ],
};
const multiple: Question = { method: 'multiple', text: '选两项', options, min: 1, max: 2 };
const ranked: Question = { method: 'ranked', text: '排先后', options, min: 2, max: 3 };
const scored: Question = { method: 'scored', text: '打分', options, maxScore: 10 };
const budget = {
  method: 'budget',
  text: '分预算',
  options: options.map((option) => ({ ...option, costFen: 100 })),
  allotment: 10,
  budgetFen: 200,
} as const satisfies Question;

it('单选后选的顶掉先选的', () => {
  const draft = picked(motion, picked(motion, blank, 'approve'), 'against');
  expect(readyChoice(motion, draft)).toEqual({ choice: { option: 'against' } });
});

it('多选再点一次就取消，选多了说明最多几项', () => {
  const all = ['a', 'b', 'c'].reduce((draft, id) => picked(multiple, draft, id), blank);
  expect(readyChoice(multiple, all)).toEqual({ missing: '最多选 2 项' });
  expect(readyChoice(multiple, picked(multiple, all, 'b'))).toEqual({ choice: { options: ['a', 'c'] } });
});

it('排序上移下移，到头不动', () => {
  const draft = ['a', 'b', 'c'].reduce((all, id) => picked(ranked, all, id), blank);
  expect(moved(draft, 'c', -1).picked).toEqual(['a', 'c', 'b']);
  expect(moved(draft, 'a', -1).picked).toEqual(['a', 'b', 'c']);
  expect(readyChoice(ranked, picked(ranked, blank, 'a'))).toEqual({ missing: '至少选 2 项' });
});

it('预算说清还剩多少，分超了不能投', () => {
  const draft = withPoints(withPoints(blank, 'a', 7), 'b', 2);
  expect(leftOf(budget, draft)).toBe(1);
  expect(readyChoice(budget, draft)).toEqual({ choice: { amounts: { a: 7, b: 2 } } });
  expect(readyChoice(budget, withPoints(draft, 'c', 5))).toEqual({ missing: '一共最多分 10' });
  expect(readyChoice(budget, withPoints(blank, 'a', 0))).toEqual({ missing: '请先选好' });
});

it('弃权总可以投', () => {
  for (const question of [motion, multiple, ranked, scored, budget]) {
    expect(readyChoice(question, abstaining)).toEqual({ choice: { abstain: true } });
  }
});

it('投过的选票原样拿回来改', () => {
  for (const choice of [{ abstain: true as const }, { options: ['a', 'b'] }]) {
    expect(readyChoice(multiple, draftOf(choice))).toEqual({ choice });
  }
  expect(readyChoice(scored, draftOf({ scores: { a: 3 } }))).toEqual({ choice: { scores: { a: 3 } } });
});

it('念一遍给人听', () => {
  expect(readBack(motion, { option: 'approve' })).toEqual(['同意']);
  expect(readBack(ranked, { ranking: ['b', 'a'] })).toEqual(['第 1：修屋顶', '第 2：加装电梯']);
  expect(readBack(scored, { scores: { b: 7 } })).toEqual([
    '加装电梯：0\u00a0分',
    '修屋顶：7\u00a0分',
    '种树：0\u00a0分',
  ]);
  expect(readBack(budget, { amounts: { a: 7 } })).toEqual(['加装电梯：7\u00a0分']);
  expect(shortWords(motion, { abstain: true })).toBe('弃权');
});

it('怎么填，题目下面说一句；只选一个和分预算的一看就懂', () => {
  expect([motion, multiple, ranked, scored, budget].map(fillWords)).toEqual([
    undefined,
    '可以选 1 到 2 项',
    '最想要的先点，第二想要的再点，排 2 到 3 项',
    '每项 0 到 10 分，没有打的算 0 分',
    undefined,
  ]);
});
