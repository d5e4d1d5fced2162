import type { Department, DutyLine } from '@suishoupai/shared/places/contract';
import { expect, test } from 'vitest';
import { formOf, type TermsForm, termsOf, toggleSupporting, withLead } from './terms.ts';

const departments: Department[] = [
  { id: 'dep_wuye', name: '幸福物业', kind: 'company' },
  { id: 'dep_chengguan', name: '城管中队' },
  { id: 'dep_juwei', name: '居委会', kind: 'community' },
];
const negative = [{ id: 'neg_building', codes: ['E0101'], text: '拆除违法建设', basis: '《城乡规划法》' }];
const line: DutyLine = {
  categoryCode: 'E0101',
  departmentId: 'dep_chengguan',
  supporting: ['dep_wuye'],
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 20 },
  check: { unit: 'workDay', amount: 1 },
  stages: [{ name: '停工', limit: { unit: 'workHour', amount: 4 } }],
  filing: 'onTheSpot',
};
const form = formOf([line], 'E0101');
const check = (given: TermsForm) => termsOf(given, 'E0101', { departments, negative });

test('不动就是原来的那一行', () => {
  const { categoryCode: _, ...terms } = line;
  expect(check(form)).toEqual({ terms });
});

test('清单里没有的类别，从通常的时限写起，牵头要选', () => {
  const blank = formOf([line], 'C0118');
  expect(blank).toMatchObject({ departmentId: undefined, resolve: { unit: 'workDay', amount: 7 }, isOnTheSpot: false });
  expect(check(blank)).toEqual({ problems: { departmentId: '请选择由谁牵头' } });
});

test('协办的改为牵头，就不再协办', () => {
  expect(withLead(form, 'dep_wuye')).toMatchObject({ departmentId: 'dep_wuye', supporting: [] });
  expect(toggleSupporting(toggleSupporting(form, 'dep_juwei'), 'dep_wuye').supporting).toEqual(['dep_juwei']);
});

test.each<[string, Partial<TermsForm>, string]>([
  ['负面清单里的推给居委会', { departmentId: 'dep_juwei', supporting: [] }, 'departmentId'],
  ['阶段没有名字', { stages: [{ name: ' ', limit: { unit: 'workDay', amount: 1 } }] }, 'stages.0.name'],
  ['阶段晚于办好', { stages: [{ name: '停工', limit: { unit: 'workDay', amount: 20 } }] }, 'stages.0.limit'],
])('%s，说在那一项旁边', (_, change, field) => {
  const checked = check({ ...form, ...change });
  expect('problems' in checked && Object.keys(checked.problems)).toEqual([field]);
});
