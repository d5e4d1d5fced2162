import { anXlsx, packed, sheetXml, workbookParts } from '../households/roll-file.builder.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const typesOf = (partName: string, type: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="${partName}" ContentType="${type}"/></Types>`;

const docxParts = {
  '[Content_Types].xml': typesOf('/word/document.xml', `${office}.wordprocessingml.document.main+xml`),
  'word/document.xml': '<w:document/>',
};

/** Bytes as they come from offices, by what they are. */
export const aPdf = (inside = '会议附件'): Uint8Array =>
  new TextEncoder().encode(`%PDF-1.7\n1 0 obj << >> endobj % ${inside}\ntrailer << >>\nstartxref\n9\n%%EOF\n`);
export const aDocx = (more: Record<string, string> = {}): Uint8Array => packed({ ...docxParts, ...more });
export const anotherXlsx = (more: Record<string, string> = {}): Uint8Array =>
  packed({ ...workbookParts(sheetXml([['项目', '金额']])), ...more });
export const aXlsx = (): Uint8Array => anXlsx([['项目', '金额']]);

/** A document whose only macro is a part with a harmless name: by its type it is run all the same. */
export const hiddenMacro = (): Uint8Array =>
  aDocx({
    '[Content_Types].xml': typesOf('/word/theme.bin', 'application/vnd.ms-office.vbaProject'),
    'word/theme.bin': 'x',
  });

/** A list of types that unpacks to more than any document has. */
export const inflated = (): Uint8Array => aDocx({ '[Content_Types].xml': ' '.repeat(2 * 1024 * 1024) });

export const anExe = (): Uint8Array => Uint8Array.from([0x4d, 0x5a, 0x90, 0, ...new Uint8Array(200)]);
/** An archive that unpacks itself: a program in front of a whole document. */
export const anExeWithDocx = (): Uint8Array => Uint8Array.from([...anExe(), ...aDocx()]);
export const anOldDoc = (): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
export const aZip = (): Uint8Array => packed({ 'readme.txt': 'x', '[Content_Types].xml': '<Types/>' });
export const someHtml = (): Uint8Array =>
  new TextEncoder().encode('<!doctype html><script>alert(1)</script>%PDF-1.7 %%EOF');
