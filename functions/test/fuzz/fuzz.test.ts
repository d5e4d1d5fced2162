import { expect, test } from 'vitest';
import { makeWorld } from '../access/world.ts';
import { fuzz } from './fuzz.ts';

test('每条路由上的坏请求：不出错、不卡住、被拒绝的不写下什么、不漏给别人', { timeout: 120_000 }, async () => {
  const { requests, found } = await fuzz(await makeWorld(), { seed: 20_261_211, runs: 8, hugeEach: 40 });
  expect(found).toEqual([]);
  expect(requests).toBeGreaterThan(2_000);
});
