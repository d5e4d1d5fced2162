import { Instant } from '@suishoupai/shared/contract/fields';
import { RollUnit } from '@suishoupai/shared/households/contract';
import { ActionId, CommunityId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';

/** A sale as votes need it: `unit` as it is after. Sent once or more often for one `id`; whoever follows applies it once. */
export const UnitTransfer = z.object({
  id: ActionId,
  communityId: CommunityId,
  unit: RollUnit,
  fromOwnerKey: z.string(),
  toOwnerKey: z.string(),
  at: Instant,
});
export type UnitTransfer = z.output<typeof UnitTransfer>;

/** What a domain does when a unit changes hands. Must bear being called late and again. */
export type OnTransfer = (transfer: UnitTransfer) => Promise<void>;
