import { DeskName } from '@suishoupai/shared/desk-kit/contract';
import type { Grant } from '@suishoupai/shared/people/contract';
import * as z from 'zod/mini';
import type { KitDesk } from '../templates/desk-for.ts';

/**
 * The desk that a page was opened for: whoever sits at the street's has one set of texts for all its communities. Undefined when the
 * words in the address name none.
 */
export const kitDeskOf = (
  communityId: string,
  name: string | undefined,
  grants: readonly Grant[],
): KitDesk | undefined => {
  const desk = z.safeParse(DeskName, name);
  if (!desk.success) return undefined;
  if (desk.data !== 'street') return { communityId, desk: desk.data };
  const street = grants.find((grant) => grant.role === 'coordinator');
  return street?.role === 'coordinator' ? { communityId: street.streetId, desk: desk.data } : undefined;
};
