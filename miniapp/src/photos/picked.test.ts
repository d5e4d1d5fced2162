import { expect, test } from 'vitest';
import { wordsOf } from './picked.ts';

test.each([
  [{ leftOut: 0, unkept: 0 }, undefined],
  [{ leftOut: 3, unkept: 0 }, '最多 9 张，有 3 张没有放进来'],
  [{ leftOut: 3, unkept: 2 }, '手机存储满了，有 2 张照片没能存下来，提交前请不要离开'],
])('选照片 %j：%s', (picked, words) => {
  expect(wordsOf(picked, 9)).toBe(words);
});
