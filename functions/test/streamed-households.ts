import { rollLineItem } from '../src/households/roll-store.ts';
import type { Stores } from '../src/stores.ts';
import type { HallChange } from '../src/topics/follower.ts';

type Streamed = Pick<Stores, 'rolls' | 'claims'>;

/** The stream's part for households: what follows from a write is done before the writer is answered. */
export const streamedHouseholds = <Some extends Streamed>(
  stores: Some,
  follow: (change: HallChange) => Promise<void>,
): Some => {
  const { rolls, claims } = stores;
  const itemOf = (claim: Parameters<typeof claims.change>[0]['before']) =>
    claim && { pk: `${claim.communityId}#claim#${claim.id}`, sk: 'claim', ...claim };
  return {
    ...stores,
    rolls: {
      ...rolls,
      advance: async (communityId, next, line) => {
        const isApplied = await rolls.advance(communityId, next, line);
        if (isApplied) await follow({ before: undefined, after: rollLineItem(communityId, line) });
        return isApplied;
      },
    },
    claims: {
      ...claims,
      change: async (change) => {
        const isApplied = await claims.change(change);
        if (isApplied) await follow({ before: itemOf(change.before), after: itemOf(change.after) });
        return isApplied;
      },
    },
  };
};
