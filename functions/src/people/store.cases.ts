import type { PersonId } from '@suishoupai/shared/ids';
import type { Grant } from '@suishoupai/shared/people/contract';
import { expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import type { PeopleStore } from './store.ts';

const now = new Date('2026-11-16T02:00:00.000Z');
const handler: Grant = { role: 'departmentStaff', communityId: 'xfl', departmentId: 'dep_wuye', label: '幸福物业' };
const gridWorker: Grant = { role: 'gridWorker', communityId: 'xfl', gridId: 'grd_01', label: '网格员 01' };

const coordinator: Grant = { role: 'coordinator', streetId: 'str_changning', label: '长宁街道' };
const tomorrow = '2026-11-17T02:00:00.000Z';

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

  test('没有登录过的微信号，认不得，也不留下什么', async () => {
    const store = await makeStore();
    expect(await store.known('openid-a')).toBeUndefined();
    const person = await store.admit('openid-a', aPersonId(), now);
    expect(await store.known('openid-a')).toEqual(person);
    expect(await store.known('openid-b')).toBeUndefined();
  });

  test('街道的坐席在街道名下，不在哪个社区', async () => {
    const store = await makeStore();
    const { id } = await store.admit('openid-a', aPersonId(), now);
    await store.grant(id, coordinator);
    expect(await store.seats('str_changning', 'street')).toMatchObject([
      { personId: id, label: '长宁街道', post: 'A' },
    ]);
    expect(await store.staffOf('xfl', 'street')).toEqual([]);
  });

  test('消息给 A 角；A 角都不在给 B 角；都不在就人人都给', async () => {
    const store = await makeStore();
    const people: PersonId[] = [];
    for (const [openid, post] of [
      ['a', 'A'],
      ['b', 'A'],
      ['c', 'B'],
    ] as const) {
      const { id } = await store.admit(openid, aPersonId(), now);
      await store.grant(id, { ...handler, post });
      people.push(id);
    }
    const [first = aPersonId(), second = aPersonId(), third = aPersonId()] = people;
    const onDuty = async (at = now) => (await store.onDuty('xfl', 'dep_wuye', at)).toSorted();
    const leave = (id: PersonId) => store.setAway(id, { by: anActionId(), until: tomorrow });

    expect(await onDuty()).toEqual([first, second].toSorted());
    await leave(first);
    expect(await onDuty()).toEqual([second]);
    await leave(second);
    expect(await onDuty()).toEqual([third]);
    await leave(third);
    expect(await onDuty()).toEqual([first, second, third].toSorted());
    expect(await onDuty(new Date(tomorrow))).toEqual([first, second].toSorted());
    await store.setAway(second, { by: anActionId() });
    expect(await onDuty()).toEqual([second]);
    expect(await store.staffOf('xfl', 'dep_wuye')).toHaveLength(3);
  });

  test('离岗管住名下所有坐席，之后给的授权也一样；收回的坐席不会回来', async () => {
    const store = await makeStore();
    const { id } = await store.admit('openid-a', aPersonId(), now);
    for (const grant of [handler, gridWorker]) await store.grant(id, grant);
    await store.revoke(id, gridWorker);
    const away = { by: anActionId(), until: tomorrow };
    expect((await store.setAway(id, away))?.away).toEqual(away);
    await store.grant(id, { ...handler, label: '幸福物业 前台' });
    await store.grant(id, coordinator);
    expect(await store.seats('xfl', 'dep_wuye')).toMatchObject([{ label: '幸福物业 前台', awayUntil: tomorrow }]);
    expect(await store.seats('str_changning', 'street')).toMatchObject([{ awayUntil: tomorrow }]);
    expect(await store.seats('xfl', 'grd_01')).toEqual([]);
  });

  test('同一次离岗再说一遍不变；同一编号换了时间，不认', async () => {
    const store = await makeStore();
    const { id } = await store.admit('openid-a', aPersonId(), now);
    await store.grant(id, handler);
    const away = { by: anActionId(), until: tomorrow };
    for (let times = 0; times < 2; times += 1) expect((await store.setAway(id, away))?.away).toEqual(away);
    expect(await store.setAway(id, { by: away.by })).toBeUndefined();
    expect((await store.find(id))?.away).toEqual(away);
    expect(await store.setAway(aPersonId(), away)).toBeUndefined();
  });
};
