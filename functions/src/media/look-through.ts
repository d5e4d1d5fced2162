import type { FileRefusal } from '@suishoupai/shared/media/file-refusals';
import { type FileKind, fileTypes } from '@suishoupai/shared/media/files';
import { strFromU8, unzipSync } from 'fflate';

const startsWith = (bytes: Uint8Array, magic: string) =>
  Buffer.from(bytes.subarray(0, magic.length)).equals(Buffer.from(magic, 'latin1'));

/** The compound files of Office before 2007; in one of them lies any Office file with a password. */
const compound = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const contentTypes = '[Content_Types].xml';
/** Lists the parts of a file: a few KB. One that unpacks to more is made to fill memory. */
const contentTypesBytes = 1024 * 1024;
/** A report of a thousand pages has some hundreds of parts. */
const mostParts = 5000;
/** Readers look for the end of a PDF in its last KB. */
const endBytes = 1024;

const mains = { docx: /^word\/document\d*\.xml$/i, xlsx: /^xl\/workbook\d*\.xml$/i } as const;
/** What Word and Excel run: VBA, and the sheets of macros that were there before it. */
const macroPart = /(?:^|\/)vba(?:project|data)[^/]*$|^xl\/(?:macrosheets|dialogsheets)\//i;
/** A part may have any name; by its type it is run all the same. */
const macroType = /macroEnabled|vbaProject|vbaData|ms-excel\.(?:intl)?macrosheet/i;

type Parts = { names: readonly string[]; types: string };

/** The names in the central directory, by which every program opens the file, and the list of types; undefined where it cannot be read. */
const partsOf = (bytes: Uint8Array): Parts | undefined => {
  const names: string[] = [];
  try {
    const read = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        if (names.length > mostParts) throw new RangeError('more parts than a document has');
        return name === contentTypes && originalSize <= contentTypesBytes;
      },
    });
    const types = read[contentTypes];
    return types && { names, types: strFromU8(types) };
  } catch {
    return undefined;
  }
};

const found = (bytes: Uint8Array): FileKind | FileRefusal => {
  if (startsWith(bytes, '%PDF-')) {
    const end = Buffer.from(bytes.subarray(-endBytes)).toString('latin1');
    return end.includes('%%EOF') ? 'pdf' : 'brokenDocument';
  }
  if (startsWith(bytes, compound)) return 'oldOffice';
  if (!startsWith(bytes, 'PK\x03\x04')) return 'notADocument';
  const parts = partsOf(bytes);
  if (parts === undefined) return 'brokenDocument';
  const { names, types } = parts;
  const kinds = (['docx', 'xlsx'] as const).filter((kind) => names.some((name) => mains[kind].test(name)));
  const [kind, another] = kinds;
  if (kind === undefined || another !== undefined) return 'notADocument';
  return names.some((name) => macroPart.test(name)) || macroType.test(types) ? 'hasMacros' : kind;
};

/**
 * Why the bytes may not stand as a file of that kind, undefined when they may: what they are is found in them, whatever name or type they came
 * with. Bad input is an answer, never an exception.
 */
export const lookThrough = (bytes: Uint8Array, kind: FileKind): FileRefusal | undefined => {
  const is = found(bytes);
  if (is === kind) return undefined;
  return is in fileTypes ? 'otherDocument' : (is as FileRefusal);
};
