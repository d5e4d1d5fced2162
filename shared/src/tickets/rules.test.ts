import { expect, test } from 'vitest';
import { titleOf } from './rules.ts';

test.each([
  ['3 栋门前路灯不亮。晚上七点以后一直不亮', '3 栋门前路灯不亮'],
  ['路灯不亮\n很危险', '路灯不亮'],
  ['   ', '路灯'],
  ['', '路灯'],
  ['。。。', '路灯'],
  ['一'.repeat(32), '一'.repeat(32)],
  ['一'.repeat(33), `${'一'.repeat(31)}…`],
  ['👨‍🚒'.repeat(2), '👨‍🚒👨‍🚒'],
])('%j 的标题是 %j', (description, title) => {
  expect(titleOf(description, '路灯')).toBe(title);
});
