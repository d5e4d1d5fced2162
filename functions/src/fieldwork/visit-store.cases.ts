import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { expect, test } from 'vitest';
import { aVisit, aVisitId } from './fieldwork.builder.ts';
import type { VisitStore } from './visit-store.ts';

const ground = { communityId: 'xfl', gridId: 'grd_01' };

/** What a visit store promises; run against every implementation. */
export const visitStoreCases = (makeStore: () => Promise<VisitStore>): void => {
  test('同一编号只记一次，后来的看到先记下的', async () => {
    const store = await makeStore();
    const visit = aVisit();
    expect(await store.keep(visit)).toEqual(visit);
    expect(await store.keep({ ...visit, digest: 'other', household: '别家' })).toEqual(visit);
    expect(await store.find(ground, visit.id)).toEqual(visit);
    expect(await store.find(ground, aVisitId())).toBeUndefined();
    expect(await store.find({ ...ground, gridId: 'grd_02' }, visit.id)).toBeUndefined();
  });

  test('新的在前，只列本网格的，分页不重不漏，别处的页码不收', async () => {
    const store = await makeStore();
    const visits = Array.from({ length: fieldworkLimits.visitPage + 1 }, () => aVisit());
    for (const visit of visits) await store.keep(visit);
    await store.keep(aVisit({ grid: { id: 'grd_02', name: '网格 02' } }));
    const first = await store.list(ground);
    const rest = await store.list(ground, first.next);
    expect([...first.items, ...rest.items]).toEqual(visits.toReversed());
    expect(rest.next).toBeUndefined();
    await expect(store.list({ ...ground, gridId: 'grd_02' }, first.next)).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
};
