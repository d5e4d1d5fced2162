import { squareOf } from '@suishoupai/shared/codes/square';
import PDFDocument from 'pdfkit';
import type { Font } from '../../meetings/documents/font.ts';
import { type CertificateDocument, eachText, pageWords } from './content.ts';

const margin = 72;
const pageWidth = 595.28;
const pageHeight = 841.89;
const width = pageWidth - 2 * margin;
const ink = '#1f2329';
const pale = '#6b7280';
const rule = '#c9cdd4';
/** Three centimetres: a phone reads it at arm's length, and from a copy. */
const square = 85;
const gap = 20;

/** A certificate on A4 as PDF, with the font in it; the same content gives the same bytes. */
export const renderCertificate = async (given: CertificateDocument, { bytes, shown }: Font): Promise<Uint8Array> => {
  const content = eachText(given, shown);
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: 'zh-CN',
    // No standard font: the library would read its metrics from a file.
    font: '',
    info: { Title: given.title, CreationDate: given.issuedAt, ModDate: given.issuedAt },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });

  doc.registerFont('certificate', bytes).font('certificate');
  doc.moveDown(1.5).fontSize(24).fillColor(ink).strokeColor(ink).lineWidth(0.7);
  doc.text(content.title, { align: 'center', fill: true, stroke: true });
  doc.moveDown(1.5).fontSize(12.5);
  for (const paragraph of content.paragraphs) doc.text(paragraph, { width, lineGap: 7, indent: 25 });
  doc.moveDown(0.8).fontSize(10.5);
  doc.table({
    columnStyles: [110, '*', 100],
    defaultStyle: { border: { top: 0, right: 0, bottom: 0.5, left: 0 }, borderColor: rule, padding: 5 },
    data: content.rows.map((cells) => cells.map((text) => ({ text, textColor: ink }))),
  });
  doc.x = margin;
  if (doc.y > pageHeight - margin - 210) doc.addPage();
  doc.moveDown(2.5).fontSize(12).fillColor(ink);
  doc.text(content.issuer, { width, align: 'right', lineGap: 4 });
  doc.text(content.issued, { width, align: 'right' });
  doc.moveDown(2.5).fontSize(9.5).fillColor(pale);
  const { side, path } = squareOf(content.square);
  doc
    .save()
    .translate(pageWidth - margin - square, doc.y)
    .scale(square / side)
    .path(path)
    .fill(ink)
    .restore();
  for (const line of content.footer) doc.text(line, { width: width - square - gap, lineGap: 4 });

  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    // Below the margin a text would begin a new page.
    doc.page.margins.bottom = 0;
    doc.fontSize(8).fillColor(pale);
    const y = pageHeight - margin + 24;
    doc.text(pageWords(String(index + 1), String(count)), margin, y, { width, align: 'right', lineBreak: false });
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
};
