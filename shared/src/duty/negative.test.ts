import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { forbiddenBy, NegativeRule } from './negative.ts';
import { defaultNegative } from './negative-default.ts';
import { ruleProblems } from './problems.ts';

const committee = { kind: 'community' } as const;

describe('默认负面清单', () => {
  test('每一条都合乎格式，编号不重复，类别都存在', () => {
    for (const rule of defaultNegative) {
      expect(z.safeParse(NegativeRule, rule).success, rule.id).toBe(true);
      expect(ruleProblems(rule), rule.id).toEqual([]);
    }
    expect(new Set(defaultNegative.map(({ id }) => id)).size).toBe(defaultNegative.length);
  });

  test.each([
    ['E0101', 'neg_building'],
    ['E2112', 'neg_building'],
    ['E0510', 'neg_street'],
    ['E0301', 'neg_site'],
    ['E0399', 'neg_site'],
    ['E0403', 'neg_gas'],
    ['E2102', 'neg_fire'],
  ])('%s 不能推给居委会，说得出是哪一条', (code, id) => {
    expect(forbiddenBy(defaultNegative, code, committee)?.id).toBe(id);
  });

  test.each(['E2113', 'E2114', 'E2115', 'E0102', 'C0118', 'E0699'])('%s 居委会可以办', (code) => {
    expect(forbiddenBy(defaultNegative, code, committee)).toBeUndefined();
  });
});

test.each([{}, { kind: 'department' }, { kind: 'company' }] as const)('%j 不受负面清单保护', (department) => {
  expect(forbiddenBy(defaultNegative, 'E0101', department)).toBeUndefined();
});

test('没有负面清单，就没有不能派的', () => {
  expect(forbiddenBy([], 'E0101', committee)).toBeUndefined();
});

test('写错的类别，指出是第几个', () => {
  expect(ruleProblems({ codes: ['E01', 'E0101', 'E9901', 'C99'] }).map(({ field }) => field)).toEqual([
    'codes.2',
    'codes.3',
  ]);
});
