import { householdRoutes } from '@suishoupai/shared/households/contract';
import { printRollRows } from '@suishoupai/shared/households/roll-rows';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import { community, coordinator, type Service, wuye } from '../../test/service.ts';
import { rollSubject } from '../people/access-log-store.ts';
import { aUnit } from './households.builder.ts';
import { codeOf, csvOf, type HouseholdDoors, householdDoors, params, rollOf, units, zhao } from './households.doors.ts';

/** Rolls of owners through the front door; run against every implementation of the stores. */
export const rollImportCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let at: HouseholdDoors;
  beforeEach(async () => {
    service = await makeService();
    at = await householdDoors(service);
  });

  describe('导入名册', () => {
    test('先看一遍，再导入；看一遍什么也不写', async () => {
      expect((await at.getRoll()).body).toEqual({ buildings: [] });
      const seen = await at.preview(rollOf(units));
      expect(seen.body).toMatchObject({
        rows: 4,
        good: 4,
        problems: [],
        problemRows: [],
        areaTotal: 32785,
        heads: 3,
        changes: { added: 4, changed: 0, removed: 0 },
      });
      expect((await at.getRoll()).body).toEqual({ buildings: [] });
      const imported = await at.importing(rollOf(units));
      expect(imported.body).toMatchObject({
        version: 1,
        units: 4,
        areaTotal: 32785,
        heads: 3,
        importedAt: '2026-11-16T02:00:00.000Z',
        importedBy: '幸福里居委会',
        fileName: '名册.csv',
        excludedRows: [],
      });
      expect((await at.getRoll()).body).toEqual({
        standing: imported.body,
        buildings: [
          { building: '3', units: 3, area: 26785, bound: 0 },
          { building: '5', units: 1, area: 6000, bound: 0 },
        ],
      });
      const changed = units.slice(1).map((unit) => (unit.room === '503' ? { ...unit, area: 1 } : unit));
      const again = await at.preview(rollOf([...changed, aUnit({ room: '504' })]));
      expect(again.body.changes).toEqual({ added: 1, changed: 1, removed: 1 });
    });

    test('有坏行，一套也不导入，每一行都点名；都排除了才行', async () => {
      const rows = printRollRows(units);
      const bad = [...rows, ['3', '1', '501', '80', '王小明', '1234', '已售'], ['3', '1', '', '8x', '王', '1', '已售']];
      const seen = await at.preview(csvOf(bad));
      expect(seen.body).toMatchObject({ rows: 6, good: 3, problemRows: [2, 6, 7] });
      expect(seen.body.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
        '2 房号',
        '6 房号',
        '7 房号',
        '7 专有面积',
        '7 证件号码',
      ]);
      const refused = await at.importing(csvOf(bad), { exclude: [7] });
      expect(codeOf(refused)).toEqual([422, 'roll.problems']);
      expect(refused.error.details?.map(({ field, message }) => [field, message])).toEqual([
        ['rows.2', '第 2 行 房号：和第 6 行是同一套房屋'],
        ['rows.6', '第 6 行 房号：和第 2 行是同一套房屋'],
      ]);
      expect((await at.getRoll()).body.standing).toBeUndefined();
      const done = await at.importing(csvOf(bad), { exclude: [7, 6] });
      expect(done.body).toMatchObject({ units: 4, excludedRows: [6, 7] });
    });

    test('重复交一次，得到第一次的结果；同一编号交别的文件，不收', async () => {
      const id = anActionId();
      const first = await at.importing(rollOf(units), { id });
      expect(await at.importing(rollOf(units), { id })).toEqual(first);
      expect(codeOf(await at.importing(rollOf(units.slice(1)), { id, replaces: 1 }))).toEqual([409, 'id.reused']);
      expect((await at.getRoll()).body.standing).toEqual(first.body);
    });

    test('两个人同时导入，一份生效；看的是旧名册，要重新核对', async () => {
      const answers = await Promise.all([at.importing(rollOf(units)), at.importing(rollOf(units.slice(1)))]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const won = answers.find(({ status }) => status === 200);
      const lost = answers.find(({ status }) => status === 409);
      expect([lost?.error.code, (await at.getRoll()).body.standing]).toEqual(['roll.changed', won?.body]);
      expect(codeOf(await at.importing(rollOf(units), { replaces: 0 }))).toEqual([409, 'roll.changed']);
      expect((await at.importing(rollOf(units), { replaces: 1 })).body.version).toBe(2);
      expect(await service.stores.rolls.unitsAt('xfl', 1)).toHaveLength(won?.body.units ?? 0);
    });

    test('写到一半断了，旧名册照旧；同样的再交一次就接着完成', async () => {
      await at.importing(rollOf(units));
      const { rolls } = service.stores;
      const next = [...units, aUnit({ room: '504' })];
      const before = await rolls.current('xfl');
      await rolls.putUnits('xfl', `${anActionId()}.half`, next);
      expect(await rolls.current('xfl')).toEqual(before);
      expect((await at.importing(rollOf(next), { replaces: 1 })).body).toMatchObject({ version: 2, units: 5 });
    });

    test('没导完的，下一次导入成功后清掉；刚开始的、生效过的、还可能生效的，都不动', async () => {
      await at.importing(rollOf(units));
      const { rolls } = service.stores;
      const dead = async (startedAt: string, replaces: number) => {
        const id = anActionId();
        const importId = `${id}.${replaces}.half`;
        await rolls.begin('xfl', { importId, id, replaces, at: startedAt });
        await rolls.putUnits('xfl', importId, units);
        return importId;
      };
      const old = await dead('2026-11-16T02:00:00.000Z', 1);
      const young = await dead('2026-11-16T03:30:00.000Z', 1);
      const coming = await dead('2026-11-16T02:00:00.000Z', 2);
      await service.moveTo('2026-11-16T04:00:00.000Z');
      await at.importing(rollOf([...units, aUnit({ room: '504' })]), { replaces: 1 });
      const left = async (importId: string) => (await rolls.units('xfl', importId)).length;
      expect([await left(old), await left(young), await left(coming)]).toEqual([0, 4, 4]);
      expect((await rolls.attempts('xfl')).map(({ importId }) => importId)).toEqual([coming, young]);
      expect([(await rolls.unitsAt('xfl', 1))?.length, (await rolls.unitsAt('xfl', 2))?.length]).toEqual([4, 5]);
    });

    test('读不出的文件，说清楚', async () => {
      const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]).toString('base64');
      for (const answer of [await at.preview(old), await at.importing(old)]) {
        expect(codeOf(answer)).toEqual([422, 'roll.unreadable']);
        expect(answer.error.details?.[0]?.message).toBe('这是旧版的 .xls 文件，请另存为 .xlsx');
      }
    });

    test('只有本社区的人和本街道的协调员', async () => {
      const other = await service.signIn('other', {
        role: 'communityStaff',
        communityId: 'other',
        label: '别处居委会',
      });
      const handler = await service.signIn('handler', wuye);
      const above = await service.signIn('above', coordinator);
      const far = await service.signIn('far', { role: 'coordinator', streetId: 'str_far', label: '别的街道' });
      for (const by of [other, handler, far]) {
        const listing = service.call(householdRoutes.listUnits, { token: by.token, params, query: { building: '3' } });
        const asked = [
          await at.preview(rollOf(units), by),
          await at.importing(rollOf(units), { by }),
          await at.getRoll(by),
        ];
        for (const answer of [
          ...asked,
          await at.waiting(by),
          await listing,
          await at.transfer('3-1-501', [zhao], anActionId(), by),
        ])
          expect(codeOf(answer)).toEqual([403, 'access.denied']);
      }
      expect((await at.importing(rollOf(units), { by: above })).body.importedBy).toBe(coordinator.label);
    });
  });

  test('看一栋的业主，每天每栋记一条', async () => {
    const list = (building: string) =>
      service.call(householdRoutes.listUnits, { token: at.staff.token, params, query: { building } });
    expect(codeOf(await list('3'))).toEqual([409, 'roll.missing']);
    await at.importing(rollOf(units));
    const { body } = await at.ask();
    await at.decide(body.id, 'approve');
    const seen = await list('3');
    expect(seen.body.items).toEqual(units.slice(0, 3));
    await list('3');
    await list('9');
    const { items } = await service.stores.accessLog.list(rollSubject('xfl'), undefined);
    const line = { at: '2026-11-16T02:00:00.000Z', who: community.label, what: 'roll' };
    expect(items).toEqual([line, line]);
    // Whoever is an owner there and has an account can see it too.
    const own = await service.stores.accessLog.list(at.resident.personId, undefined);
    expect(own.items.map(({ what }) => what)).toEqual(['roll']);
  });
};
