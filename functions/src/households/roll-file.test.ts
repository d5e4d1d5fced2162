import { rollTemplate, rollTemplateCsv } from '@suishoupai/shared/households/roll-columns';
import { readRollRows } from '@suishoupai/shared/households/roll-rows';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { anXlsx, inGb18030, packed, sheetXml, workbookParts } from './roll-file.builder.ts';
import { readRollFile } from './roll-file.ts';
import { maxRows } from './unreadable.ts';

const header = ['楼栋', '单元', '房号', '专有面积(㎡)', '业主姓名', '证件号码', '状态'];
const good = ['3', '1', '501', '89.50', '王小明', '1234', '已售'];
const csv = [header, good].map((row) => row.join(',')).join('\r\n');
const refusal = (bytes: Uint8Array) =>
  readRollFile(bytes).then(
    () => 'read',
    (error: { code?: string; details?: { message: string }[] }) => [error.code, error.details?.[0]?.message],
  );

describe('CSV', () => {
  test('UTF-8 带不带标记、GB 18030、UTF-16、换行、引号，读出来一样', async () => {
    const quoted = '楼栋,单元,房号,专有面积(㎡),业主姓名,证件号码,状态\n3,1,501,"89.50","王小明",1234,"已售"\n';
    const plain = csv.replace('㎡', '平方米');
    const files = [
      strToU8(csv),
      strToU8(`\ufeff${csv}`),
      strToU8(quoted),
      strToU8(csv.replaceAll('\r\n', '\n')),
      Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le'),
    ];
    for (const bytes of files) expect(await readRollFile(bytes)).toEqual([header, good]);
    expect((await readRollFile(inGb18030(plain)))[1]).toEqual(good);
  });

  test('引号里的换行和逗号是内容；空行占行号', async () => {
    const rows = await readRollFile(strToU8('a,b\n\n"x\ny","1,089.50"\n'));
    expect(rows).toEqual([['a', 'b'], [''], ['x\ny', '1,089.50']]);
  });

  test('模板下载下来，填也不填，直接读得进去', async () => {
    const rows = await readRollFile(strToU8(rollTemplateCsv));
    expect(rows).toEqual(rollTemplate);
    expect(readRollRows(rows).problems).toEqual([]);
  });

  test.each([
    ['引号没有成对', strToU8('a,b\n"x,1\n'), '引号没有成对，或者有一行太长，请用 Excel 打开看看'],
    ['一行太长', strToU8(`a,b\n${'x'.repeat(40_000)},1\n`), '引号没有成对，或者有一行太长，请用 Excel 打开看看'],
    ['不是文字', Uint8Array.of(0xff, 0xff, 0, 1, 2, 0xfe), '认不出这个文件的编码，请用 Excel 另存为 .xlsx'],
    ['藏着零字节', strToU8('a,b\0\n'), '认不出这个文件的编码，请用 Excel 另存为 .xlsx'],
    ['行数太多', strToU8('1,2\n'.repeat(maxRows + 1)), `行数太多，最多 ${maxRows} 行`],
    ['旧版 xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), '这是旧版的 .xls 文件，请另存为 .xlsx'],
  ])('%s，说清楚怎么办', async (_, bytes, message) => {
    expect(await refusal(bytes)).toEqual(['roll.unreadable', message]);
  });
});

describe('XLSX', () => {
  test('文字、数字、共享文字、公式，都读成文字', async () => {
    const bytes = anXlsx(
      [
        header,
        [
          { v: '3' },
          { v: '0', t: 's' },
          { v: '501' },
          { v: '89.570000000000007', s: 2, f: 'A1*B1' },
          { is: '王小明', t: 'inlineStr' },
          { v: '1234', t: 'str', f: 'RIGHT(H2,4)' },
          '已售',
        ],
      ],
      ['1单元'],
    );
    const rows = await readRollFile(bytes);
    expect(rows[1]).toEqual(['3', '1单元', '501', '89.57', '王小明', '1234', '已售']);
    expect(readRollRows(rows).units).toMatchObject([{ code: '3-1-501', area: 8957 }]);
  });

  test.each([
    ['89.5', '89.5'],
    ['89.500000000000014', '89.5'],
    ['1089.1', '1089.1'],
    ['0.1', '0.1'],
    ['501', '501'],
    ['5.01E2', '501'],
  ])('%s 是 %s', async (v, shown) => {
    expect((await readRollFile(anXlsx([[{ v }]])))[0]).toEqual([shown]);
  });

  test('任何两位小数的面积，经过浮点数存取，一分不差', async () => {
    const areas = fc.sample(fc.integer({ min: 1, max: 100_000_000 }), { numRuns: 500, seed: 7 });
    const rows = areas.map((area, index) => [
      '1',
      '',
      String(index + 1),
      { v: String(area / 100) },
      '王',
      '0001',
      '已售',
    ]);
    const { units } = readRollRows(await readRollFile(anXlsx([header, ...rows])));
    expect(units.map(({ area }) => area)).toEqual(areas);
  });

  test('日期和出错的公式，指出是哪一格；存成数字的证件号码，知道丢了', async () => {
    const rows = await readRollFile(
      anXlsx([
        header,
        ['3', '1', { v: '46082', s: 1 }, '89.5', '王', '1234', '已售'],
        ['3', '1', '502', { v: '#REF!', t: 'e' }, '王', '1234', '已售'],
        ['3', '1', '503', '89.5', '王', { v: '310101199001011234' }, '已售'],
      ]),
    );
    expect(readRollRows(rows).problems.map(({ row, column, message }) => [row, column, message.slice(0, 9)])).toEqual([
      [2, '房号', 'Excel 把它当'],
      [3, '专有面积', '公式出错，没有值'],
      [4, '证件号码', 'Excel 把证件'],
    ]);
  });

  test('底下空着的格式行不算', async () => {
    const sheet = sheetXml([header, good]).replace('</sheetData>', '<row r="1048576"></row></sheetData>');
    expect(await readRollFile(packed(workbookParts(sheet)))).toEqual([header, good]);
  });

  const withSheet = (body: string) =>
    packed(workbookParts(sheetXml([]).replace('</sheetData>', `${body}</sheetData>`)));
  test.each([
    [
      '展开以后太大',
      () => packed(workbookParts(sheetXml([['x'.repeat(40_000_000)]]))),
      '文件展开以后太大，请只留下名册一张表',
    ],
    [
      '远处有一格',
      () => withSheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
      `行数太多，最多 ${maxRows} 行`,
    ],
    ['列太远', () => withSheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'), '列数太多，最多 256 列'],
    ['没有的行', () => withSheet('<row r="999999999999"></row>'), '表格里有不存在的行'],
    ['写成别的样子的行', () => withSheet("<row r = '1e9'></row>"), '表格里有不存在的行'],
    ['一段文字放在几万格', () => anXlsx([[{ v: '0', t: 's' }]], ['长'.repeat(3000)]), '有一格文字太长'],
    ['不是表格的压缩包', () => zipSync({ 'a.txt': strToU8('hello') }), '读不出这张表格，请用 Excel 打开后另存为 .xlsx'],
    ['断了的文件', () => anXlsx([header, good]).slice(0, 300), '文件不完整，或者不是 Excel 的 .xlsx'],
  ])('%s，便宜地拒绝', async (_, make, message) => {
    expect(await refusal(make())).toEqual(['roll.unreadable', message]);
  });

  test('文件里定义的实体不展开，也不去取别处的文件', async () => {
    const sheet = sheetXml([header, good]).replace(
      '?><worksheet',
      '?><!DOCTYPE w [<!ENTITY a "实体"><!ENTITY b SYSTEM "file:///etc/hostname">]><worksheet',
    );
    const named = sheet.replace('<t>3</t>', '<t>3&a;&b;</t>');
    expect(named).not.toBe(sheet);
    const text = JSON.stringify(await readRollFile(packed(workbookParts(named))));
    expect(text).toContain('3');
    expect(text).not.toMatch(/实体|hostname/);
  });

  test('目录里谎报大小，也展不开多少', async () => {
    const bytes = packed(workbookParts(sheetXml([['x'.repeat(20_000_000)]])));
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1) {
      // The size before compression, in each line of the directory.
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await refusal(bytes)).toMatchObject(['roll.unreadable', expect.any(String)]);
  });
});

test('随便什么字节：要么读出来，要么说读不出，没有别的', async () => {
  const honest = [anXlsx([header, good]), strToU8(csv), inGb18030('楼栋,房号\n3,501')];
  const broken = fc
    .tuple(fc.constantFrom(...honest), fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { minLength: 1, maxLength: 12 }))
    .map(([bytes, changes]) => {
      const copy = Uint8Array.from(bytes);
      for (const [at, value] of changes) copy[at % copy.length] = value;
      return copy;
    });
  const zipLike = fc.uint8Array({ maxLength: 300 }).map((tail) => Uint8Array.from([0x50, 0x4b, 3, 4, ...tail]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(broken, zipLike, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
      const answer = await refusal(bytes);
      if (answer !== 'read') expect(answer[0]).toBe('roll.unreadable');
    }),
    { numRuns: 400 },
  );
});
