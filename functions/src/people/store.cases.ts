import type { Grant } from '@suishoupai/shared/people/contract';
import { expect, test } from 'vitest';
import { aPersonId } from '../../test/builders.ts';
import type { PeopleStore } from './store.ts';

const now = new Date('2026-11-16T02:00:00.000Z');
const handler: Grant = { role: 'departmentStaff', communityId: 'xfl', departmentId: 'dep_wuye', label: '幸福物业' };
const gridWorker: Grant = { role: 'gridWorker', communityId: 'xfl', gridId: 'grd_01', label: '网格员 01' };

/** What a people store promises; run against every implementation. */
export const peopleStoreCases = (makeStore: () => Promise<PeopleStore>): void => {
  test('同一个微信号只有一个人，同时首次登录也一样', async () => {
    const store = await makeStore();
    const admitted = await Promise.all([1, 2, 3].map(() => store.admit('openid-a', aPersonId(), now)));
    const ids = new Set(admitted.map(({ id }) => id));
    expect(ids.size).toBe(1);
    const [person] = admitted;
    expect(await store.find(person?.id ?? aPersonId())).toEqual(person);
    const other = await store.admit('openid-b', aPersonId(), now);
    expect(ids.has(other.id)).toBe(false);
  });

  test('授权加一次，坐席里就有他；再加一次不变', async () => {
    const store = await makeStore();
    const { id } = await store.admit('openid-a', aPersonId(), now);
    for (const grant of [handler, gridWorker, handler]) expect(await store.grant(id, grant)).toBe(true);
    expect((await store.find(id))?.grants).toEqual([gridWorker, handler]);
    expect(await store.staffOf('xfl', 'dep_wuye')).toEqual([id]);
    expect(await store.staffOf('xfl', 'grd_01')).toEqual([id]);
    expect(await store.staffOf('hpy', 'dep_wuye')).toEqual([]);
  });

  test('两项授权同时加，都在', async () => {
    const store = await makeStore();
    const { id } = await store.admit('openid-a', aPersonId(), now);
    expect(await Promise.all([store.grant(id, handler), store.grant(id, gridWorker)])).toEqual([true, true]);
    expect((await store.find(id))?.grants).toHaveLength(2);
  });

  test('授权收回，坐席里就没有他；别的授权还在', async () => {
    const store = await makeStore();
    const { id } = await store.admit('openid-a', aPersonId(), now);
    for (const grant of [handler, gridWorker]) await store.grant(id, grant);
    for (let times = 0; times < 2; times += 1) expect(await store.revoke(id, handler)).toBe(true);
    expect((await store.find(id))?.grants).toEqual([gridWorker]);
    expect(await store.staffOf('xfl', 'dep_wuye')).toEqual([]);
    expect(await store.staffOf('xfl', 'grd_01')).toEqual([id]);
    expect(await store.revoke(aPersonId(), handler)).toBe(false);
  });

  test('不认识的人不能授权，也不占坐席', async () => {
    const store = await makeStore();
    expect(await store.grant(aPersonId(), handler)).toBe(false);
    expect(await store.staffOf('xfl', 'dep_wuye')).toEqual([]);
  });
};
