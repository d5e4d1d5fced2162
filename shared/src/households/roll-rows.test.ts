import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type Owner, RollUnit, type UnitStatus } from './contract.ts';
import { householdLimits } from './limits.ts';
import { dateCell } from './roll-cells.ts';
import { rollTemplate } from './roll-columns.ts';
import { printRollRows, readRollRows } from './roll-rows.ts';
import { unitCode } from './rules.ts';

const header = ['楼栋', '单元', '房号', '专有面积(㎡)', '业主姓名', '证件号码', '状态'];
const good = ['3', '1', '501', '89.50', '王小明', '1234', '已售'];
const fields = ['building', 'entrance', 'room', 'area', 'owners', 'ids', 'status'] as const;
const row = (changes: Partial<Record<(typeof fields)[number], string>> = {}): string[] =>
  fields.map((field, index) => changes[field] ?? good[index] ?? '');
const read = (...rows: string[][]) => readRollRows([header, ...rows]);

const part = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map(String),
  fc.stringMatching(/^[A-Z][0-9]{1,3}$/),
  fc.constantFrom('甲', '桂苑', '东'),
);
const owner: fc.Arbitrary<Owner> = fc.record({
  name: fc.oneof(fc.stringMatching(/^[王李张刘陈杨][一-龥]{1,3}$/), fc.constantFrom('阿依古丽·买买提', 'Ann Lee')),
  idTail: fc.oneof(fc.stringMatching(/^\d{3}[\dX]$/), fc.constantFrom('0007', 'MA1X')),
});
const owners = fc.uniqueArray(owner, {
  minLength: 1,
  maxLength: 4,
  selector: ({ name, idTail }) => `${name} ${idTail}`,
});

/** A unit as a roll may hold it. */
const anyUnit: fc.Arbitrary<RollUnit> = fc
  .record({
    building: part,
    entrance: fc.oneof(fc.constant(''), part),
    room: part,
    area: fc.integer({ min: 1, max: householdLimits.area }),
    status: fc.constantFrom<UnitStatus>('sold', 'unsold', 'undelivered'),
    owners,
  })
  .map((unit) => ({ ...unit, code: unitCode(unit), owners: unit.status === 'sold' ? unit.owners : [] }));

const anyUnits = fc.uniqueArray(anyUnit, { minLength: 1, maxLength: 30, selector: ({ code }) => code });

test('打印出来再读，一套不差', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      const { units: again, problems, rows } = readRollRows(printRollRows(units));
      expect({ again, problems, rows }).toEqual({ again: units, problems: [], rows: units.length });
    }),
  );
});

test('随便什么表格，不出错；好的和坏的加起来就是全部，好的都合名册的规矩', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.oneof(fc.constantFrom(...header, ...good), fc.string({ unit: 'binary' })), { maxLength: 9 }),
        {
          maxLength: 12,
        },
      ),
      (table) => {
        const { rows, units, problemRows } = readRollRows(table);
        for (const unit of units) expect(z.parse(RollUnit, unit)).toEqual(unit);
        const isWhole = problemRows[0] === 1;
        expect(isWhole ? 0 : units.length + problemRows.length).toBe(isWhole ? units.length : rows);
      },
    ),
  );
});

test('模板本身读得进去', () => {
  expect(readRollRows(rollTemplate)).toMatchObject({
    rows: 3,
    problems: [],
    units: [
      {
        code: '3-1-501',
        area: 8950,
        owners: [
          { name: '王小明', idTail: '1234' },
          { name: '李小红', idTail: '567X' },
        ],
      },
      { code: '3-1-502', area: 10200 },
      { code: '5--101', area: 7635, status: 'unsold', owners: [] },
    ],
  });
});

describe('列', () => {
  test.each([
    [['楼号', '单元', '室号', '建筑面积（㎡）', '产权人', '证件尾号', '状态']],
    [['＊楼栋', '单元号', '房间号', '面积', '业主', '身份证号', '房屋状态']],
    [[' 楼 栋 ', '单元', '房号', '专有部分面积(平方米)', '业主姓名', '证件号', '销售状态']],
  ])('别的叫法也认：%j', (names) => {
    expect(readRollRows([names, good])).toMatchObject({ problems: [], units: [{ code: '3-1-501' }] });
  });

  test('次序随意，多出来的列不管，没有单元和状态两列也行', () => {
    const table = [
      ['序号', '业主姓名', '证件号码', '房号', '楼栋', '专有面积'],
      ['1', '王小明', '1234', '501', '3', '89.5'],
    ];
    expect(readRollRows(table).units).toMatchObject([{ code: '3--501', area: 8950, status: 'sold' }]);
  });

  test('专有面积和建筑面积都有，用专有面积', () => {
    const table = [
      [...header, '建筑面积'],
      [...good, '120'],
    ];
    expect(readRollRows(table).units).toMatchObject([{ area: 8950 }]);
  });

  test('缺列、重列，说在第 1 行，一套也不读', () => {
    const lacking = readRollRows([header.filter((name) => name !== '房号'), good]);
    expect(lacking).toMatchObject({ units: [], problemRows: [1], problems: [{ row: 1, column: '房号' }] });
    const doubled = readRollRows([[...header, '房号'], good]);
    expect(doubled.problems).toEqual([{ row: 1, column: '房号', message: '“房号”这一列有两个，请删掉一个' }]);
  });

  test('空文件、只有表头、超过上限，整份不收', () => {
    expect(readRollRows([]).problemRows).toEqual([1]);
    expect(readRollRows([header]).problems[0]?.message).toBe('没有一套房屋');
    const many = Array.from({ length: householdLimits.units + 1 }, (_, index) => row({ room: String(index + 1) }));
    expect(read(...many)).toMatchObject({ problemRows: [1], rows: householdLimits.units + 1, units: [] });
    expect(read(...many.slice(1)).units).toHaveLength(householdLimits.units);
  });
});

describe('地址', () => {
  test.each([
    [{ building: '3号楼', entrance: '1单元', room: '501室' }, '3-1-501'],
    [{ building: '３栋' }, '3-1-501'],
    [{ building: '3#' }, '3-1-501'],
    [{ building: '3#楼' }, '3-1-501'],
    [{ building: 'a座', room: 'b02' }, 'A-1-B02'],
    [{ building: '桂花楼', entrance: '无' }, '桂花楼--501'],
    [{ entrance: '/' }, '3--501'],
    [{ room: ' 501 ' }, '3-1-501'],
  ])('%j 是 %s', (changes, code) => {
    expect(read(row(changes)).units).toMatchObject([{ code }]);
  });

  test.each([
    [{ building: '' }, '楼栋', '不能为空'],
    [{ room: ' ' }, '房号', '不能为空'],
    [{ room: '5*01' }, '房号', '只能有数字、字母和汉字'],
    [{ building: '12345678901234' }, '楼栋', '最多 12 个字'],
    [{ room: '3月1日' }, '房号', 'Excel 把它当成了日期，请把这一列设为“文本”再填一遍'],
    [{ room: '2026-03-01' }, '房号', 'Excel 把它当成了日期，请把这一列设为“文本”再填一遍'],
    [{ room: '1-Mar' }, '房号', 'Excel 把它当成了日期，请把这一列设为“文本”再填一遍'],
    [{ building: dateCell }, '楼栋', 'Excel 把它当成了日期，请把这一列设为“文本”再填一遍'],
    [{ building: '#REF!' }, '楼栋', '公式出错，没有值'],
  ])('%j 说出是哪一列、错在哪里', (changes, column, message) => {
    expect(read(row(changes))).toMatchObject({ units: [], problems: [{ row: 2, column, message }], problemRows: [2] });
  });

  test('同一套写了两遍，两行都指出来；排除一行，另一行就好了', () => {
    const table = [header, good, row({ room: '502' }), row({ building: '3栋' })];
    const both = readRollRows(table);
    expect(both.problems.map(({ row: at, message }) => [at, message])).toEqual([
      [2, '和第 4 行是同一套房屋'],
      [4, '和第 2 行是同一套房屋'],
    ]);
    expect(both.units.map(({ code }) => code)).toEqual(['3-1-502']);
    expect(readRollRows(table, [4])).toMatchObject({ problems: [], units: [{ code: '3-1-501' }, { code: '3-1-502' }] });
  });
});

describe('面积', () => {
  test.each([
    ['89.50', 8950],
    ['89.57', 8957],
    ['1.1', 110],
    ['0.01', 1],
    ['100', 10000],
    ['1,089.5', 108950],
    ['89.5㎡', 8950],
    ['89.5 平方米', 8950],
    ['８９．５', 8950],
    ['89.570000', 8957],
    ['1000000', 100_000_000],
  ])('%s 是 %i（0.01 ㎡）', (area, value) => {
    expect(read(row({ area })).units).toMatchObject([{ area: value }]);
  });

  test.each([
    '',
    '0',
    '0.00',
    '-89.5',
    '89.555',
    '1e2',
    '约90',
    '89.5.1',
    '10,89',
    '1000000.01',
    '9'.repeat(30),
    dateCell,
  ])('%s 不收', (area) => {
    expect(read(row({ area }))).toMatchObject({ units: [], problems: [{ row: 2, column: '专有面积' }] });
  });
});

describe('业主', () => {
  test.each(['、', ';', '；', ',', '，', '/', '\n'])('用“%s”分开都行', (mark) => {
    const owners = ['王小明', '李小红'].join(mark);
    const ids = ['1234', '567x'].join(mark);
    expect(read(row({ owners, ids })).units[0]?.owners).toEqual([
      { name: '王小明', idTail: '1234' },
      { name: '李小红', idTail: '567X' },
    ]);
  });

  test.each([
    ['310101199001011234', '1234'],
    ['31010119900101123x', '123X'],
    ['H1234567(8)', '5678'],
    ['E12345678', '5678'],
    ['91310000MA1FL5XX7K', 'XX7K'],
  ])('证件号码 %s 只留 %s', (ids, idTail) => {
    const answer = read(row({ ids }));
    expect(answer.units).toMatchObject([{ owners: [{ idTail }] }]);
    expect(JSON.stringify(answer)).not.toContain(ids);
  });

  test('名字里的空格、全角，写法统一', () => {
    const { units } = read(row({ owners: '王　明、阿依古丽·买买提、Ann  Lee', ids: '0001、0002、0003' }));
    expect(units[0]?.owners.map(({ name }) => name)).toEqual(['王明', '阿依古丽·买买提', 'Ann Lee']);
  });

  test.each([
    [{ owners: '', ids: '' }, '业主姓名', '已售的房屋要有业主'],
    [{ owners: '王小明、李小红' }, '证件号码', '业主有 2 位，证件号码有 1 个，对不上'],
    [{ ids: '' }, '证件号码', '业主有 1 位，证件号码有 0 个，对不上'],
    [{ ids: '123' }, '证件号码', '不足四位，前面的 0 可能被 Excel 去掉了，请把这一列设为“文本”再填一遍'],
    [{ ids: '3.10101E+17' }, '证件号码', 'Excel 把证件号码存成了数字，后几位已经丢失，请把这一列设为“文本”再填一遍'],
    [{ ids: '12#4' }, '证件号码', '证件号码不对'],
    [{ owners: '王'.repeat(21) }, '业主姓名', '姓名最多 20 个字'],
    [{ owners: '=王' }, '业主姓名', '姓名里有不能用的符号'],
    [{ owners: '王小明、王小明', ids: '1234、1234' }, '业主姓名', '“王小明”写了两遍'],
    [{ owners: dateCell }, '业主姓名', 'Excel 把它当成了日期，请把这一列设为“文本”再填一遍'],
    [{ status: '未售' }, '业主姓名', '未售的房屋不应有业主'],
  ])('%j 说出错在哪里', (changes, column, message) => {
    expect(read(row(changes))).toMatchObject({ units: [], problems: [{ row: 2, column, message }] });
  });

  test('一套房屋的业主太多，不收', () => {
    const owners = Array.from({ length: 21 }, (_, index) => `王${String.fromCharCode(0x4e00 + index)}`).join('、');
    expect(read(row({ owners })).problems).toMatchObject([{ message: '一套房屋最多 20 位业主' }]);
  });
});

describe('状态', () => {
  test.each([
    ['已售', 'sold'],
    ['已交付', 'sold'],
    ['', 'sold'],
  ])('%s，有业主', (status, value) => {
    expect(read(row({ status })).units).toMatchObject([{ status: value }]);
  });
  test('未售没有业主；未交付的业主名字不留', () => {
    const empty = { owners: '', ids: '' };
    expect(read(row({ status: '未售', ...empty })).units).toMatchObject([{ status: 'unsold', owners: [] }]);
    expect(read(row({ status: '未交付' })).units).toMatchObject([{ status: 'undelivered', owners: [] }]);
  });
  test('没听过的状态、什么都没写，都指出来', () => {
    expect(read(row({ status: '出租' })).problems).toMatchObject([
      { column: '状态', message: '只能是：已售、未售、未交付' },
    ]);
    expect(read(row({ status: '', owners: '', ids: '' })).problems).toEqual([
      { row: 2, column: '状态', message: '不能为空' },
    ]);
  });
});

test('空行跳过，行号照文件数', () => {
  const { rows, problems } = read(['', ' '], good, [], row({ room: '' }));
  expect({ rows, problems: problems.map(({ row: at }) => at) }).toEqual({ rows: 2, problems: [5] });
});
