import { expect, test } from 'vitest';
import { codeTyped, isWhole } from './code.ts';

test('怎么读出来的都认：分组、大写、把 0 看成 O、把 1 看成 I', () => {
  expect(codeTyped('7K2M-9QRT-44WZ')).toBe('7k2m9qrt44wz');
  expect(codeTyped(' 7k2m 9qrt oIl4 ')).toBe('7k2m9qrt0114');
  expect(isWhole('7k2m9qrt44wz')).toBe(true);
  expect([isWhole('7k2m9qrt44w'), isWhole('7k2m9qrt44wu')]).toEqual([false, false]);
});
