import type { Line } from '@suishoupai/shared/points/contract';
import type { Unit } from '@suishoupai/shared/points/transfer';
import { amountWords, lineTitle, movedWords, unitNames } from '@suishoupai/shared/points/words';
import { chinaDay } from '@suishoupai/shared/time/china';

/** A person's book of one unit as a file: no name in it, they know whose it is. */
export type Statement = {
  community: string;
  unit: Unit;
  book: string;
  at: string;
  posted: number;
  lines: readonly Line[];
};

const columns = ['日期', '事项', '变动', '其中留存', '余额', '规则', '有效至', '说明', '编号'] as const;

/** In a table a cell that begins so is a formula: it is made words. */
const opens = /^[=+\-@\t\r]/;
const cell = (text: string): string => `"${(opens.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
const row = (cells: readonly (string | number)[]): string =>
  cells.map((each) => (typeof each === 'number' ? String(each) : cell(each))).join(',');

const ruleWords = ({ rule }: Line): string => (rule === undefined ? '' : `第 ${rule.version} 版`);
const wordsOf = ({ reason, by }: Line): string => [reason, by].filter((each) => each !== undefined).join('，');

/** UTF-8 with a mark, so that table programs read it as that. */
export const statementCsv = ({ lines, unit }: Statement): string => {
  const head = columns.map((name) =>
    name === '变动' || name === '余额' ? `${name}（${unit === 'points' ? '分' : '分钟'}）` : name,
  );
  const rows = lines.map((line) => [
    ...[chinaDay(line.at), lineTitle(line), line.moved, line.held, line.posted],
    ...[ruleWords(line), line.until ?? '', wordsOf(line), line.id],
  ]);
  return `\ufeff${[head, ...rows].map(row).join('\r\n')}\r\n`;
};

export const statementTitle = ({ unit }: Pick<Statement, 'unit'>): string => `${unitNames[unit]}对账单`;

/** The same as words for paper, the newest first. */
export const statementRows = ({ lines, unit }: Statement): string[][] =>
  lines.map((line) => [
    chinaDay(line.at),
    [lineTitle(line), wordsOf(line)].filter((each) => each !== '').join('：'),
    movedWords(line),
    amountWords(unit, line.posted),
  ]);

export const statementFacts = ({ community, book, at, posted, unit, lines }: Statement): [string, string][] => [
  ['社区', community],
  ['账号', book],
  ['截至', chinaDay(at)],
  ['余额', amountWords(unit, posted)],
  ['笔数', String(lines.length)],
];
