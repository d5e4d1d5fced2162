import { CommunityId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { remembered, useRemembered } from './remembered.ts';

const Known = z.object({
  id: CommunityId,
  name: z.string(),
  hotline: z.object({ phone: z.string(), contact: z.string(), hours: z.string() }),
});
export type KnownCommunity = z.output<typeof Known>;

/**
 * The community whose affairs are shown, as the home screen last learnt it, so that its name and telephone are at hand on every screen
 * and off line. Absent on a new phone: then the service names its own first.
 */
export const community = remembered('community', Known);

export const useCommunity = (): KnownCommunity | undefined => useRemembered(community);
