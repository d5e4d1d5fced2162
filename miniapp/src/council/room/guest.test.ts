import { expect, test } from 'vitest';
import { guestProblem } from './guest.ts';

const whole = { name: '吴奶奶', household: '3 栋 101', witnesses: ['刘书记', '周干事'] as [string, string] };

test.each([
  [{ name: ' ' }, '写上姓名'],
  [{ household: '' }, '写上哪一户'],
  [{ witnesses: ['刘书记', ''] as [string, string] }, '要有两位见证人'],
  [{ witnesses: ['刘书记', '刘书记 '] as [string, string] }, '两位见证人不能是同一个人'],
  [{ witnesses: ['刘书记', '吴奶奶'] as [string, string] }, '见证人不能是本人'],
  [{}, undefined],
])('%j', (change, problem) => {
  expect(guestProblem({ ...whole, ...change })).toBe(problem);
});
