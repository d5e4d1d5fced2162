import { expect, test } from 'vitest';
import { makeWorld } from '../access/world.ts';
import { aServiceOnDynamodb } from '../dynamodb-service.ts';
import { fuzz } from './fuzz.ts';

/** What only the table refuses: keys too long or empty, numbers it does not hold. Nothing is put back: refusals that write are looked for in memory. */
const onDynamodb = async () => ({
  service: await aServiceOnDynamodb(),
  checkpoint: { mark: () => {}, restore: () => [] },
});

test('坏请求到了真的表上，也不出错', { timeout: 300_000 }, async () => {
  const { requests, found } = await fuzz(await makeWorld(onDynamodb()), {
    seed: 20_261_212,
    runs: 1,
    hugeEach: Number.POSITIVE_INFINITY,
  });
  expect(found).toEqual([]);
  expect(requests).toBeGreaterThan(300);
});
