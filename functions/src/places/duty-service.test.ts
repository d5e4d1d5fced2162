import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { dutyEditRoutes } from '@suishoupai/shared/duty/edit-routes';
import type { Grant } from '@suishoupai/shared/people/contract';
import { describe, expect, test } from 'vitest';
import { aCommunity, aDutyLine, anActionId, aPersonId, lampCode } from '../../test/builders.ts';
import { makeDutyEditing } from './duty-editing.ts';
import { makeDutyService } from './duty-service.ts';
import { makePlacesService } from './service.ts';
import { makeMemoryPlacesStore, type PlacesStore } from './store.ts';

const now = new Date('2026-11-16T02:00:00.000Z');
const tomorrow = '2026-11-16T16:00:00.000Z';
const later = (iso: string) => new Date(Date.parse(iso) + 1000);

type Body = RouteRequest<(typeof dutyEditRoutes)['changeDuty']>['body'];
const { categoryCode, ...terms } = aDutyLine();
const toChengguan = (changed: Partial<Body> = {}): Body => ({
  id: anActionId(),
  base: 1,
  changes: [{ categoryCode, line: { ...terms, departmentId: 'dep_chengguan' } }],
  reason: '路灯移交城管',
  ...changed,
});

const communityOf = (communityId: string): Grant => ({ role: 'communityStaff', communityId, label: '幸福里居委会' });
const aDesk = (...grants: Grant[]) => ({
  personId: aPersonId(),
  grants: grants.length > 0 ? grants : [communityOf('xfl')],
});

const aServiceOn = (store: PlacesStore) => {
  const places = makePlacesService({ places: store, recentCategories: async () => [] });
  const { getCommunity, forgetDuty: onChanged } = places;
  const editing = makeDutyEditing({ duties: store, getCommunity, onChanged });
  return { places, duty: { ...makeDutyService({ duties: store, getCommunity }), ...editing } };
};

const aList = async () => {
  const store = makeMemoryPlacesStore();
  await store.putCommunity(aCommunity());
  await store.putDuty('xfl', { version: 1, lines: [aDutyLine()] });
  const { places, duty } = aServiceOn(store);
  const leadAt = async (at: Date) => {
    const { version, lines } = await places.getDuty('xfl', at);
    return [version, lines.find((line) => line.categoryCode === lampCode)?.departmentId];
  };
  return { store, places, duty, leadAt };
};

describe('改责任清单', () => {
  test('立即生效：下一件就按新的派，历史里两版都在', async () => {
    const { duty, leadAt } = await aList();
    expect(await leadAt(now)).toEqual([1, 'dep_wuye']);

    const made = await duty.change(aDesk(), 'xfl', toChengguan(), now);

    expect(made).toMatchObject({ version: 2, changedBy: '幸福里居委会', effectiveFrom: now.toISOString() });
    expect(made.changed).toMatchObject([
      { categoryCode, before: { departmentId: 'dep_wuye' }, after: { departmentId: 'dep_chengguan' } },
    ]);
    expect(await leadAt(now)).toEqual([2, 'dep_chengguan']);
    const { items } = await duty.history('xfl', undefined, now);
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('定了日子的，到时候才换，不用任何人再动手', async () => {
    const { duty, leadAt } = await aList();
    await duty.change(aDesk(), 'xfl', toChengguan({ effectiveFrom: tomorrow }), now);

    expect(await duty.read('xfl', now)).toMatchObject({ inForce: { version: 1 }, coming: { version: 2 } });
    expect(await leadAt(new Date(Date.parse(tomorrow) - 1))).toEqual([1, 'dep_wuye']);
    expect(await leadAt(new Date(tomorrow))).toEqual([2, 'dep_chengguan']);
    const after = await duty.read('xfl', later(tomorrow));
    expect([after.inForce?.version, after.coming]).toEqual([2, undefined]);
  });

  test('别的手机刚改过，记着的清单一分钟内换掉', async () => {
    const { places, store, leadAt } = await aList();
    const other = aServiceOn(store);
    await leadAt(now);
    await other.duty.change(aDesk(), 'xfl', toChengguan(), now);
    expect(await places.getDuty('xfl', new Date(now.getTime() + 61_000))).toMatchObject({ version: 2 });
  });

  test('回头看以前的时刻，还是那时的清单', async () => {
    const { duty, leadAt } = await aList();
    await duty.change(aDesk(), 'xfl', toChengguan({ effectiveFrom: tomorrow }), now);
    expect(await leadAt(later(tomorrow))).toEqual([2, 'dep_chengguan']);
    expect(await leadAt(now)).toEqual([1, 'dep_wuye']);
  });

  test('没有清单的社区写第一版', async () => {
    const { store, duty } = await aList();
    await store.putCommunity(aCommunity({ id: 'xhp' }));
    const { community, ...lists } = await duty.read('xhp', now);
    expect([community.id, lists]).toEqual(['xhp', {}]);
    const made = await duty.change(aDesk(communityOf('xhp')), 'xhp', toChengguan({ base: 0 }), now);
    expect(made).toMatchObject({ version: 1, lines: [{ categoryCode }] });
  });
});

describe('重复和同时', () => {
  test('同一份再送一次，还是第一次的结果，不多出一版', async () => {
    const { duty } = await aList();
    const [desk, body] = [aDesk(), toChengguan()];
    const first = await duty.change(desk, 'xfl', body, now);
    const again = await duty.change(desk, 'xfl', body, later(tomorrow));
    expect(again).toEqual(first);
    expect((await duty.history('xfl', undefined, now)).items).toHaveLength(2);
  });

  test('同一份同时送两次，只写一版，两次都得到它', async () => {
    const { duty } = await aList();
    const [desk, body] = [aDesk(), toChengguan()];
    const both = await Promise.all([duty.change(desk, 'xfl', body, now), duty.change(desk, 'xfl', body, now)]);
    expect(both.map(({ version }) => version)).toEqual([2, 2]);
    expect((await duty.history('xfl', undefined, now)).items).toHaveLength(2);
  });

  test('同一个编号，换了内容或换了人，都不认', async () => {
    const { duty } = await aList();
    const [desk, body] = [aDesk(), toChengguan()];
    await duty.change(desk, 'xfl', body, now);
    for (const [who, what] of [
      [desk, { ...body, reason: '别的' }],
      [desk, { ...body, base: 2 }],
      [aDesk(), body],
    ] as const) {
      // biome-ignore format: one line
      await expect(duty.change(who, 'xfl', what, now)).rejects.toMatchObject({ code: 'id.reused' });
    }
  });

  test('两个人从同一版改起，一个成，另一个看到已有人改过', async () => {
    const { duty } = await aList();
    const results = await Promise.allSettled([
      duty.change(aDesk(), 'xfl', toChengguan(), now),
      duty.change(aDesk(), 'xfl', toChengguan({ reason: '另一个理由' }), now),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'duty.changed' });
    expect((await duty.history('xfl', undefined, now)).items).toHaveLength(2);
  });

  test.each([0, 2, 7])('照着第 %i 版改，而最新是第 1 版，不收', async (base) => {
    const { duty } = await aList();
    await expect(duty.change(aDesk(), 'xfl', toChengguan({ base }), now)).rejects.toMatchObject({
      code: 'duty.changed',
    });
  });
});

describe('不收的', () => {
  const wuye: Grant = { role: 'departmentStaff', communityId: 'xfl', departmentId: 'dep_wuye', label: '幸福物业' };
  const grid: Grant = { role: 'gridWorker', communityId: 'xfl', gridId: 'grd_01', label: '网格员 01' };

  test.each([
    ['部门', wuye],
    ['网格员', grid],
    ['别的社区', communityOf('xhp')],
  ] as const)('%s不能改', async (_, grant) => {
    const { duty } = await aList();
    await expect(duty.change(aDesk(grant), 'xfl', toChengguan(), now)).rejects.toMatchObject({ code: 'access.denied' });
  });

  test('没有的社区', async () => {
    const { duty } = await aList();
    const refused = { code: 'community.notFound' };
    await expect(duty.change(aDesk(communityOf('hpy')), 'hpy', toChengguan(), now)).rejects.toMatchObject(refused);
    await expect(duty.read('hpy', now)).rejects.toMatchObject(refused);
    await expect(duty.history('hpy', undefined, now)).rejects.toMatchObject(refused);
  });

  test.each<[string, string]>([
    ['2026-11-16T01:59:59.999Z', '不能早于现在'],
    ['2027-11-18T00:00:00.000Z', '最多提前一年'],
  ])('%s 生效：%s', async (effectiveFrom, message) => {
    const { duty } = await aList();
    await expect(duty.change(aDesk(), 'xfl', toChengguan({ effectiveFrom }), now)).rejects.toMatchObject({
      code: 'request.invalid',
      details: [{ field: 'body.effectiveFrom', message: expect.stringContaining(message) }],
    });
  });

  test('早于还没生效的那一版，不收，并说出它何时生效', async () => {
    const { duty } = await aList();
    await duty.change(aDesk(), 'xfl', toChengguan({ effectiveFrom: tomorrow }), now);
    const next = toChengguan({ base: 2, changes: [{ categoryCode, line: null }] });
    await expect(duty.change(aDesk(), 'xfl', next, now)).rejects.toMatchObject({
      details: [{ field: 'body.effectiveFrom', message: expect.stringContaining('11月17日 00:00') }],
    });
    expect(await duty.change(aDesk(), 'xfl', { ...next, effectiveFrom: tomorrow }, now)).toMatchObject({ version: 3 });
  });

  test('每一处毛病都指名，什么也不写', async () => {
    const { duty } = await aList();
    const line = { ...terms, departmentId: 'dep_nobody', supporting: ['dep_wuye', 'dep_wuye'] };
    const body = toChengguan({ changes: [{ categoryCode: 'E9999', line }] });
    await expect(duty.change(aDesk(), 'xfl', body, now)).rejects.toMatchObject({
      code: 'request.invalid',
      details: [
        { field: 'body.changes.0.categoryCode' },
        { field: 'body.changes.0.line.departmentId' },
        { field: 'body.changes.0.line.supporting.1' },
      ],
    });
    expect((await duty.history('xfl', undefined, now)).items).toHaveLength(1);
  });
});
