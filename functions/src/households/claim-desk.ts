import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { Claim, ClaimForStaff, householdRoutes, RollUnit } from '@suishoupai/shared/households/contract';
import { isSameOwner, masked } from '@suishoupai/shared/households/rules';
import { type CommunityId, communityOf, type MediaId } from '@suishoupai/shared/ids';
import type { Photo } from '@suishoupai/shared/media/contract';
import type { Viewer } from '../http/handlers.ts';
import type { AccessLog } from '../people/access-log-store.ts';
import type { Clerk, ClerkOf } from './access.ts';
import { type ClaimRecord, claimViewOf } from './claim-record.ts';
import type { ClaimStore } from './claim-store.ts';
import { type Ground, makeTakeStep } from './claim-taking.ts';
import { makeOwnerKeyOf } from './owner-keys.ts';
import type { RollStore } from './roll-store.ts';

type Deps = {
  claims: ClaimStore;
  rolls: Pick<RollStore, 'current' | 'unit'>;
  clerkOf: ClerkOf;
  accessLog: Pick<AccessLog, 'note'>;
  photoUrls: (id: MediaId) => Photo;
};

type DecideRequest = Pick<RouteRequest<(typeof householdRoutes)['decideClaim']>, 'params' | 'body'>;

const isOwner = (claim: ClaimRecord, unit: RollUnit): boolean => {
  const { name, idTail } = claim;
  return idTail !== undefined && unit.owners.some((owner) => isSameOwner(owner, { name, idTail }));
};

/** A list may be a moment old: each decision is made on what stands. */
const lately = { consistent: false };

/** What community staff do with requests. */
export const makeClaimDesk = ({ claims, rolls, clerkOf, accessLog, photoUrls }: Deps) => {
  const takeStep = makeTakeStep(claims);

  const unitIn = async (
    roll: Awaited<ReturnType<typeof rolls.current>>,
    { communityId, ...at }: Pick<ClaimRecord, 'communityId' | 'building' | 'code'>,
    options?: { consistent?: boolean },
  ) => {
    const unit = roll === undefined ? undefined : await rolls.unit(communityId, roll.importId, at, options);
    return roll === undefined || unit === undefined ? undefined : { roll, unit };
  };

  /** A member needs the unit on the roll, an owner the name and the certificate beside it. */
  const groundOf = async (claim: ClaimRecord): Promise<Ground> => {
    const found = await unitIn(await rolls.current(claim.communityId), claim);
    const isProven = found !== undefined && (claim.as === 'member' || isOwner(claim, found.unit));
    if (!isProven) throw new AppError('claim.notOnRoll');
    const { roll, unit } = found;
    const { version: rollVersion } = roll.standing;
    return claim.as === 'member' ? { rollVersion } : { rollVersion, ownerKey: makeOwnerKeyOf(roll.key)(unit) };
  };

  /** What the roll said of units a moment ago, the roll and each unit read once for a page of requests. */
  const pageOfRoll = async (communityId: CommunityId) => {
    const roll = await rolls.current(communityId, lately);
    const known = new Map<string, Promise<{ unit: RollUnit; bound: number } | undefined>>();
    const look = async (at: Pick<ClaimRecord, 'communityId' | 'building' | 'code'>) => {
      const found = await unitIn(roll, at, lately);
      if (found === undefined) return undefined;
      const { unit } = found;
      return { unit, bound: (await claims.bound(communityId, { unit: unit.code }, lately)).length };
    };
    return (claim: ClaimRecord) => {
      const { building, code } = claim;
      const looked = known.get(code) ?? look({ communityId, building, code });
      known.set(code, looked);
      return looked;
    };
  };
  type PageOfRoll = Awaited<ReturnType<typeof pageOfRoll>>;

  const onRoll = async (claim: ClaimRecord, unitOf: PageOfRoll): Promise<Pick<ClaimForStaff, 'unit'>> => {
    const found = await unitOf(claim);
    if (found === undefined) return {};
    const { code, area, status, owners } = found.unit;
    const { name, idTail } = claim;
    return {
      unit: {
        code,
        area,
        status,
        owners: owners.map((owner) => {
          const isClaimed = idTail !== undefined && isSameOwner(owner, { name, idTail });
          return { masked: isClaimed ? `${owner.name} · ${owner.idTail}` : masked(owner), isClaimed };
        }),
        bound: found.bound,
      },
    };
  };

  const viewFor = async (clerk: Clerk, claim: ClaimRecord, unitOf: PageOfRoll, now: Date): Promise<ClaimForStaff> => {
    const { id, personId, name, idTail, phone, photoIds } = claim;
    // Written down before the names leave.
    await accessLog.note({ subject: personId, viewer: clerk, about: id, what: 'claim', at: now.toISOString() });
    return {
      ...claimViewOf(claim),
      name,
      ...(idTail === undefined ? {} : { idTail }),
      ...(phone === undefined ? {} : { phone }),
      photos: photoIds.map(photoUrls).map(({ id: photoId, url }) => ({ id: photoId, url })),
      ...(await onRoll(claim, unitOf)),
    };
  };

  return {
    waiting: async (viewer: Viewer, communityId: CommunityId, cursor: string | undefined, now: Date) => {
      const clerk = await clerkOf(viewer, communityId, now);
      const { ids, next } = await claims.waiting(communityId, cursor);
      const found = await Promise.all(ids.map((id) => claims.find(id, lately)));
      const waiting = found.flatMap((claim) => (claim?.state === 'waiting' ? [claim] : []));
      const unitOf = await pageOfRoll(communityId);
      return { items: await Promise.all(waiting.map((claim) => viewFor(clerk, claim, unitOf, now))), next };
    },

    decide: async (viewer: Viewer, { params, body }: DecideRequest, now: Date): Promise<Claim> => {
      const { personId, label } = await clerkOf(viewer, communityOf(params.claimId), now);
      const claim = await claims.find(params.claimId);
      if (claim === undefined) throw new AppError('claim.notFound');
      const { id, decision: step } = body;
      const event = { id, step, at: now.toISOString(), by: label, personId };
      const taken =
        body.decision === 'approve'
          ? await takeStep(claim, { event, by: 'staff', groundOf })
          : await takeStep(claim, { event: { ...event, reason: body.reason }, by: 'staff' });
      return claimViewOf(taken);
    },
  };
};

export type ClaimDesk = ReturnType<typeof makeClaimDesk>;
