import { expect, test } from 'vitest';
import { saleProblem, writtenOwners } from './sale.ts';

const blank = { name: '', idTail: '' };
const wang = { name: ' 王小明 ', idTail: '123x' };

test.each([
  [[blank], '依据', '写上新业主'],
  [[{ name: '', idTail: '1234' }], '依据', '每一位都要写姓名'],
  [[{ name: '王', idTail: '12' }], '依据', '证件后四位要写满四位'],
  [[wang, wang], '依据', '同一位业主写了两遍'],
  [[wang], ' ', '写明依据'],
  [[wang, blank], '产权证', undefined],
])('%j %s', (owners, reason, problem) => {
  expect(saleProblem(owners, reason)).toBe(problem);
});

test('空行不发出去', () => {
  expect(writtenOwners([wang, blank])).toEqual([{ name: '王小明', idTail: '123X' }]);
});
