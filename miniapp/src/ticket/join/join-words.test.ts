import { expect, it } from 'vitest';
import { aTicket } from '../ticket.builder.ts';
import { joinText, joinWords } from './join-words.ts';

it.each([
  [{ joins: 12, canJoin: true }, '12 位邻居同感'],
  [{ joins: 0, canJoin: true }, '您也遇到了吗？'],
  [{ joins: 1, hasJoined: true }, '您已同感'],
  [{ joins: 0, hasJoined: true }, '您已同感'],
  [{ joins: 12, hasJoined: true }, '您和 11 位邻居同感'],
  [{ joins: 3, relation: 'reporter' as const }, '3 位邻居同感'],
  [{ joins: 0, relation: 'reporter' as const }, undefined],
  [{ joins: 0, canJoin: true, relation: 'staff' as const }, undefined],
])('%o 说 %s', (given, title) => {
  expect(joinWords(aTicket(given))?.title).toBe(title);
});

it('按钮上带人数', () => {
  expect([joinText({ joins: 0 }), joinText({ joins: 5 })]).toEqual(['同感', '同感 · 5']);
});
