import PDFDocument from 'pdfkit';
import type { Font } from '../../meetings/documents/font.ts';
import { type Statement, statementFacts, statementRows, statementTitle } from './statement.ts';

const margin = 56;
const ink = '#1f2329';
const pale = '#6b7280';
const line = '#c9cdd4';

export const columnNames = ['日期', '事项', '变动', '余额'];
const note = '这份对账单由本人导出。账号可以和社区公布的账本核对。';

/** Everything that stands in the file, for the typeface. */
export const textOf = (statement: Statement): string =>
  [
    statementTitle(statement),
    ...statementFacts(statement).flat(),
    ...statementRows(statement).flat(),
    ...columnNames,
    note,
  ].join('');

/** A statement on A4 as PDF, with the font in it. */
export const statementPdf = async (statement: Statement, { bytes, shown }: Font): Promise<Uint8Array> => {
  const date = new Date(statement.at);
  const title = statementTitle(statement);
  const info = { Title: title, CreationDate: date, ModDate: date };
  const doc = new PDFDocument({ size: 'A4', margin, lang: 'zh-CN', font: '', info });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const table = (rows: readonly (readonly string[])[], widths: readonly (number | '*')[]) => {
    doc.fontSize(10);
    doc.table({
      columnStyles: [...widths],
      defaultStyle: { border: { top: 0, right: 0, bottom: 0.5, left: 0 }, borderColor: line, padding: 5 },
      data: rows.map((cells) => cells.map((text) => ({ text: shown(text), textColor: ink }))),
    });
    doc.x = margin;
  };
  doc.registerFont('statement', bytes).font('statement');
  doc.fontSize(18).fillColor(ink).text(shown(title), { align: 'center' });
  doc.moveDown(1);
  table(statementFacts(statement), [72, '*']);
  doc.moveDown(1);
  table([columnNames, ...statementRows(statement)], [72, '*', 90, 90]);
  doc.moveDown(1).fontSize(9).fillColor(pale).text(shown(note));
  doc.end();
  await ended;
  return Buffer.concat(chunks);
};
