import { expect, test } from 'vitest';
import { areaWords } from './labels.ts';

test.each([
  [1, '0.01 ㎡'],
  [8957, '89.57 ㎡'],
  [12_345_600, '123,456.00 ㎡'],
  [100_000_000, '1,000,000.00 ㎡'],
])('%i 读成 %s', (area, words) => {
  expect(areaWords(area)).toBe(words);
});
