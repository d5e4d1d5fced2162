import { expect, test } from 'vitest';
import type { TemplatesStore } from './templates-store.ts';

const first = { version: 1, texts: ['已收到'] };

/** What a store of reply templates promises; run against every implementation. */
export const templatesStoreCases = (makeStore: () => Promise<TemplatesStore>): void => {
  test('第一版只有一个人写得进，另一个看到写进的那一版', async () => {
    const store = await makeStore();
    expect(await store.find('xfl', 'dep_wuye')).toBeUndefined();
    const other = { version: 1, texts: ['另一版'] };
    const both = await Promise.all([store.put('xfl', 'dep_wuye', first), store.put('xfl', 'dep_wuye', other)]);
    expect(both[0]).toEqual(both[1]);
    expect(await store.find('xfl', 'dep_wuye')).toEqual(both[0]);
    expect(await store.find('xfl', 'community')).toBeUndefined();
  });

  test('只接在上一版后面，跳不过去，也倒不回来', async () => {
    const store = await makeStore();
    await store.put('str_a', 'street', first);
    expect(await store.put('str_a', 'street', { version: 3, texts: [] })).toEqual(first);
    const second = { version: 2, texts: [] };
    expect(await store.put('str_a', 'street', second)).toEqual(second);
    expect(await store.put('str_a', 'street', first)).toEqual(second);
  });

  test('还没有第一版时，写不进第二版', async () => {
    const store = await makeStore();
    expect(await store.put('xfl', 'community', { version: 2, texts: [] })).toEqual({ version: 0, texts: [] });
    expect(await store.find('xfl', 'community')).toBeUndefined();
  });
};
