import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desk } from './chapters/desk.ts';
import { elder } from './chapters/elder.ts';
import { joint } from './chapters/joint.ts';
import { looks } from './chapters/looks.ts';
import { loop } from './chapters/loop.ts';
import { mishaps } from './chapters/mishaps.ts';
import { neighbours } from './chapters/neighbours.ts';
import { offline } from './chapters/offline.ts';
import { privacy } from './chapters/privacy.ts';
import { picturesOfAll } from './person.ts';
import { type Product, startProduct } from './stack.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error((await picturesOfAll(task.id)).join('\n'));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const stage = { product: () => product, browser: () => browser };

loop(stage);
mishaps(stage);
privacy(stage);
offline(stage);
looks(stage);
joint(stage);
neighbours(stage);
desk(stage);
elder(stage);
