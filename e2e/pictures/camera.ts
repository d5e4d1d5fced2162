import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@suishoupai/local/settings';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import type { Person } from '../person.ts';

export const imagesDir = join(root, 'docs', 'guide', 'images');

/** Three of these side by side fill a page that is read on a screen. */
const width = 585;
const maxBytes = 120 * 1024;

/** Few colours are enough for drawn screens; photos take more, and then fewer of them. */
const small = async (picture: Buffer): Promise<Buffer> => {
  for (const colours of [256, 128, 64]) {
    const png = await sharp(picture).resize({ width }).png({ palette: true, colours, effort: 10 }).toBuffer();
    if (png.length <= maxBytes) return png;
  }
  throw new Error('a screen does not fit into the size of a picture');
};

/** Taro scrolls each page by itself. */
const toTop =
  "for (const page of [document.scrollingElement, ...document.querySelectorAll('.taro_page')]) page.scrollTop = 0";

/** Scrolls whatever holds the words until they stand at its upper edge, or it can scroll no further. */
export const scrollTo = (words: Locator): Promise<void> =>
  words
    .filter({ visible: true })
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));

type Framing = {
  /** The words that stand at the upper edge; without them the page is at its top. */
  from?: string | RegExp;
  /** A sheet or a field stays where it was left. */
  asLeft?: boolean;
};

/** Takes what the person sees, when all of it has come. */
export const shoot = async ({ page }: Person, name: string, { from, asLeft = false }: Framing = {}): Promise<void> => {
  await page.getByRole('status', { name: '正在打开' }).filter({ visible: true }).first().waitFor({ state: 'hidden' });
  if (!asLeft) await page.evaluate(toTop);
  if (from !== undefined) await scrollTo(page.getByText(from));
  await page.waitForLoadState('networkidle');
  const picture = await small(await page.screenshot({ animations: 'disabled' }));
  writeFileSync(join(imagesDir, `${name}.png`), picture);
  console.log(`${name}.png ${Math.round(picture.length / 1024)} KB`);
};
