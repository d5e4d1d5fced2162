import type { Question } from '../question.ts';

const named = (ids: string) => ids.split('').map((id) => ({ id, text: id.toUpperCase() }));

export const motion: Question = {
  method: 'single',
  text: '是否同意更换物业',
  options: [
    { id: 'approve', text: '同意' },
    { id: 'against', text: '不同意' },
  ],
};
export const pickOne: Question = { method: 'single', text: '选一家', options: named('abc') };
export const pickSome = (seats?: number): Question => ({
  method: 'multiple',
  text: '选几位',
  options: named('abc'),
  min: 1,
  max: 3,
  ...(seats === undefined ? {} : { seats }),
});
export const rank = (ids = 'abc'): Question => ({
  method: 'ranked',
  text: '排个先后',
  options: named(ids),
  min: 1,
  max: ids.length,
});
export const score = (seats?: number): Question => ({
  method: 'scored',
  text: '打分',
  options: named('abc'),
  maxScore: 5,
  ...(seats === undefined ? {} : { seats }),
});
/** Costs in fen. */
export const budget = (budgetFen: number, ...costs: number[]): Question => ({
  method: 'budget',
  text: '分点数',
  options: costs.map((costFen, at) => ({ id: 'abcdef'.charAt(at), text: `项目 ${at + 1}`, costFen })),
  allotment: 10,
  budgetFen,
});
