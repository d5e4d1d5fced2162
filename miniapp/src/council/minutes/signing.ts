import type { Meeting, MinutesVersion } from '@suishoupai/shared/meetings/contract';

/** As what the viewer may sign a version: only the newest is signed, and only one that is what was written. */
export const rolesToSign = (
  { maySign, versions }: Pick<Meeting, 'maySign' | 'versions'>,
  { number, isIntact }: Pick<MinutesVersion, 'number' | 'isIntact'>,
): Meeting['maySign'] => (isIntact && number === versions ? maySign : []);
