import { expect, it } from 'vitest';
import { phrasesFor, rateSubmit, rateWarning } from './rate-words.ts';

it('两星及以下在提交前就说会再整改，只有第一次', () => {
  expect(rateWarning(2, 0)).toBe('两星及以下会要求再整改一次');
  expect([rateWarning(undefined, 0), rateWarning(3, 0), rateWarning(1, 1)]).toEqual([undefined, undefined, undefined]);
  expect([rateSubmit(1, 0), rateSubmit(1, 1), rateSubmit(5, 0)]).toEqual(['提交，要求再整改', '提交评价', '提交评价']);
});

it.each([
  [1, true],
  [2, true],
  [3, false],
  [5, false],
])('%i 星给不给常用的话', (stars, isGiven) => {
  expect(phrasesFor(stars).length > 0).toBe(isGiven);
});
