import { readCsv } from './roll-csv.ts';
import { readXlsx } from './roll-xlsx.ts';
import { unreadable } from './unreadable.ts';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/**
 * The cells of a roll file as text, the header first; which kind of file it is, its bytes say. AppError `roll.unreadable` for whatever is no
 * spreadsheet, or too large a one.
 */
export const readRollFile = async (bytes: Uint8Array): Promise<string[][]> => {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw unreadable('这是旧版的 .xls 文件，请另存为 .xlsx');
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ? readXlsx(bytes) : readCsv(bytes);
};
