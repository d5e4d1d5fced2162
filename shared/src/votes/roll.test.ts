import { describe, expect, test } from 'vitest';
import { applyTransfers, areaOf, headsOf, type RollTransfer, rollProblems, type Slot, sortedRoll } from './roll.ts';
import { developer, electorsOf, households, owner, owners, people } from './test/electors.ts';

const sale = (seq: number, unit: string, from: string, to: string): RollTransfer => ({
  seq,
  at: '2026-03-01T00:00:00.000Z',
  unit,
  from,
  to,
});
const weights = (slots: readonly Slot[]) =>
  Object.fromEntries(slots.map((slot) => [slot.slot, [headsOf(slot), areaOf(slot)]]));

describe('名册', () => {
  test('人数和面积', () => {
    const { slots } = electorsOf([owner([80_00, 120_00]), owners(1, 60_01), developer([10_00, 20_00]), people(1)]);
    expect(weights(slots)).toEqual({ s1: [1, 200_00], s2: [1, 60_01], s3: [1, 30_00], s4: [1, 0] });
  });

  test('排法只有一种', () => {
    const { slots } = electorsOf([owner([1, 2, 3]), owners(9, 5)]);
    const mixed = [...slots].reverse().map((slot) => ({ ...slot, units: [...slot.units].reverse() }));
    expect(sortedRoll(mixed)).toEqual(sortedRoll(slots));
    expect(sortedRoll(slots).map(({ slot }) => slot)).toEqual([...slots.map(({ slot }) => slot)].sort());
  });

  test.each([
    ['空名册', 'owners', [], ['']],
    ['好名册', 'owners', [owners(2, 100_00), developer([5])], []],
    ['业主面积为零', 'owners', [owners(1, 0), owners(1, 1)], ['s1']],
    ['业主没有房屋', 'owners', [owner([])], ['s1']],
    ['居民表决混进业主', 'residents', [people(1), owners(1, 1)], ['s2']],
    ['代表都是个人', 'representatives', [people(2)], []],
    ['每户一套', 'households', [households(2)], []],
  ] as const)('%s', (_, electorate, groups, expected) => {
    expect(rollProblems(electorate, electorsOf(groups).slots).map(({ slot }) => slot)).toEqual(expected);
  });

  test('同一套房屋不能在两处', () => {
    const { slots } = electorsOf([owners(1, 100_00), owners(1, 100_00)]);
    const [first] = slots;
    const double = slots.map((slot) => ({ ...slot, units: first?.units ?? [] }));
    expect(rollProblems('owners', double).map(({ slot }) => slot)).toEqual(['s2']);
  });
});

describe('表决期间卖房', () => {
  const { slots } = electorsOf([owner([100_00, 50_00]), owners(1, 70_00), developer([30_00, 40_00])]);

  test('给新业主：多一人，面积不变', () => {
    expect(weights(applyTransfers(slots, [sale(1, '1-2', 's1', 'n1')]))).toEqual({
      n1: [1, 50_00],
      s1: [1, 100_00],
      s2: [1, 70_00],
      s3: [1, 70_00],
    });
  });

  test('给老业主：面积相加，卖光的不再是选民', () => {
    expect(weights(applyTransfers(slots, [sale(1, '2-1', 's2', 's1')]))).toMatchObject({ s1: [1, 220_00], s2: [0, 0] });
  });

  test('按先后一卖再卖；开发商卖出的归业主', () => {
    const after = applyTransfers(slots, [sale(2, '3-1', 'n1', 's2'), sale(1, '3-1', 's3', 'n1')]);
    expect(weights(after)).toMatchObject({ n1: [0, 0], s2: [1, 100_00], s3: [1, 40_00] });
    expect(after.find(({ slot }) => slot === 'n1')?.kind).toBe('owners');
  });

  test.each([
    ['不是他的房', sale(1, '2-1', 's1', 's3')],
    ['没有这个人', sale(1, '2-1', 's8', 's3')],
    ['卖给自己', sale(1, '1-1', 's1', 's1')],
  ])('%s，不行', (_, transfer) => {
    expect(() => applyTransfers(slots, [transfer])).toThrow(RangeError);
  });
});
