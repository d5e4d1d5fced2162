import type { DutyDocument } from '@suishoupai/shared/duty/routes';
import type { DutyLine } from '@suishoupai/shared/places/contract';
import { describe, expect, test } from 'vitest';
import {
  blankDraft,
  bodyOf,
  countOf,
  earliestDay,
  effectiveFromOf,
  outcomeOf,
  withChange,
  withoutChange,
  withoutRule,
  withRule,
} from './draft.ts';

/** 10:00 on 22 November in China. */
const now = '2026-11-22T02:00:00.000Z';
const id = 'act_01jd0000000000000000000000';
const line: DutyLine = {
  categoryCode: 'C0118',
  departmentId: 'dep_wuye',
  supporting: [],
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 7 },
  check: { unit: 'workDay', amount: 1 },
};
const { categoryCode, ...terms } = line;
const rule = { codes: ['E03'], text: '工地执法', basis: '《建筑法》' };
const aVersion = (version: number, effectiveFrom: string): DutyDocument => ({
  version,
  effectiveFrom,
  changedBy: '幸福里居委会',
  changedAt: effectiveFrom,
  reason: '',
  changed: [],
  changedNegative: [],
  lines: [line],
  negative: [],
});
const inForce = aVersion(2, '2026-10-01T00:00:00.000Z');
/** 1 December, midnight in China. */
const coming = aVersion(3, '2026-11-30T16:00:00.000Z');

const blank = { ...blankDraft('xfl', 'usr_1'), reason: '议事会商定' };
const shorter = { categoryCode, line: { ...terms, resolve: { unit: 'workDay', amount: 3 } as const } };

describe('攒着的改动', () => {
  test('同一类改两次只算最后一次，恢复原样就没有了', () => {
    const twice = withChange(withChange(blank, { categoryCode, line: null }), shorter);
    expect(twice.changes).toEqual([shorter]);
    expect(countOf(outcomeOf(twice, inForce))).toBe(1);
    expect(countOf(outcomeOf(withoutChange(twice, categoryCode), inForce))).toBe(0);
  });

  test('别人已经改成一样的，就不再是改动，也不送出去', () => {
    const draft = withRule(withChange(blank, { categoryCode, line: terms }), { id: 'neg_site', rule });
    expect(countOf(outcomeOf(draft, inForce))).toBe(1);
    expect(bodyOf(draft, inForce, { id, now })).toEqual({
      id,
      base: 2,
      changes: [],
      negative: [{ id: 'neg_site', rule }],
      reason: '议事会商定',
    });
    expect(withoutRule(draft, 'neg_site').negative).toEqual([]);
  });

  test('没有清单的社区从第 0 版改起', () => {
    expect(bodyOf(withChange(blank, shorter), undefined, { id, now })).toMatchObject({ base: 0, changes: [shorter] });
  });
});

describe('从哪天起', () => {
  test.each<[string, string | undefined, DutyDocument, string | undefined]>([
    ['没有选', undefined, inForce, undefined],
    ['选了今天', '2026-11-22', inForce, undefined],
    ['选好以后日子过了', '2026-11-20', inForce, undefined],
    ['选了明天', '2026-11-23', inForce, '2026-11-22T16:00:00.000Z'],
    ['前一版还没生效，没有选', undefined, coming, coming.effectiveFrom],
    ['选得比前一版早', '2026-11-25', coming, coming.effectiveFrom],
    ['选得比前一版晚', '2026-12-05', coming, '2026-12-04T16:00:00.000Z'],
    ['前一版当天中午生效', '2026-12-01', aVersion(3, '2026-12-01T04:00:00.000Z'), '2026-12-01T04:00:00.000Z'],
  ])('%s', (_, day, newest, expected) => {
    expect(effectiveFromOf(day, newest, now)).toBe(expected);
  });

  test('最早能选哪天', () => {
    expect(earliestDay(inForce, now)).toBeUndefined();
    expect(earliestDay(undefined, now)).toBeUndefined();
    expect(earliestDay(coming, now)).toBe('2026-12-01');
  });
});
