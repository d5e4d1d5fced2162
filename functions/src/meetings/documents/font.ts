import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

export const fontName = 'Noto Sans SC';

/** Ten megabytes, read once for the life of a function and only when a document is asked for. */
const readTypeface = async (): Promise<Buffer> => {
  const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  return readFile(join(home, '400Regular', 'NotoSansSC_400Regular.ttf'));
};

let typeface: Promise<Buffer> | undefined;

export type Font = {
  /** A TrueType font that holds the characters of a text and no other. */
  bytes: Buffer;
  /** The text with a box in the place of each character that the typeface does not have. */
  shown: (text: string) => string;
};

const box = '□';

/** Ligatures go: a text that is copied out of a file is to be the one that was put in. */
export const fontFor = async (text: string): Promise<Font> => {
  typeface ??= readTypeface();
  const characters = [...new Set(text + box)].toSorted().join('');
  const bytes = await subsetFont(await typeface, characters, {
    targetFormat: 'truetype',
    dropTables: ['GSUB', 'GPOS'],
  });
  const font = create(bytes);
  const known = new Set('characterSet' in font ? font.characterSet : []);
  const shown = (each: string) => [...each].map((one) => (known.has(one.codePointAt(0) ?? 0) ? one : box)).join('');
  return { bytes, shown };
};
