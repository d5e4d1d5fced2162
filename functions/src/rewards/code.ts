import { createHash } from 'node:crypto';
import type { OrderId } from '@suishoupai/shared/ids';

/**
 * The `draw`th six digits that an order may have: the same however often they are asked for, and unforeseeable to whoever does not know the
 * order's id, 80 bits of which are chance.
 */
export const codeDrawn = (id: OrderId, draw: number): string => {
  const digest = createHash('sha256').update(`${id}#${draw}`).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
};
