import { describe, expect, test } from 'vitest';
import type { DutyLine } from '../places/contract.ts';
import { applyEdit, changedBetween } from './edit.ts';
import type { DutyTerms } from './edit-routes.ts';

const terms: DutyTerms = {
  departmentId: 'dep_wuye',
  supporting: [],
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 7 },
  check: { unit: 'workDay', amount: 1 },
};
const aLine = (categoryCode: string, changed: Partial<DutyLine> = {}): DutyLine => ({
  categoryCode,
  ...terms,
  ...changed,
});
const rule = { id: 'neg_building', codes: ['E0101'], text: '拆除违法建设', basis: '《城乡规划法》' };
const base = { lines: [aLine('C0118'), aLine('E0102')], negative: [rule] };

describe('在一版清单上改', () => {
  test('改一行、加一行、删一行：各行按编号排，记下前后', () => {
    const longer = { ...terms, resolve: { unit: 'workDay', amount: 9 } } as const;
    const after = applyEdit(base, {
      changes: [
        { categoryCode: 'C0118', line: longer },
        { categoryCode: 'C2104', line: terms },
        { categoryCode: 'E0102', line: null },
      ],
      negative: [],
    });
    expect(after).toEqual({
      lines: [aLine('C0118', longer), aLine('C2104')],
      negative: [rule],
      changed: [
        { categoryCode: 'C0118', before: aLine('C0118'), after: aLine('C0118', longer) },
        { categoryCode: 'C2104', after: aLine('C2104') },
        { categoryCode: 'E0102', before: aLine('E0102') },
      ],
      changedNegative: [],
    });
  });

  test('负面清单也记下前后', () => {
    const { id, ...words } = { ...rule, text: '违法建设的认定和拆除' };
    const changed = applyEdit(base, { changes: [], negative: [{ id, rule: words }] });
    expect(changed.negative).toEqual([{ id, ...words }]);
    expect(changed.changedNegative).toEqual([{ id, before: rule, after: { id, ...words } }]);
    const struck = applyEdit(base, { changes: [], negative: [{ id, rule: null }] });
    expect(struck).toMatchObject({ negative: [], changedNegative: [{ id, before: rule }] });
  });

  test('写法不同意思一样的，不算改动', () => {
    const { check, ...rest } = terms;
    const same: DutyTerms = { check, ...rest, stages: [], filing: 'byRule' };
    expect(applyEdit(base, { changes: [{ categoryCode: 'C0118', line: same }], negative: [] })).toEqual({
      ...base,
      changed: [],
      changedNegative: [],
    });
  });

  test('原来的清单原封不动', () => {
    const before = structuredClone(base);
    applyEdit(base, { changes: [{ categoryCode: 'C0118', line: null }], negative: [{ id: rule.id, rule: null }] });
    expect(base).toEqual(before);
  });
});

test('隔着几版的两份清单，说得出一共差在哪里', () => {
  const second = applyEdit(base, { changes: [{ categoryCode: 'C2104', line: terms }], negative: [] });
  const third = applyEdit(second, {
    changes: [{ categoryCode: 'E0102', line: null }],
    negative: [{ id: rule.id, rule: null }],
  });
  expect(changedBetween(base, third)).toEqual({
    changed: [
      { categoryCode: 'C2104', after: aLine('C2104') },
      { categoryCode: 'E0102', before: aLine('E0102') },
    ],
    changedNegative: [{ id: rule.id, before: rule }],
  });
  expect(changedBetween(third, third)).toEqual({ changed: [], changedNegative: [] });
});
