import { expect, test } from 'vitest';
import { sharedWhileAsked } from './shared-while-asked.ts';

test('同时问的只问一次，答过以后再问一次；失败了下次还能问', async () => {
  let count = 0;
  const ask = sharedWhileAsked(async () => {
    count += 1;
    if (count === 2) throw new Error('没有网络');
    return count;
  });
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  await expect(ask()).rejects.toThrow('没有网络');
  expect(await ask()).toBe(3);
});
