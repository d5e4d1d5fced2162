import type { Department, DutyLine } from '@suishoupai/shared/places/contract';
import { expect, test } from 'vitest';
import { findCategories, nameIn } from './lookup.ts';

const departments: Department[] = [
  { id: 'dep_wuye', name: '幸福物业' },
  { id: 'dep_lvhua', name: '绿化所' },
];
const aLine = (categoryCode: string, departmentId: string, supporting: string[] = []): DutyLine => ({
  categoryCode,
  departmentId,
  supporting,
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 7 },
  check: { unit: 'workDay', amount: 1 },
});
const lines = [aLine('C0212', 'dep_lvhua'), aLine('C0118', 'dep_wuye'), aLine('C0201', 'dep_wuye', ['dep_lvhua'])];
const found = (query: string) => findCategories(query, lines, departments).map(({ code }) => code);

test('按叫法找类别', () => {
  expect(found('路灯')[0]).toBe('C0118');
});

test('按部门找：它牵头的在前，协办的在后', () => {
  const codes = found('绿化所');
  expect(codes.filter((code) => ['C0212', 'C0201', 'C0118'].includes(code))).toEqual(['C0212', 'C0201']);
});

test('一个字不当部门名找，空白什么也不找', () => {
  expect(found('物')).not.toContain('C0201');
  expect(found('  ')).toEqual([]);
});

test('已经不在的部门也叫得出来', () => {
  expect(nameIn(departments)('dep_wuye')).toBe('幸福物业');
  expect(nameIn(departments)('dep_gone')).toBe('已撤销的部门');
});
