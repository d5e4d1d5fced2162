import type { Locator } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';

/** What a camera reads from the square on the screen. Throws when the picture did not load, or is no square. */
export const squareRead = async (square: Locator): Promise<string> => {
  const width = await square.locator('img').evaluate((image) => ('naturalWidth' in image ? image.naturalWidth : 0));
  if (width === 0) throw new Error('the picture of the square did not load');
  const { data, info } = await sharp(await square.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
};
