import { createHash } from 'node:crypto';
import { idTail, type TransferId } from '@suishoupai/shared/ids';

/**
 * The id of a transfer that follows from something: the same each time it is asked for, so that however often the stream tells of it one
 * transfer stands. It carries the time of what happened, as ids do.
 */
export const transferIdFor = (at: string, ...parts: readonly string[]): TransferId => {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return `trf_${idTail(Date.parse(at), digest)}`;
};
