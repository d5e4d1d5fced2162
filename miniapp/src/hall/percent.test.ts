import { expect, it } from 'vitest';
import { percentWords } from './percent.ts';

it.each([
  [614, 1000, '61.4%'],
  [666_666, 1_000_000, '66.6%'],
  [2, 3, '66.6%'],
  [1, 1, '100%'],
  [1, 2, '50%'],
  [0, 0, '0%'],
])('%i / %i 写作 %s，只舍不入', (part, whole, words) => {
  expect(percentWords(part, whole)).toBe(words);
});
