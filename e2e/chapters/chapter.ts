import type { Browser } from 'playwright-core';
import type { Product } from '../stack.ts';

/** What every chapter plays on; both are there once the first test runs. */
export type Stage = { product: () => Product; browser: () => Browser };
