import { expect, test } from 'vitest';
import { settlingProblem } from './settling.ts';

const entered = { entered: 7, waiting: 0, refused: 1 };

test.each([
  [{ issued: '20', returned: '10', invalid: '2' }, entered, undefined],
  [{ issued: '', returned: '10', invalid: '2' }, entered, '三个数都要填'],
  [{ issued: '9', returned: '10', invalid: '2' }, entered, '收回的比发出的多'],
  [{ issued: '20', returned: '12', invalid: '2' }, entered, '还差 2 张没有录入'],
  [{ issued: '20', returned: '9', invalid: '2' }, entered, '录入的比收回的多 1 张'],
  [{ issued: '20', returned: '10', invalid: '2' }, { ...entered, waiting: 3 }, '还有 3 张等复核'],
])('%j', (typed, paper, problem) => {
  expect(settlingProblem(typed, paper)).toBe(problem);
});
