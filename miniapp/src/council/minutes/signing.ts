import type { Meeting, MinutesVersion } from '@suishoupai/shared/meetings/contract';

type Role = MinutesVersion['signatures'][number]['role'];

/** Whose signature a version still lacks. */
export const unsignedRoles = ({ signatures }: Pick<MinutesVersion, 'signatures'>): Role[] =>
  (['chair', 'recorder'] as const).filter((role) => !signatures.some((signature) => signature.role === role));

/** Only the newest version is signed, and only one that is what was written. */
export const isSignable = (
  { may, versions }: Pick<Meeting, 'may' | 'versions'>,
  version: Pick<MinutesVersion, 'number' | 'isIntact' | 'signatures'>,
): boolean =>
  may.includes('sign') && version.isIntact && version.number === versions && unsignedRoles(version).length > 0;
