import { expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import { anImport, aSale, aUnit } from './households.builder.ts';
import type { RollStore } from './roll-store.ts';

const buyer = [{ name: '赵一', idTail: '0001' }];

/** What a store of rolls promises; run against every implementation. */
export const rollStoreCases = (makeStore: () => Promise<RollStore>): void => {
  test('先写房屋，再换版本；没换之前，旧的照旧生效', async () => {
    const store = await makeStore();
    expect([await store.current('xfl'), await store.unitsAt('xfl', 1)]).toEqual([undefined, undefined]);
    const first = anImport(1, [aUnit()]);
    await store.putUnits('xfl', first.importId, [aUnit()]);
    expect(await store.current('xfl')).toBeUndefined();
    expect(await store.advance('xfl', first.pointer, first.line)).toBe(true);
    expect(await store.current('xfl')).toEqual(first.pointer);

    const units = [aUnit({ room: '502' }), aUnit({ room: '501', area: 9000 })];
    const second = anImport(2, units);
    await store.putUnits('xfl', second.importId, units);
    expect(await store.units('xfl', (await store.current('xfl'))?.importId ?? '')).toEqual([aUnit()]);
    expect(await store.advance('xfl', second.pointer, second.line)).toBe(true);
    expect(await store.units('xfl', second.importId)).toEqual(units.toReversed());
    expect(await store.unitsAt('xfl', 1)).toEqual([aUnit()]);
    expect([await store.current('other'), await store.units('other', second.importId)]).toEqual([undefined, []]);
  });

  test('两份同时要生效，只有一份；跳版本、用过的编号，都不行', async () => {
    const store = await makeStore();
    const [a, b] = [anImport(1, [aUnit()]), anImport(1, [aUnit()])];
    const results = await Promise.all([a, b].map(({ pointer, line }) => store.advance('xfl', pointer, line)));
    expect(results.toSorted()).toEqual([false, true]);
    const winner = results[0] ? a : b;
    const loser = results[0] ? b : a;
    expect(await store.current('xfl')).toEqual(winner.pointer);
    expect(await store.lineOf('xfl', winner.line.id)).toEqual(winner.line);
    expect(await store.lineOf('xfl', loser.line.id)).toBeUndefined();
    const third = anImport(3, [aUnit()]);
    expect(await store.advance('xfl', third.pointer, third.line)).toBe(false);
    const again = anImport(2, [aUnit()]);
    expect(await store.advance('xfl', again.pointer, { ...again.line, id: winner.line.id })).toBe(false);
    expect((await store.current('xfl'))?.standing.version).toBe(1);
  });

  test('过户：这一套换了业主，名册原样还在，每一版都查得到', async () => {
    const store = await makeStore();
    const units = ['501', '502', '503'].map((room) => aUnit({ room }));
    const [, before = aUnit()] = units;
    const first = anImport(1, units);
    await store.putUnits('xfl', first.importId, units);
    await store.advance('xfl', first.pointer, first.line);
    const after = { ...before, owners: buyer };
    const sale = aSale(first, before, after);
    expect(await store.advance('xfl', sale.pointer, sale.line)).toBe(true);
    const again = { ...before, owners: [{ name: '钱二', idTail: '0002' }] };
    const second = aSale(sale, after, again);
    expect(await store.advance('xfl', second.pointer, second.line)).toBe(true);

    expect(await store.unit('xfl', first.importId, { building: '3', code: before.code })).toEqual(again);
    expect(await store.units('xfl', first.importId)).toEqual([units[0], again, units[2]]);
    expect(await store.units('xfl', first.importId, '3')).toEqual([units[0], again, units[2]]);
    expect(await store.unitsAt('xfl', 1)).toEqual(units);
    expect(await store.unitsAt('xfl', 2)).toEqual([units[0], after, units[2]]);
    expect(await store.unitsAt('xfl', 3)).toEqual([units[0], again, units[2]]);
    expect(await store.unitsAt('xfl', 4)).toBeUndefined();
    expect(await store.lineOf('xfl', sale.line.id)).toEqual(sale.line);
    expect(await store.lineOf('xfl', anActionId())).toBeUndefined();
  });

  test('开始过的导入记着，清掉一份不碰别的', async () => {
    const store = await makeStore();
    const [left, kept] = [anImport(1, [aUnit()]), anImport(1, [aUnit()])];
    for (const { importId } of [left, kept]) await store.putUnits('xfl', importId, [aUnit()]);
    const attempts = Array.from({ length: 12 }, (_, index) => ({
      importId: index === 0 ? left.importId : `${anActionId()}.0.d`,
      id: anActionId(),
      replaces: 0,
      at: `2026-11-16T02:${String(index).padStart(2, '0')}:00.000Z`,
    }));
    for (const attempt of attempts.toReversed()) await store.begin('xfl', attempt);
    expect(await store.attempts('xfl')).toEqual(attempts.slice(0, 10));
    expect(await store.attempts('other')).toEqual([]);
    const [first] = attempts;
    if (first === undefined) throw new Error('no attempt');
    await store.clear('xfl', first.importId);
    await store.forget('xfl', first);
    expect(await store.attempts('xfl')).toEqual(attempts.slice(1, 11));
    expect([await store.units('xfl', left.importId), await store.units('xfl', kept.importId)]).toEqual([[], [aUnit()]]);
  });

  test('一栋几百套，每一套都找得到，别的找不到；相近的楼号不混', async () => {
    const store = await makeStore();
    const units = ['1', '11', '111', '甲'].flatMap((building) =>
      Array.from({ length: 130 }, (_, index) =>
        aUnit({ building, entrance: index % 2 === 0 ? '' : '2', room: String(index + 1) }),
      ),
    );
    const { importId, pointer, line } = anImport(1, units);
    await store.putUnits('xfl', importId, units);
    await store.advance('xfl', pointer, line);
    const found = await Promise.all(units.map((unit) => store.unit('xfl', importId, unit)));
    expect(found).toEqual(units);
    expect(await store.units('xfl', importId, '11')).toHaveLength(130);
    expect((await store.units('xfl', importId, '1')).every(({ building }) => building === '1')).toBe(true);
    expect(await store.units('xfl', importId)).toHaveLength(520);
    for (const code of ['1--0', '1--999', '1-2-1', '12--1']) {
      expect(await store.unit('xfl', importId, { building: code.split('-')[0] ?? '', code })).toBeUndefined();
    }
  });
};
