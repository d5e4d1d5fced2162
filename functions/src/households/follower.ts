import { type HouseholdNotice, noticesOf } from '@suishoupai/shared/households/notices';
import { communityOf } from '@suishoupai/shared/ids';
import { claimOf } from './claim-store.ts';
import type { ClearLeftovers } from './leftovers.ts';
import { rollLineOf } from './roll-store.ts';
import type { SettleBindings } from './settling.ts';
import type { OnTransfer } from './transfer.ts';

type Item = Parameters<typeof claimOf>[0];
/** An item of the deliberations table as it stood before and after; absent when it was not there. */
type Change = { before: Item | undefined; after: Item | undefined };

type Deps = {
  settleBindings: SettleBindings;
  clearLeftovers: ClearLeftovers;
  /** Votes that are open hear of a sale. */
  onTransfer: OnTransfer;
  tell: (notice: HouseholdNotice) => Promise<void>;
};

/** What follows from a new version of the roll, and from a step of a request; every other item of the table has no consequence here. */
export const makeHouseholdFollower =
  ({ settleBindings, clearLeftovers, onTransfer, tell }: Deps) =>
  async ({ before, after }: Change): Promise<void> => {
    if (after === undefined) return;
    const line = before === undefined ? rollLineOf(after) : undefined;
    if (line?.kind === 'transfer') {
      // Votes first: until they know, the seller could still be taken for the owner there.
      await onTransfer(line.transfer);
      await settleBindings(line.transfer.communityId, line.transfer.unit.code);
      return;
    }
    if (line !== undefined) {
      const [communityId = ''] = String(after['pk']).split('#');
      await settleBindings(communityId);
      await clearLeftovers(communityId);
      return;
    }
    const claim = claimOf(after);
    if (claim === undefined) return;
    const known = before === undefined ? undefined : claimOf(before);
    const facts = { ...claim, communityId: communityOf(claim.id) };
    for (const notice of noticesOf({ before: known, after: facts })) await tell(notice);
  };
