import { UnitStatus } from './contract.ts';
import { householdLimits } from './limits.ts';
import { normalName } from './rules.ts';

/** What a cell says, or why it says nothing that can be used. */
export type Read<T> = { value: T } | { problem: string };

/** What a decoder writes in place of a value that is none. */
export const dateCell = '#日期';

const asText = '请把这一列设为“文本”再填一遍';
const errorCell = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;
/** `3-1` and `1-2` become days of the calendar when Excel is left alone. */
const dateText = /^(\d{1,4}[年/-]\d{1,2}[月/-]\d{1,2}日?|\d{1,2}月\d{1,2}日?|\d{1,2}-[A-Z][a-z]{2}|\d{4}年\d{1,2}月)$/;

const flat = (cell: string): string => cell.normalize('NFKC').trim();

/** Why no column may hold this; undefined when it is plain text. */
export const cellProblem = (cell: string): string | undefined => {
  const text = flat(cell);
  if (text.startsWith(dateCell) || dateText.test(text)) return `Excel 把它当成了日期，${asText}`;
  return errorCell.test(text) ? '公式出错，没有值' : undefined;
};

/** `89.5`, `1,089.50`, `89.50㎡` to 0.01 m², digit by digit: no floats, so that 89.57 stays 8957. */
export const readArea = (cell: string): Read<number> => {
  const text = flat(cell)
    .replace(/(m2|平方米|平米)$/i, '')
    .trim();
  const [, whole, fraction = ''] = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return { problem: '要写成数字，例如 89.50' };
  if (/[1-9]/.test(fraction.slice(2))) return { problem: '最多两位小数' };
  const digits = whole.replaceAll(',', '').replace(/^0+/, '');
  if (digits.length > 7) return { problem: '面积太大了' };
  const area = Number(`${digits}${fraction.slice(0, 2).padEnd(2, '0')}`);
  if (area === 0) return { problem: '面积不能为 0' };
  return area > householdLimits.area ? { problem: '面积太大了' } : { value: area };
};

const statuses: Record<UnitStatus, readonly string[]> = {
  sold: ['已售', '已售出', '售出', '已交付', '已售已交付', '已交房'],
  unsold: ['未售', '未售出', '未出售', '在售'],
  undelivered: ['未交付', '已售未交付', '未交房'],
};

/** An empty status is `sold` where owners are named; a unit without both says nothing. */
export const readStatus = (cell: string, hasOwners: boolean): Read<UnitStatus> => {
  const text = flat(cell);
  if (text === '') return hasOwners ? { value: 'sold' } : { problem: '不能为空' };
  const status = UnitStatus.options.find((each) => statuses[each].includes(text));
  return status === undefined ? { problem: '只能是：已售、未售、未交付' } : { value: status };
};

/** Several in one cell, however they are set apart. */
export const parted = (cell: string): string[] =>
  flat(cell)
    .split(/[、;,/|\r\n]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

export const readName = (text: string): Read<string> => {
  const name = normalName(text);
  if (name.length > householdLimits.ownerName) return { problem: `姓名最多 ${householdLimits.ownerName} 个字` };
  // Letters of any script, and the dots and hyphens that stand within names.
  return /^[\p{L}\p{M}\p{N} ·•.'()-]+$/u.test(name) ? { value: name } : { problem: '姓名里有不能用的符号' };
};

/** The last four characters of a certificate's number; the rest is dropped here and goes nowhere. */
export const readIdTail = (text: string): Read<string> => {
  const id = flat(text)
    .replace(/[\s()]/g, '')
    .toUpperCase();
  if (/^[\d.]+E\+?\d+$/.test(id)) return { problem: `Excel 把证件号码存成了数字，后几位已经丢失，${asText}` };
  if (/^\d{1,3}$/.test(id)) return { problem: `不足四位，前面的 0 可能被 Excel 去掉了，${asText}` };
  if (!/^[0-9A-Z-]{4,30}$/.test(id)) return { problem: '证件号码不对' };
  const tail = id.slice(-4);
  return tail.includes('-') ? { problem: '证件号码不对' } : { value: tail };
};
