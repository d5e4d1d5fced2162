import { expect, test } from 'vitest';
import type { Department, DutyLine } from '../places/contract.ts';
import type { DutyChange, DutyTerms, NegativeChange } from './edit-routes.ts';
import type { NegativeRule } from './negative.ts';
import { editProblems } from './problems.ts';

const departments: Department[] = [
  { id: 'dep_wuye', name: '幸福物业', kind: 'company' },
  { id: 'dep_chengguan', name: '城管中队' },
  { id: 'dep_juwei', name: '幸福里居委会', kind: 'community' },
];
const rule: NegativeRule = { id: 'neg_building', codes: ['E0101'], text: '拆除违法建设', basis: '《城乡规划法》' };
const terms: DutyTerms = {
  departmentId: 'dep_wuye',
  supporting: [],
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 7 },
  check: { unit: 'workDay', amount: 1 },
};
const lamp: DutyLine = { categoryCode: 'C0118', ...terms };
const committeeLine: DutyLine = { ...lamp, categoryCode: 'E0302', departmentId: 'dep_juwei' };
const base = { lines: [lamp, committeeLine], negative: [rule] };

const workHour = (amount: number) => ({ unit: 'workHour', amount }) as const;
const workDay = (amount: number) => ({ unit: 'workDay', amount }) as const;
const setTo = (line: Partial<DutyTerms>, categoryCode = 'E0101'): DutyChange => ({
  categoryCode,
  line: { ...terms, departmentId: 'dep_chengguan', ...line },
});
const problemsOf = (changes: DutyChange[], negative: NegativeChange[] = []) =>
  editProblems(base, { changes, negative }, departments).map(({ field }) => field);

test.each<[string, DutyChange[], string[]]>([
  ['新的一行', [setTo({})], []],
  ['删去一行', [{ categoryCode: 'C0118', line: null }], []],
  ['各阶段从早到晚', [setTo({ stages: [{ name: '停工', limit: workHour(4) }, { name: '处罚', limit: workDay(3) }] })], []], // biome-ignore format: one line
  ['没有的类别', [setTo({}, 'E9999')], ['changes.0.categoryCode']],
  ['同一类别两遍', [setTo({}), setTo({ filing: 'onTheSpot' })], ['changes.1.categoryCode']],
  ['没有的部门牵头', [setTo({ departmentId: 'dep_nobody' })], ['changes.0.line.departmentId']],
  ['负面清单里的推给居委会', [setTo({ departmentId: 'dep_juwei' })], ['changes.0.line.departmentId']],
  ['居委会可以牵头负面清单以外的', [setTo({ departmentId: 'dep_juwei' }, 'E2114')], []],
  ['没有的部门协办', [setTo({ supporting: ['dep_wuye', 'dep_nobody'] })], ['changes.0.line.supporting.1']],
  ['牵头又协办', [setTo({ supporting: ['dep_chengguan'] })], ['changes.0.line.supporting.0']],
  ['协办写两遍', [setTo({ supporting: ['dep_wuye', 'dep_wuye'] })], ['changes.0.line.supporting.1']],
  ['阶段不早于办结', [setTo({ stages: [{ name: '停工', limit: workDay(7) }] })], ['changes.0.line.stages.0.limit']],
  ['阶段次序颠倒', [setTo({ stages: [{ name: '处罚', limit: workDay(2) }, { name: '停工', limit: workHour(4) }] })], ['changes.0.line.stages.1.limit']], // biome-ignore format: one line
  ['阶段同名', [setTo({ stages: [{ name: '停工', limit: workHour(4) }, { name: '停工', limit: workDay(2) }] })], ['changes.0.line.stages.1.name']], // biome-ignore format: one line
  ['什么也没改', [{ categoryCode: 'C0118', line: terms }], ['changes']],
  ['删去本来没有的', [{ categoryCode: 'E0101', line: null }], ['changes']],
  ['一件也没有', [], ['changes']],
])('%s', (_, changes, fields) => {
  expect(problemsOf(changes)).toEqual(fields);
});

const site = { codes: ['E03'], text: '工地执法', basis: '《建筑法》' };
test.each<[string, NegativeChange[], DutyChange[], string[]]>([
  ['删去一条', [{ id: 'neg_building', rule: null }], [], []],
  ['没有的类别', [{ id: 'neg_x', rule: { ...site, codes: ['E77'] } }], [], ['negative.0.rule.codes.0']],
  ['同一条两遍', [{ id: 'neg_building', rule: null }, { id: 'neg_building', rule: null }], [], ['negative.1.id']], // biome-ignore format: one line
  ['居委会正牵头的列入负面清单', [{ id: 'neg_site', rule: site }], [], ['negative.0.rule.codes']],
  ['列入负面清单并同时改派', [{ id: 'neg_site', rule: site }], [setTo({}, 'E0302')], []],
  ['解除以后就可以由居委会牵头', [{ id: 'neg_building', rule: null }], [setTo({ departmentId: 'dep_juwei' })], []],
])('负面清单：%s', (_, negative, changes, fields) => {
  expect(problemsOf(changes, negative)).toEqual(fields);
});
