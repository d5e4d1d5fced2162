import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { forms } from './chapters/forms.ts';
import { hall } from './chapters/hall.ts';
import { foundTown } from './chapters/hall-town.ts';
import { picturesOfAll } from './person.ts';
import { type Product, startProduct } from './stack.ts';

let product: Product;
let browser: Browser;

// A product of its own, and an empty one: weeks go by here, and other chapters live today.
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ demo: false }), launchBrowser()]);
  await foundTown(product);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error((await picturesOfAll(task.id)).join('\n'));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const stage = { product: () => product, browser: () => browser };

hall(stage);
forms(stage);
