import { isSameOwner } from '@suishoupai/shared/households/rules';
import type { CommunityId } from '@suishoupai/shared/ids';
import type { Bound, ClaimStore } from './claim-store.ts';
import { makeTakeStep } from './claim-taking.ts';
import { makeOwnerKeyOf } from './owner-keys.ts';
import type { RollStore } from './roll-store.ts';

type Deps = {
  claims: ClaimStore;
  rolls: Pick<RollStore, 'current' | 'units'>;
  newEventId: () => `evt_${string}`;
  now: () => Date;
};

/**
 * Brings the bindings of owners to the roll in force, in one unit or in the whole community: an owner whom the roll does not name any more is
 * bound no longer, one among other co-owners than before goes under their key. Members stay until staff end them. It looks only at what
 * is, so late, twice or out of order is harmless.
 */
export const makeSettleBindings = ({ claims, rolls, newEventId, now }: Deps) => {
  const takeStep = makeTakeStep(claims);
  return async (communityId: CommunityId, code?: string): Promise<void> => {
    const roll = await rolls.current(communityId);
    if (roll === undefined) return;
    const bound = (await claims.bound(communityId, code === undefined ? undefined : { unit: code })).filter(
      ({ as }) => as === 'owner',
    );
    if (bound.length === 0) return;
    const units = await rolls.units(communityId, roll.importId, code?.split('-')[0]);
    const byCode = new Map(units.map((unit) => [unit.code, unit]));
    const ownerKeyOf = makeOwnerKeyOf(roll.key);
    const { version: rollVersion } = roll.standing;

    const settle = async ({ claimId, unit: boundTo, ownerKey: boundKey }: Bound): Promise<void> => {
      const unit = byCode.get(boundTo);
      const ownerKey = unit === undefined ? undefined : ownerKeyOf(unit);
      if (ownerKey === boundKey) return;
      const claim = await claims.find(claimId);
      if (claim?.state !== 'approved') return;
      const { name, idTail = '' } = claim;
      // A sale names its unit, and votes hand that on themselves.
      const isByImport = code === undefined;
      const isStillOwner = unit?.owners.some((owner) => isSameOwner(owner, { name, idTail })) ?? false;
      const event = { id: newEventId(), at: now().toISOString(), by: '业主名册' };
      if (isStillOwner) {
        await takeStep(claim, {
          event: { ...event, step: 'rebind' },
          by: 'system',
          isByImport,
          groundOf: async () => ({ rollVersion, ownerKey }),
        });
        return;
      }
      const reason = '业主名册上，这套房屋的业主已经变更';
      await takeStep(claim, {
        event: { ...event, step: 'end', reason },
        by: 'system',
        isByImport,
        groundOf: async () => ({ rollVersion }),
      });
    };
    for (const each of bound) await settle(each);
  };
};

export type SettleBindings = ReturnType<typeof makeSettleBindings>;
