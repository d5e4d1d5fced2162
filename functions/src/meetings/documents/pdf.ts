import PDFDocument from 'pdfkit';
import { eachText, layoutWords, type MinutesDocument } from './content.ts';
import type { Font } from './font.ts';

const margin = 62;
const ink = '#1f2329';
const pale = '#6b7280';
const rule = '#c9cdd4';
const pageWidth = 595.28;
const pageHeight = 841.89;
const width = pageWidth - 2 * margin;

type Doc = PDFKit.PDFDocument;

/** One weight is embedded; a heading is drawn with a thin outline. */
const heavy = (doc: Doc, size: number, text: string, options: PDFKit.Mixins.TextOptions = {}) =>
  doc
    .fontSize(size)
    .fillColor(ink)
    .strokeColor(ink)
    .lineWidth(size / 36)
    .text(text, { ...options, fill: true, stroke: true });

const body = (doc: Doc, text: string, indent = 0) =>
  doc
    .fontSize(11)
    .fillColor(ink)
    .text(text, margin + indent, doc.y, { width: width - indent, lineGap: 4, paragraphGap: 4 });

const heading = (doc: Doc, text: string): void => {
  // A heading never stands alone at the foot of a page.
  if (doc.y > pageHeight - margin - 70) doc.addPage();
  doc.moveDown(0.8);
  heavy(doc, 13, text, {});
  doc.moveDown(0.3);
};

const numbered = (doc: Doc, items: readonly string[]): void => {
  items.forEach((item, index) => {
    body(doc, `${index + 1}. ${item}`);
  });
};

const table = (doc: Doc, rows: readonly (readonly string[])[], widths: readonly (number | '*')[]): void => {
  doc.fontSize(10.5);
  doc.table({
    columnStyles: [...widths],
    defaultStyle: { border: { top: 0, right: 0, bottom: 0.5, left: 0 }, borderColor: rule, padding: 5 },
    data: rows.map((cells) =>
      cells.map((text, index) => ({ text, textColor: index === 0 && cells.length === 2 ? pale : ink })),
    ),
  });
  doc.x = margin;
};

/** On every page: which version, what it is proved by, and where one is. Written last, when the pages can be counted. */
const footers = (doc: Doc, { version, hash }: MinutesDocument): void => {
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    // Below the margin a text would begin a new page.
    doc.page.margins.bottom = 0;
    const y = pageHeight - margin + 18;
    doc
      .moveTo(margin, y - 6)
      .lineTo(pageWidth - margin, y - 6)
      .lineWidth(0.5)
      .strokeColor(rule)
      .stroke();
    doc.fontSize(8).fillColor(pale);
    doc.text(version, margin, y, { width, align: 'left', lineBreak: false });
    doc.text(layoutWords.page(String(index + 1), String(count)), margin, y, { width, align: 'right' });
    doc.fontSize(7).text(layoutWords.hash(hash), margin, y + 12, { width, lineBreak: false });
  }
};

/** The minutes on A4 as PDF, with the font in it; the same content gives the same bytes. */
export const renderPdf = async (given: MinutesDocument, { bytes, shown }: Font): Promise<Uint8Array> => {
  const content = eachText(given, shown);
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: 'zh-CN',
    // No standard font: the library would read its metrics from a file.
    font: '',
    info: { Title: `${given.title} ${given.version}`, CreationDate: given.sealedAt, ModDate: given.sealedAt },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });

  doc.registerFont('minutes', bytes).font('minutes');
  heavy(doc, 20, content.title, { align: 'center' });
  doc.moveDown(0.3).fontSize(11).fillColor(pale).text(content.subtitle, { align: 'center' });
  doc.moveDown(1);
  table(doc, content.facts, [72, '*']);
  heading(doc, layoutWords.agenda);
  numbered(doc, content.agenda);
  for (const section of content.sections) {
    heading(doc, section.heading);
    for (const paragraph of section.paragraphs) body(doc, paragraph);
  }
  heading(doc, layoutWords.resolutions);
  if (content.resolutions.length === 0) body(doc, layoutWords.noResolutions);
  numbered(doc, content.resolutions);
  if (content.attachments.length > 0) heading(doc, layoutWords.attachments);
  content.attachments.forEach(({ file, digest }, index) => {
    body(doc, `${index + 1}. ${file}`);
    doc.fontSize(8).fillColor(pale).text(layoutWords.digest(digest), { paragraphGap: 6 });
  });
  heading(doc, layoutWords.signatures);
  table(doc, content.signatures, [72, '*', 140]);
  footers(doc, content);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
};
