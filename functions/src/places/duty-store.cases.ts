import { expect, test } from 'vitest';
import { aDutyLine, anActionId, aPersonId } from '../../test/builders.ts';
import type { DutyStore } from './duty-store.ts';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T00:00:00.000Z`;
const rule = { id: 'neg_building', codes: ['E0101'], text: '拆除违法建设', basis: '《城乡规划法》' };

const aDuty = (version: number, effectiveFrom: string) => ({
  version,
  effectiveFrom,
  lines: [aDutyLine({ resolve: { unit: 'workDay', amount: version } })],
  negative: [rule],
  changedBy: '幸福里居委会',
  changedAt: effectiveFrom,
  reason: `第 ${version} 次`,
  changed: [{ categoryCode: 'C0118', after: aDutyLine() }],
  changedNegative: [{ id: rule.id, after: rule }],
});

/** What a duty store promises; run against every implementation. */
export const dutyStoreCases = (makeStore: () => Promise<DutyStore>): void => {
  const versionsFrom = async (store: DutyStore, at: string) =>
    (await store.dutiesFrom('xfl', at)).map(({ version }) => version);

  test('读出来就是写进去的那一版，每个社区各有各的', async () => {
    const store = await makeStore();
    expect(await store.newestDuty('xfl')).toBeUndefined();
    expect(await versionsFrom(store, day(1))).toEqual([]);

    await store.putDuty('xfl', aDuty(1, day(1)));

    expect(await store.newestDuty('xfl')).toEqual(aDuty(1, day(1)));
    expect(await store.dutiesFrom('xfl', day(2))).toEqual([aDuty(1, day(1))]);
    expect(await store.newestDuty('xf')).toBeUndefined();
  });

  test('只写了版本和各行的，补上其余：一开始就生效，没有负面清单', async () => {
    const store = await makeStore();
    await store.putDuty('xfl', { version: 3, lines: [aDutyLine()] });
    expect(await store.newestDuty('xfl')).toMatchObject({ version: 3, negative: [], changed: [], reason: '' });
    expect(await versionsFrom(store, '1999-01-01T00:00:00.000Z')).toEqual([3]);
  });

  test('哪一天看，就是哪一天生效的那版；还没生效的排在前面', async () => {
    const store = await makeStore();
    for (const number of [1, 2, 3, 4, 5]) await store.putDuty('xfl', aDuty(number, day(number * 2)));

    expect(await versionsFrom(store, day(1))).toEqual([5, 4, 3, 2, 1]);
    expect(await versionsFrom(store, day(2))).toEqual([5, 4, 3, 2, 1]);
    expect(await versionsFrom(store, day(5))).toEqual([5, 4, 3, 2]);
    expect(await versionsFrom(store, day(9))).toEqual([5, 4]);
    expect(await versionsFrom(store, day(10))).toEqual([5]);
    expect(await versionsFrom(store, day(20))).toEqual([5]);
  });

  test('同一天生效的两版，后写的算数', async () => {
    const store = await makeStore();
    await store.putDuty('xfl', aDuty(1, day(1)));
    await store.putDuty('xfl', aDuty(2, day(1)));
    expect(await versionsFrom(store, day(1))).toEqual([2]);
  });

  test('两个人同时写同一个版本号，只有一份写得进去，先写的不变', async () => {
    const store = await makeStore();
    const written = await Promise.all([
      store.putDuty('xfl', { ...aDuty(1, day(1)), reason: '甲' }),
      store.putDuty('xfl', { ...aDuty(1, day(1)), reason: '乙' }),
    ]);
    expect(written.toSorted()).toEqual([false, true]);
    expect((await store.newestDuty('xfl'))?.reason).toBe(written[0] === true ? '甲' : '乙');
  });

  test('按提交编号找得到是哪一版', async () => {
    const store = await makeStore();
    const [first, second] = [anActionId(), anActionId()];
    const personId = aPersonId();
    await store.putDuty('xfl', { ...aDuty(1, day(1)), id: first, digest: 'a', personId });
    await store.putDuty('xfl', { ...aDuty(2, day(2)), id: second, digest: 'b', personId });
    expect(await store.findDutyBy('xfl', first)).toMatchObject({ version: 1, digest: 'a', personId });
    expect(await store.findDutyBy('xfl', second)).toMatchObject({ version: 2 });
    expect(await store.findDutyBy('xfl', anActionId())).toBeUndefined();
    expect(await store.findDutyBy('xhp', first)).toBeUndefined();
  });

  test('历史一页十版，最新在前，翻到底不重不漏', async () => {
    const store = await makeStore();
    for (let number = 1; number <= 23; number += 1) await store.putDuty('xfl', aDuty(number, day(1)));
    const pages: number[][] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await store.listDuties('xfl', cursor);
      pages.push(items.map(({ version }) => version));
      cursor = next;
    } while (cursor !== undefined);
    expect(pages.map((page) => page.length)).toEqual([10, 10, 3]);
    expect(pages.flat()).toEqual(Array.from({ length: 23 }, (_, at) => 23 - at));
  });

  test('编造的页码不收', async () => {
    const store = await makeStore();
    await store.putDuty('xfl', aDuty(1, day(1)));
    const made = [{ pk: 'xhp', sk: 'duty#000001' }, { pk: 'xfl', sk: 'community' }, { pk: 'xfl' }];
    for (const key of made) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
      await expect(store.listDuties('xfl', cursor)).rejects.toMatchObject({ code: 'request.invalid' });
    }
  });
};
