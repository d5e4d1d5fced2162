import { dateCell } from '@suishoupai/shared/households/roll-cells';
import { strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { maxRows, tooManyRows, unreadable } from './unreadable.ts';

/** A roll of 8,000 units is about 6 MB of XML; a small file that grows to gigabytes is refused before it is unpacked. */
const unpackedBytes = 32 * 1024 * 1024;
const entries = 200;
/** Where Excel's sheets end. What is beyond is made up, to have something filled up to it. */
const lastSheetRow = 1_048_576;
const lastColumn = 256;
/** One text of a spreadsheet may stand in any number of cells. */
const longestCell = 2000;

const isWanted = (name: string): boolean => /^(?:\[Content_Types\]|_rels\/|xl\/).*\.(?:xml|rels)$/.test(name);

/** The parts of the file that say something, within bounds: sizes are read from the directory, and no part may grow past its own. */
const unpacked = (bytes: Uint8Array): Unzipped => {
  let count = 0;
  let size = 0;
  let isTooLarge = false;
  let files: Unzipped;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        if (!isWanted(name)) return false;
        size += originalSize;
        isTooLarge ||= count > entries || size > unpackedBytes;
        return !isTooLarge;
      },
    });
  } catch (error) {
    throw unreadable('文件不完整，或者不是 Excel 的 .xlsx', error);
  }
  if (isTooLarge) throw unreadable('文件展开以后太大，请只留下名册一张表');
  return files;
};

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Every address in a sheet, looked at before anything is laid out by it. */
const checkAddresses = (xml: string): void => {
  for (const [, , address = ''] of xml.matchAll(/[\s:]r\s*=\s*(["'])(.*?)\1/g)) {
    const [, letters = '', row = ''] = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(address) ?? [];
    if (row === '' || Number(row) > lastSheetRow) throw unreadable('表格里有不存在的行');
    // An empty row far down is a stray border; a cell there makes a row of everything above it.
    if (letters !== '' && Number(row) > maxRows) throw tooManyRows();
    if (columnOf(letters) > lastColumn) throw unreadable(`列数太多，最多 ${lastColumn} 列`);
  }
};

/** The reader leaves out what a broken formula gives, so that it would pass for an empty cell; as text it is seen and named. */
const withErrorsAsText = (xml: string): string =>
  xml.replace(/(<(?:\w+:)?c\s[^<>]*?\bt\s*=\s*)(["'])e\2/g, '$1$2str$2');

/** The shortest decimal that Excel shows for a stored float: 89.570000000000007 is 89.57. Beyond its 15 digits a number has lost some. */
const numberText = (stored: string): string => {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  const shown = Number(value.toPrecision(15));
  return Math.abs(shown) < 1e15 ? String(shown) : shown.toExponential().toUpperCase();
};

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateCell;
  const text = String(cell);
  if (text.length > longestCell) throw unreadable('有一格文字太长');
  return text;
};

/** The first sheet. Formulas give the values that were saved with them. */
export const readXlsx = async (bytes: Uint8Array): Promise<string[][]> => {
  const files = unpacked(bytes);
  const decoder = new TextDecoder();
  for (const [name, content] of Object.entries(files)) {
    if (!name.startsWith('xl/worksheets/') || !name.endsWith('.xml')) continue;
    const xml = decoder.decode(content);
    checkAddresses(xml);
    files[name] = strToU8(withErrorsAsText(xml));
  }
  // Packed again without compression: what is read is what was looked at.
  const { buffer } = Uint8Array.from(zipSync(files, { level: 0 }));
  let rows: unknown[][];
  try {
    rows = await readSheet(buffer, { parseNumber: numberText });
  } catch (error) {
    throw unreadable('读不出这张表格，请用 Excel 打开后另存为 .xlsx', error);
  }
  if (rows.length > maxRows) throw tooManyRows();
  return rows.map((row) => row.map(cellText));
};
