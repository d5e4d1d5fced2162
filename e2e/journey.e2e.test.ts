import { xingfuli } from '@suishoupai/local/demo/places';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { storesOf } from './ballots/metered.ts';
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

test('演示的公开账本从第一天起就是全的：所有人的账加起来，就是它说的', async () => {
  const { ledger, openBook } = storesOf(product);
  const have = { points: 0, minutes: 0 };
  for (const key of await ledger.books(xingfuli)) have[key.unit] += (await ledger.book(key)).posted;

  expect(Math.min(have.points, have.minutes)).toBeGreaterThan(0);
  expect(await openBook.checkpoints(xingfuli)).toMatchObject([{ held: have }]);
});

loop(stage);
mishaps(stage);
privacy(stage);
offline(stage);
looks(stage);
joint(stage);
neighbours(stage);
desk(stage);
elder(stage);
