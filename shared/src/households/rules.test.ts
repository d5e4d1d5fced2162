import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aUnit } from './households.builder.ts';
import {
  areaTotalOf,
  buildingsOf,
  byPlace,
  changesBetween,
  headsOf,
  isSameOwner,
  masked,
  normalPlace,
  ownerSet,
  rollElectors,
} from './rules.ts';

const wang = { name: '王小明', idTail: '1234' };
const li = { name: '李小红', idTail: '567X' };
/** Few owners and many units, so that sets of owners come again. */
const anyUnits = fc
  .array(
    fc.record({
      area: fc.integer({ min: 1, max: 100_000_000 }),
      owners: fc.subarray([wang, li, { name: '赵一', idTail: '0001' }]),
      status: fc.constantFrom('unsold' as const, 'undelivered' as const),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((made) =>
    made.map(({ area, owners, status }, index) =>
      aUnit({ room: String(index + 1), area, owners, status: owners.length === 0 ? status : 'sold' }),
    ),
  );
const key = (unit: Parameters<typeof ownerSet>[0]) => `key ${ownerSet(unit)}`;

test('同一群业主是一个人头，不论几套、什么次序；同名不同证件是两个', () => {
  const units = [
    aUnit({ room: '501', owners: [wang, li] }),
    aUnit({ room: '502', owners: [li, { ...wang, name: '王　小明' }] }),
    aUnit({ room: '503', owners: [wang] }),
    aUnit({ room: '504', owners: [{ ...wang, idTail: '9999' }] }),
    aUnit({ room: '505', status: 'unsold', owners: [] }),
    aUnit({ room: '506', status: 'undelivered', owners: [] }),
  ];
  expect(headsOf(units)).toBe(4);
  expect(headsOf([])).toBe(0);
  expect(areaTotalOf(units)).toBe(6 * 8950);
});

test('按业主：每群业主一份，面积相加，建设单位一份；人头数与名册一致', () => {
  const units = [
    aUnit({ room: '501', area: 100, owners: [wang, li] }),
    aUnit({ room: '502', area: 23, owners: [li, wang] }),
    aUnit({ room: '503', area: 7, status: 'unsold', owners: [] }),
    aUnit({ room: '504', area: 5, status: 'undelivered', owners: [] }),
    aUnit({ room: '505', area: 3 }),
  ];
  expect(rollElectors(units, 'owners', key)).toMatchObject([
    {
      kind: 'owners',
      isShared: true,
      units: [
        { unit: '3-1-501', area: 100 },
        { unit: '3-1-502', area: 23 },
      ],
    },
    { key: 'key developer', kind: 'developer', isShared: false, units: [{ area: 7 }, { area: 5 }] },
    { kind: 'owners', isShared: false, units: [{ unit: '3-1-505', building: '3', area: 3 }] },
  ]);
  fc.assert(
    fc.property(anyUnits, (any) => {
      const electors = rollElectors(any, 'owners', key);
      expect(electors).toHaveLength(headsOf(any));
      expect(electors.flatMap((elector) => elector.units).reduce((sum, { area }) => sum + area, 0)).toBe(
        areaTotalOf(any),
      );
    }),
  );
});

test('按户：已售的每套一户；没人住的不是一户；居民和代表不在名册上', () => {
  const units = [aUnit(), aUnit({ room: '502', owners: [li] }), aUnit({ room: '503', status: 'unsold', owners: [] })];
  expect(rollElectors(units, 'households', key)).toMatchObject([
    { key: '3-1-501', kind: 'household', units: [{ unit: '3-1-501' }] },
    { key: '3-1-502', kind: 'household', units: [{ unit: '3-1-502' }] },
  ]);
  expect([rollElectors(units, 'residents', key), rollElectors(units, 'representatives', key)]).toEqual([[], []]);
});

test('新旧名册差在哪里', () => {
  const before = [aUnit({ room: '1' }), aUnit({ room: '2' }), aUnit({ room: '3', owners: [wang, li] })];
  const after = [
    aUnit({ room: '1', area: 9000 }),
    aUnit({ room: '3', owners: [li, wang] }),
    aUnit({ room: '4' }),
    aUnit({ room: '5' }),
  ];
  expect(changesBetween(before, after)).toEqual({ added: 2, changed: 1, removed: 1 });
  expect(changesBetween([], after)).toEqual({ added: 4, changed: 0, removed: 0 });
});

test.each([
  ['王明', '1234', '王* · ***4'],
  ['王小明', '123X', '王*明 · ***X'],
  ['欧阳小明', '0001', '欧**明 · ***1'],
  ['王', '0001', '王* · ***1'],
])('%s 遮成 %s %s', (name, idTail, shown) => {
  expect(masked({ name, idTail })).toBe(shown);
});

test('写法不同还是同一个人；差一个字就不是', () => {
  expect(isSameOwner({ name: ' 李　小红', idTail: '567x' }, li)).toBe(true);
  expect(isSameOwner({ name: '李小虹', idTail: '567X' }, li)).toBe(false);
  expect(isSameOwner({ name: '李小红', idTail: '5678' }, li)).toBe(false);
});

test('地址统一一次和两次一样', () => {
  const part = fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{1,3}(号楼|栋|座|单元|室|#|#楼)$/));
  fc.assert(
    fc.property(part, part, part, (building, entrance, room) => {
      const once = normalPlace({ building, entrance, room });
      expect(normalPlace(once)).toEqual(once);
    }),
  );
});

test('楼栋和房号按数值排', () => {
  const units = ['10', '2', 'A', '2B'].map((building) => aUnit({ building }));
  expect(buildingsOf(units).map(({ building }) => building)).toEqual(['2', '2B', '10', 'A']);
  const rooms = ['1002', '201', '1001'].map((room) => aUnit({ room }));
  expect(rooms.toSorted(byPlace).map(({ room }) => room)).toEqual(['201', '1001', '1002']);
});
