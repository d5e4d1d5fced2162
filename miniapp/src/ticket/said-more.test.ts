import { expect, test } from 'vitest';
import { saidMore } from './said-more.ts';

test.each([
  ['路灯不亮', undefined, undefined],
  ['路灯不亮', '', undefined],
  ['路灯不亮', ' 路灯不亮。', undefined],
  ['路灯不亮', '路灯不亮。晚上看不清台阶', '晚上看不清台阶'],
  ['路灯', '门前的不亮', '门前的不亮'],
  ['一句很长的话，写不下就…', '一句很长的话，写不下就截断了', '一句很长的话，写不下就截断了'],
])('标题「%s」、描述「%s」之外说了 %s', (title, description, more) => {
  expect(saidMore(title, description)).toBe(more);
});
