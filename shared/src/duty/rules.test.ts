import { describe, expect, test } from 'vitest';
import { DutyLine } from '../places/contract.ts';
import { categoryByCode, categoryClasses, defaultCommon } from '../taxonomy/categories.ts';
import { dutyRules } from './default.ts';
import { dutyFor, expandDefaultDuty } from './rules.ts';

const codes = categoryClasses().flatMap((each) => each.categories.map((category) => category.code));
const lines = expandDefaultDuty((key) => `dep_${key}`);
const noLine = ['C0601', 'E0409', 'E0699', 'E2113', 'E2114', 'E2115'];

describe('默认责任清单', () => {
  test('除六个有意留给社区的类别外，每个类别都有一行', () => {
    expect(codes.filter((code) => !dutyFor(lines, code)).sort()).toEqual(noLine);
    expect(lines).toHaveLength(codes.length - noLine.length);
  });

  test('每一行都合乎存储的格式，编号有序不重复', () => {
    for (const line of lines) expect(DutyLine.safeParse(line).success, line.categoryCode).toBe(true);
    const order = lines.map((line) => line.categoryCode);
    expect(order).toEqual([...new Set(order)].sort());
  });

  test('规则只写大类或存在的类别，且不写两遍', () => {
    const written = dutyRules.flatMap((rule) => rule.codes.split(' '));
    expect(new Set(written).size).toBe(written.length);
    for (const code of written) {
      const isClass = categoryClasses().some((each) => each.prefix === code);
      expect(isClass || categoryByCode(code) !== undefined, code).toBe(true);
    }
  });

  test('常用的十个类别都能自动派出', () => {
    for (const code of defaultCommon) expect(dutyFor(lines, code), code).toBeDefined();
  });

  const hour = (amount: number) => ({ unit: 'hour', amount });
  const workHour = (amount: number) => ({ unit: 'workHour', amount });
  const workDay = (amount: number) => ({ unit: 'workDay', amount });

  test.each([
    ['E0102', 'huanwei', workHour(2), workHour(4)],
    ['E0104', 'huanwei', workHour(2), workHour(5)],
    ['E0406', 'paishui', workHour(2), workHour(4)],
    ['C2104', 'wuye', hour(1), hour(2)],
    ['C0102', 'paishui', hour(1), hour(2)],
    ['C0118', 'wuye', hour(24), workDay(1)],
    ['E2102', 'wuye', hour(1), hour(24)],
    ['E2112', 'chengguan', hour(24), workDay(20)],
    ['E2199', 'wuye', hour(24), workDay(7)],
    ['E0199', 'chengguan', hour(24), workDay(7)],
  ])('%s 由 %s 负责', (code, key, accept, resolve) => {
    expect(dutyFor(lines, code)).toMatchObject({ departmentId: `dep_${key}`, accept, resolve, check: workDay(1) });
  });

  test.each(['E0101', 'E2112'])('%s 违法建设分三段：停工、处罚、拆除', (code) => {
    expect(dutyFor(lines, code)).toMatchObject({
      stages: [
        { name: '停工', limit: workHour(4) },
        { name: '处罚', limit: workDay(7) },
      ],
      resolve: workDay(20),
    });
  });

  test('所有井盖一小时内接单、两小时内处置', () => {
    const covers = codes.filter((code) => categoryByCode(code)?.name.includes('井盖'));
    expect(covers.length).toBeGreaterThan(14);
    for (const code of covers) {
      expect(dutyFor(lines, code), code).toMatchObject({ accept: hour(1), resolve: hour(2) });
    }
  });
});

describe('社区没有的部门', () => {
  test('由物业代为牵头，协办的不重复也不含牵头', () => {
    const few = expandDefaultDuty((key) =>
      key === 'wuye' ? 'dep_xingfu' : key === 'xiaofang' ? 'dep_119' : undefined,
    );
    expect(dutyFor(few, 'E0102')).toMatchObject({ departmentId: 'dep_xingfu', supporting: [] });
    expect(dutyFor(few, 'E0403')).toMatchObject({ departmentId: 'dep_xingfu', supporting: ['dep_119'] });
    expect(few).toHaveLength(lines.length);
  });

  test('一个部门身兼数职时只出现一次', () => {
    const one = expandDefaultDuty(() => 'dep_all');
    for (const line of one) expect(line.supporting).toEqual([]);
  });

  test('连物业也没有，就没有责任行，由社区派遣', () => {
    expect(expandDefaultDuty(() => undefined)).toEqual([]);
    const onlyHuanwei = expandDefaultDuty((key) => (key === 'huanwei' ? 'dep_hw' : undefined));
    expect(dutyFor(onlyHuanwei, 'E0102')).toMatchObject({ departmentId: 'dep_hw' });
    expect(dutyFor(onlyHuanwei, 'C0118')).toBeUndefined();
  });
});

test('清单里没有的类别没有责任行', () => {
  expect(dutyFor([], 'E0102')).toBeUndefined();
  expect(dutyFor(lines, 'E9999')).toBeUndefined();
});
