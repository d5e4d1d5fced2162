import type { Question } from '@suishoupai/shared/votes/question';
import { expect, test } from 'vitest';
import { byDoor, choiceOf, marksProblem, noMarks, withName } from './entry.ts';

const options = [
  { id: 'o1', text: '长椅' },
  { id: 'o2', text: '路灯' },
];
const single: Question = { method: 'single', text: '选', options };
const ranked: Question = { method: 'ranked', text: '排', options, min: 1, max: 2 };
const budget: Question = {
  method: 'budget',
  text: '分',
  options: options.map((option) => ({ ...option, costFen: 100 })),
  allotment: 10,
  budgetFen: 1000,
};

test('选一项的，后点的代替先点的；排先后的，按点的次序', () => {
  const marks = (question: Question) => withName(question, withName(question, noMarks, 'o2'), 'o1');
  expect(choiceOf(single, marks(single))).toEqual({ option: 'o1' });
  expect(choiceOf(ranked, marks(ranked))).toEqual({ ranking: ['o2', 'o1'] });
  expect(choiceOf(ranked, withName(ranked, marks(ranked), 'o2'))).toEqual({ ranking: ['o1'] });
});

test.each([
  [single, noMarks, '照选票选一项'],
  [single, { ...noMarks, isAbstain: true }, undefined],
  [ranked, noMarks, '至少选 1 项'],
  [budget, { ...noMarks, points: { o1: '十' } }, '要填不小于 0 的整数'],
  [budget, { ...noMarks, points: { o1: '6', o2: '5' } }, '一共最多分 10'],
  [budget, { ...noMarks, points: { o1: '6', o2: '' } }, undefined],
])('%#', (question, marks, problem) => {
  expect(marksProblem(question, marks)).toBe(problem);
});

test('按门牌的次序排，十层在九层后面', () => {
  const slots = ['5 栋 1 单元 1001', '5 栋 2 单元 101', '5 栋 1 单元 902'].map((unit) => ({ units: [unit] }));
  expect(byDoor(slots).map(({ units }) => units[0])).toEqual([
    '5 栋 1 单元 902',
    '5 栋 1 单元 1001',
    '5 栋 2 单元 101',
  ]);
});
