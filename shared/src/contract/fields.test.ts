import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { text } from './fields.ts';

const label = text(1, 60);

test.each([
  ['  3 栋东门  ', '3 栋东门'],
  ['一行\n\n\n\n\n又一行', '一行\n\n又一行'],
  ['👨‍👩‍👧 一家', '👨‍👩‍👧 一家'],
  ['第一行\t\n第二行', '第一行\t\n第二行'],
])('%j 收作 %j', (given, kept) => {
  expect(z.parse(label, given)).toBe(kept);
});

test.each([
  '',
  '   ',
  '\u200b\u2060',
  '\u202e反过来',
  '\u2067反过来',
  'a\u0000b',
  'a\u0085b',
  '\ud800',
  '一'.repeat(61),
])('%j 不收', (given) => {
  expect(z.safeParse(label, given).success).toBe(false);
});
