import type { World } from '../world.ts';
import { brokenBooks } from './books.ts';
import { brokenNotices } from './notices.ts';

/** What must hold whatever was told. */
export const alwaysBroken = async (world: World): Promise<string[]> => [
  ...(await brokenBooks(world)),
  ...(await brokenNotices(world)),
];
