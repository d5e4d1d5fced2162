import { createHmac } from 'node:crypto';
import type { RollUnit } from '@suishoupai/shared/households/contract';
import { isDevelopers, ownerSet } from '@suishoupai/shared/households/rules';

/** The developer's unsold and undelivered units are under one key in every community. */
const developerKey = 'developer';

/**
 * The key of a unit's set of owners, made with the community's own secret: a name and four digits are soon guessed, so a plain digest of them
 * in an item, a log or a pack would name the owners.
 */
export const makeOwnerKeyOf = (key: string): ((unit: Pick<RollUnit, 'status' | 'owners'>) => string) => {
  const secret = Buffer.from(key, 'base64');
  return (unit) =>
    isDevelopers(unit)
      ? developerKey
      : `own_${createHmac('sha256', secret).update(ownerSet(unit)).digest('base64url').slice(0, 22)}`;
};
