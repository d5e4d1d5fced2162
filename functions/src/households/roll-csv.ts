import { parse } from 'csv-parse/sync';
import { maxRows, tooManyRows, unreadable } from './unreadable.ts';

const largestRow = 16 * 1024;

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    // The mark at the start is not part of the text; the decoder drops it.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** UTF-8 where it is, else GB 18030, in which Excel saves CSV in China; UTF-16 says so by its mark. */
const textOf = (bytes: Uint8Array): string => {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = isWide ? decoded(bytes, 'utf-16le') : (decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030'));
  if (text === undefined || text.includes('\0')) throw unreadable('认不出这个文件的编码，请用 Excel 另存为 .xlsx');
  return text;
};

/** Blank lines stay rows, so that rows are counted as Excel counts them. */
export const readCsv = (bytes: Uint8Array): string[][] => {
  const text = textOf(bytes);
  const [header = ''] = text.split(/\r?\n/, 1);
  const delimiter = header.includes(',') ? ',' : '\t';
  let rows: string[][];
  try {
    rows = parse(text, { delimiter, relax_column_count: true, max_record_size: largestRow, to: maxRows + 1 });
  } catch (error) {
    throw unreadable('引号没有成对，或者有一行太长，请用 Excel 打开看看', error);
  }
  if (rows.length > maxRows) throw tooManyRows();
  return rows;
};
