import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { expect, test } from 'vitest';
import { aCheck, aPatrol, aPatrolId } from './fieldwork.builder.ts';
import type { PatrolStore } from './patrol-store.ts';

const day = '2026-11-16';
const placeOf = ({ id, day: on, grid }: ReturnType<typeof aPatrol>) => ({ id, day: on, gridId: grid.id });

/** What a patrol store promises; run against every implementation. */
export const patrolStoreCases = (makeStore: () => Promise<PatrolStore>): void => {
  test('同一份清单交两次只有一份；同一编号换了内容，什么也不写', async () => {
    const store = await makeStore();
    const patrol = aPatrol();
    expect(await Promise.all([store.make(patrol), store.make(patrol)])).toEqual([patrol, patrol]);
    const elsewhere = { ...patrol, digest: 'other', grid: { id: 'grd_02', name: '网格 02' } };
    expect(await store.make(elsewhere)).toBeUndefined();
    expect((await store.list({ communityId: 'xfl', day })).items).toEqual([patrol]);
    expect(await store.locate(patrol.id)).toEqual(placeOf(patrol));
    expect(await store.locate(aPatrolId())).toBeUndefined();
  });

  test('一条只能查一次，同时两个人只有一个写下，另一条不受影响', async () => {
    const store = await makeStore();
    const patrol = aPatrol();
    await store.make(patrol);
    const [fine, mended] = [aCheck(), aCheck({ outcome: 'mended', digest: 'mended', note: '已清理' })];
    const both = await Promise.all([
      store.check(placeOf(patrol), 'a', fine),
      store.check(placeOf(patrol), 'a', mended),
    ]);
    expect(both.map(({ applied }) => applied).toSorted()).toEqual([false, true]);
    const first = both[0].applied ? fine : mended;
    for (const { patrol: standing } of both) expect(standing?.items['a']?.check).toEqual(first);

    const after = await store.check(placeOf(patrol), 'b', fine);
    expect(after).toMatchObject({ applied: true, patrol: { items: { a: { check: first }, b: { check: fine } } } });
  });

  test('没有的一条、没有的清单，都不写', async () => {
    const store = await makeStore();
    const patrol = aPatrol();
    await store.make(patrol);
    expect(await store.check(placeOf(patrol), 'z', aCheck())).toEqual({ applied: false, patrol });
    expect(await store.check(placeOf(aPatrol()), 'a', aCheck())).toEqual({ applied: false, patrol: undefined });
  });

  test('按天、按网格列出，分页不重不漏，别处的页码不收', async () => {
    const store = await makeStore();
    const other = aPatrol({ grid: { id: 'grd_02', name: '网格 02' } });
    const made = Array.from({ length: fieldworkLimits.patrolPage + 2 }, () => aPatrol());
    for (const patrol of [other, aPatrol({ day: '2026-11-17' }), ...made]) await store.make(patrol);
    await store.make(aPatrol({ id: aPatrolId('other'), communityId: 'other' }));

    const grid = { communityId: 'xfl', day, gridId: 'grd_01' };
    const first = await store.list(grid);
    const rest = await store.list(grid, first.next);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(rest.next).toBeUndefined();

    const whole = await store.list({ communityId: 'xfl', day });
    expect((await store.list({ communityId: 'xfl', day }, whole.next)).items.at(-1)?.id).toBe(other.id);

    await expect(store.list({ ...grid, gridId: 'grd_02' }, first.next)).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(store.list({ ...grid, day: '2026-11-17' }, first.next)).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
};
