const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

const readable = {
  'image/jpeg': (bytes: Uint8Array) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  'image/png': (bytes: Uint8Array) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/webp': (bytes: Uint8Array) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
} as const;

export type ReadableType = keyof typeof readable;

/** Brands of the ISO container that hold a picture: HEIC as phones write it, and AVIF. */
const pictureBrand = /^(heic|heix|heim|heis|hevc|hevx|hevm|hevs|mif1|msf1|avif|avis)$/;

const isOtherPicture = (bytes: Uint8Array) =>
  (ascii(bytes, 4, 8) === 'ftyp' && pictureBrand.test(ascii(bytes, 8, 12))) ||
  /^GIF8[79]a/.test(ascii(bytes, 0, 6)) ||
  /^(II\*\0|MM\0\*)/.test(ascii(bytes, 0, 4)) ||
  (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26);

/**
 * What the first bytes say, whatever name or type the file came with: a type that can be cleaned, 'other' for pictures that
 * cannot (HEIC, AVIF, GIF, TIFF, BMP), undefined for everything else, SVG among it.
 */
export const formatOf = (bytes: Uint8Array): ReadableType | 'other' | undefined => {
  for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const) if (readable[type](bytes)) return type;
  return isOtherPicture(bytes) ? 'other' : undefined;
};
