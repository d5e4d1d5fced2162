import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { layoutWords, type MinutesDocument } from './content.ts';
import { type Font, fontName } from './font.ts';

/** Sizes are half points, distances twentieths of a point. */
const a4 = { width: 11_906, height: 16_838 };
const margin = 1247;
const width = a4.width - 2 * margin;
const pale = '6B7280';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9CDD4' };
const borders = { top: none, left: none, right: none, bottom: line, insideVertical: none, insideHorizontal: line };

const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1, keepNext: true });
const body = (text: string) => new Paragraph({ children: [new TextRun(text)], spacing: { after: 80, line: 340 } });
const numbered = (items: readonly string[]) => items.map((item, index) => body(`${index + 1}. ${item}`));

const attachments = ({ attachments: files }: MinutesDocument) =>
  files.length === 0
    ? []
    : [
        heading(layoutWords.attachments),
        ...files.flatMap(({ file, digest }, index) => [
          body(`${index + 1}. ${file}`),
          new Paragraph({
            children: [new TextRun({ size: 16, color: pale, text: layoutWords.digest(digest) })],
            spacing: { after: 120 },
          }),
        ]),
      ];

const table = (rows: readonly (readonly string[])[], widths: readonly number[]) =>
  new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...widths],
    borders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (text, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                margins: { top: 60, bottom: 60, left: 60, right: 60 },
                children: [new Paragraph(text)],
              }),
          ),
        }),
    ),
  });

const footer = ({ version, hash }: MinutesDocument) => {
  const [before, between, after] = layoutWords.page('\n', '\n').split('\n');
  const page = [before ?? '', PageNumber.CURRENT, between ?? '', PageNumber.TOTAL_PAGES, after ?? ''];
  const small = { size: 15, color: pale };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: 'right', position: width }],
        children: [new TextRun({ ...small, children: [`${version}\t`, ...page] })],
      }),
      new Paragraph({ children: [new TextRun({ ...small, size: 13, text: layoutWords.hash(hash) })] }),
    ],
  });
};

/** The key that the standard wants fonts to be masked with. It hides nothing; a fixed one keeps the file the same. */
const fontKey = '6D696E75-7465-4D69-8E75-746573666F6E';

/** The first 32 bytes XOR the key, the key's bytes from last to first (ECMA-376 part 4, 2.8.1). */
const masked = (font: Uint8Array): Uint8Array => {
  const key = Buffer.from(fontKey.replaceAll('-', ''), 'hex').reverse();
  return font.map((byte, index) => (index < 32 ? byte ^ (key[index % 16] ?? 0) : byte));
};

/** Whatever the library takes from clock and chance, taken out again: two files of one version are equal. */
const settled = (file: Uint8Array, font: Uint8Array, at: Date): Uint8Array => {
  const parts = Object.entries(unzipSync(file)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  // A zip keeps wall time: given as such, it is the same in every time zone.
  const mtime = new Date(2000, 0, 1);
  const replaced = parts.map(([path, bytes]) => {
    if (path.endsWith('.odttf')) return [path, masked(font)] as const;
    if (path === 'word/fontTable.xml') {
      return [path, strToU8(strFromU8(bytes).replace(/w:fontKey="[^"]*"/g, `w:fontKey="{${fontKey}}"`))] as const;
    }
    if (path !== 'docProps/core.xml') return [path, bytes] as const;
    return [path, strToU8(strFromU8(bytes).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, at.toISOString()))] as const;
  });
  return zipSync(Object.fromEntries(replaced), { mtime });
};

/** The minutes as DOCX, with the font in it; the same content gives the same bytes. */
export const renderDocx = async (content: MinutesDocument, { bytes: font }: Font): Promise<Uint8Array> => {
  const file = new Document({
    title: `${content.title} ${content.version}`,
    creator: '随手拍',
    lastModifiedBy: '随手拍',
    fonts: [{ name: fontName, data: font }],
    styles: {
      default: {
        document: { run: { font: fontName, size: 22 } },
        title: { run: { size: 40, bold: true }, paragraph: { alignment: AlignmentType.CENTER } },
        heading1: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 240, after: 100 } } },
      },
    },
    sections: [
      {
        properties: {
          page: { size: a4, margin: { top: margin, bottom: margin, left: margin, right: margin } },
        },
        footers: { default: footer(content) },
        children: [
          new Paragraph({ text: content.title, heading: HeadingLevel.TITLE }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 80, after: 240 },
            children: [new TextRun({ text: content.subtitle, color: pale })],
          }),
          table(content.facts, [1500, width - 1500]),
          heading(layoutWords.agenda),
          ...numbered(content.agenda),
          ...content.sections.flatMap((section) => [heading(section.heading), ...section.paragraphs.map(body)]),
          heading(layoutWords.resolutions),
          ...(content.resolutions.length === 0 ? [body(layoutWords.noResolutions)] : numbered(content.resolutions)),
          ...attachments(content),
          heading(layoutWords.signatures),
          table(content.signatures, [1500, width - 1500 - 2800, 2800]),
        ],
      },
    ],
  });
  return settled(await Packer.toBuffer(file), font, content.sealedAt);
};
