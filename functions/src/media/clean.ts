import type { MediaRefusal } from '@suishoupai/shared/media/contract';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import sharp, { type OutputInfo } from 'sharp';
import { formatOf } from './format.ts';

export type Cleaned =
  | { ok: true; full: Uint8Array; thumb: Uint8Array; width: number; height: number }
  | { ok: false; reason: MediaRefusal };

// Only the three decoders that formatOf lets through; libvips brings many more that strangers' bytes need never reach.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
// A Lambda sees one photo at a time: threads and caches would only cost memory.
sharp.concurrency(1);
sharp.cache(false);

// Measured at 1600 px: 100 ms more of CPU once, 15 % fewer bytes at a better likeness for every one who looks.
const jpeg = { quality: 80, mozjpeg: true } as const;

type Size = { width: number; height: number };
type Pixels = { data: Uint8Array; info: OutputInfo };

/** Undefined where the decoder gives up: its messages are many and change, and to the person they all mean the same. */
const headerOf = async (bytes: Uint8Array): Promise<Size | undefined> => {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
};

/**
 * Bare RGB pixels, upright, in sRGB, on white: nothing that is not a pixel can pass. 'error' lets harmless warnings of camera
 * firmware through and still refuses a file that was cut short.
 */
const pixelsOf = async (bytes: Uint8Array): Promise<Pixels | undefined> => {
  try {
    return await sharp(bytes, { limitInputPixels: mediaLimits.maxPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: mediaLimits.fullEdge, height: mediaLimits.fullEdge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
  } catch {
    return undefined;
  }
};

/**
 * What may be shown of a photo: a full picture and a thumbnail, JPEG without any metadata, or the reason for refusing it.
 * Bad input is an answer, never an exception.
 */
export const cleanPhoto = async (bytes: Uint8Array, declaredType: string): Promise<Cleaned> => {
  const format = formatOf(bytes);
  if (format === undefined) return { ok: false, reason: 'notAPicture' };
  if (format === 'other') return { ok: false, reason: 'unsupportedType' };
  if (format !== declaredType) return { ok: false, reason: 'typeMismatch' };

  const header = await headerOf(bytes);
  if (header === undefined) return { ok: false, reason: 'damaged' };
  if (header.width * header.height > mediaLimits.maxPixels) return { ok: false, reason: 'tooManyPixels' };

  const pixels = await pixelsOf(bytes);
  if (pixels === undefined) return { ok: false, reason: 'damaged' };

  const { width, height, channels } = pixels.info;
  const upright = () => sharp(pixels.data, { raw: { width, height, channels } });
  const full = await upright().jpeg(jpeg).toBuffer();
  const thumb = await upright()
    .resize({ width: mediaLimits.thumbEdge, height: mediaLimits.thumbEdge, fit: 'inside', withoutEnlargement: true })
    .jpeg(jpeg)
    .toBuffer();
  return { ok: true, full, thumb, width, height };
};
