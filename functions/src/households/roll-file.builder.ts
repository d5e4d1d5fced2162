import { strToU8, zipSync } from 'fflate';

export type Cell = { v?: string; t?: string; s?: number; f?: string; is?: string };

const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const cellXml = (cell: Cell | string, address: string): string => {
  if (typeof cell === 'string') return `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  const { v, t, s, f, is } = cell;
  const attributes = [t === undefined ? '' : ` t="${t}"`, s === undefined ? '' : ` s="${s}"`].join('');
  const inner = [f === undefined ? '' : `<f>${f}</f>`, v === undefined ? '' : `<v>${v}</v>`].join('');
  return `<c r="${address}"${attributes}>${is === undefined ? inner : `<is><t>${escaped(is)}</t></is>`}</c>`;
};

export const sheetXml = (rows: readonly (readonly (Cell | string)[])[]): string => {
  const body = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((cell, at) => cellXml(cell, `${columnName(at)}${index + 1}`)).join('')}</row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
};

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a workbook with one sheet. Style 1 is a date, style 2 two decimals. */
export const workbookParts = (sheet: string, shared: readonly string[] = []): Record<string, string> => ({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  'xl/worksheets/sheet1.xml': sheet,
});

export const packed = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

export const anXlsx = (rows: readonly (readonly (Cell | string)[])[], shared?: readonly string[]): Uint8Array =>
  packed(workbookParts(sheetXml(rows), shared));

let table: Map<string, [number, number]> | undefined;
/** GB 18030 in its two-byte part, as Excel in China saves CSV. Node decodes it and does not encode it. */
export const inGb18030 = (text: string): Uint8Array => {
  if (table === undefined) {
    table = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead += 1)
      for (let trail = 0x40; trail <= 0xfe; trail += 1)
        if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  const known = table;
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      if (code < 0x80) return [code];
      const pair = known.get(letter);
      if (pair === undefined) throw new Error(`${letter} has no two bytes`);
      return pair;
    }),
  );
};
