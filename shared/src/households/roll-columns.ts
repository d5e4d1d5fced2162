/** The columns of a roll file: what they are called in the wild, the best name first. */
export const rollColumns = {
  building: { name: '楼栋', aliases: ['楼栋', '楼号', '栋号', '幢号', '楼幢', '楼栋号', '栋', '幢'], isNeeded: true },
  entrance: { name: '单元', aliases: ['单元', '单元号'], isNeeded: false },
  room: { name: '房号', aliases: ['房号', '室号', '房间号', '房屋编号', '门牌号', '室'], isNeeded: true },
  area: { name: '专有面积', aliases: ['专有面积', '专有部分面积', '建筑面积', '面积'], isNeeded: true },
  owners: { name: '业主姓名', aliases: ['业主姓名', '产权人', '产权人姓名', '权利人', '业主', '姓名'], isNeeded: true },
  ids: {
    name: '证件号码',
    aliases: ['证件号码', '证件尾号', '证件号', '身份证号', '身份证号码', '证件后四位', '身份证后四位'],
    isNeeded: true,
  },
  status: { name: '状态', aliases: ['状态', '房屋状态', '销售状态', '交付状态'], isNeeded: false },
} as const;
export type RollColumn = keyof typeof rollColumns;
const columnNames = Object.keys(rollColumns) as RollColumn[];

/** `专有面积（㎡）` and `专有面积` are one header. */
const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/[\s*:]/g, '');

export type HeaderProblem = { column: string; message: string };
type Header = { at: Partial<Record<RollColumn, number>>; problems: HeaderProblem[] };

/** Where each column stands. Of two columns for one thing the better name counts (专有面积 before 建筑面积); the same name twice does not do. */
export const readHeader = (header: readonly string[]): Header => {
  const plain = header.map(plainHeader);
  const at: Header['at'] = {};
  const problems: HeaderProblem[] = [];
  for (const column of columnNames) {
    const { name, aliases, isNeeded } = rollColumns[column];
    const alias = aliases.find((each) => plain.includes(each));
    if (alias === undefined) {
      if (isNeeded) problems.push({ column: name, message: `缺少“${name}”这一列` });
      continue;
    }
    at[column] = plain.indexOf(alias);
    if (plain.lastIndexOf(alias) !== plain.indexOf(alias)) {
      problems.push({ column: name, message: `“${alias}”这一列有两个，请删掉一个` });
    }
  }
  return { at, problems };
};

/** What people download to fill in: the header and three samples. */
export const rollTemplate: readonly (readonly string[])[] = [
  ['楼栋', '单元', '房号', '专有面积(㎡)', '业主姓名', '证件号码', '状态'],
  ['3', '1', '501', '89.50', '王小明、李小红', '1234、567X', '已售'],
  ['3', '1', '502', '102.00', '张大伟', '0021', '已售'],
  ['5', '', '101', '76.35', '', '', '未售'],
];

/** The template as a file that Excel opens in the right script: UTF-8 with its mark at the start. */
export const rollTemplateCsv = `\ufeff${rollTemplate.map((row) => row.join(',')).join('\r\n')}\r\n`;
