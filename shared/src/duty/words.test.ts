import { expect, test } from 'vitest';
import type { DutyLine } from '../places/contract.ts';
import { changeWords, effectiveWords, limitWords, promiseWords, ruleChangeWords, stagesWords } from './words.ts';

const line: DutyLine = {
  categoryCode: 'E0101',
  departmentId: 'dep_chengguan',
  supporting: [],
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 20 },
  check: { unit: 'workDay', amount: 1 },
};
const stages = [
  { name: '停工', limit: { unit: 'workHour', amount: 4 } as const },
  { name: '处罚', limit: { unit: 'workDay', amount: 7 } as const },
];
const names: Record<string, string> = { dep_chengguan: '城管中队', dep_wuye: '幸福物业' };
const nameOf = (id: string) => names[id] ?? '已撤销的部门';

test('时限写成一句话', () => {
  expect(limitWords({ unit: 'workHour', amount: 4 })).toBe('4 个工作小时');
  expect(promiseWords(line)).toBe('24 小时内接单 · 20 个工作日内办好');
  expect(stagesWords(line)).toBeUndefined();
  expect(stagesWords({ ...line, stages })).toBe('停工 4 个工作小时 → 处罚 7 个工作日 → 办好 20 个工作日');
});

test.each([
  ['2026-11-30T16:00:00.000Z', '12月1日起生效'],
  ['2025-08-31T16:00:00.000Z', '2025年9月1日起生效'],
  ['1970-01-01T00:00:00.000Z', '自开通起生效'],
])('%s 生效：%s', (effectiveFrom, words) => {
  expect(effectiveWords({ effectiveFrom }, '2026-11-22T02:00:00.000Z')).toBe(words);
});

test.each<[string, Partial<DutyLine> | undefined, Partial<DutyLine> | undefined, string[]]>([
  ['换牵头', {}, { departmentId: 'dep_wuye' }, ['牵头：城管中队 → 幸福物业']],
  ['部门已撤销', { departmentId: 'dep_gone' }, {}, ['牵头：已撤销的部门 → 城管中队']],
  ['加协办、缩短', {}, { supporting: ['dep_wuye'], resolve: { unit: 'workDay', amount: 9 } }, ['协办：没有 → 幸福物业', '办好：20 个工作日 → 9 个工作日']], // biome-ignore format: one line
  ['先现场核实', {}, { filing: 'onTheSpot' }, ['立案：收到就立案派单 → 网格员现场核实后立案']],
  ['取消阶段', { stages }, {}, ['阶段：停工 4 个工作小时 → 处罚 7 个工作日 → 办好 20 个工作日 → 不分阶段']],
  ['写上', undefined, {}, ['新写明由城管中队负责，24 小时内接单 · 20 个工作日内办好']],
  ['删去', {}, undefined, ['不再写明由谁负责，改由社区指派']],
])('%s', (_, before, after, words) => {
  const sides = { ...(before && { before: { ...line, ...before } }), ...(after && { after: { ...line, ...after } }) };
  expect(changeWords(sides, nameOf)).toEqual(words);
});

test('负面清单的增、删、改', () => {
  const rule = { id: 'neg_site', codes: ['E03'], text: '工地执法', basis: '《建筑法》' };
  expect(ruleChangeWords({ after: rule })).toBe('新增：工地执法');
  expect(ruleChangeWords({ before: rule })).toBe('删去：工地执法');
  expect(ruleChangeWords({ before: rule, after: { ...rule, text: '工地检查' } })).toBe('改为：工地检查');
});
