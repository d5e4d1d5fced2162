import { AppError } from '@suishoupai/shared/contract/errors';
import { type ClaimActor, claimStateAfter } from '@suishoupai/shared/households/transitions';
import {
  type ClaimEvent,
  type ClaimRecord,
  type PersonStanding,
  standingAfterImport,
  standingWith,
} from './claim-record.ts';
import type { ClaimStore } from './claim-store.ts';

/** What staff must have looked at on the roll: the version, and for an owner the key of the unit's owners. */
export type Ground = { rollVersion: number; ownerKey?: string | undefined };

type Step = {
  event: ClaimEvent;
  by: ClaimActor;
  /** Asked at every try: what a step stands on may change between two. */
  groundOf?: (claim: ClaimRecord) => Promise<Ground>;
  /** Taken because another roll was imported, which a vote does not go by that was opened before. */
  isByImport?: boolean;
};

const maxTries = 3;

/** The claim after a line, or undefined where the table has no such step. */
const after = (claim: ClaimRecord, { event, by }: Step, ground: Ground | undefined): ClaimRecord | undefined => {
  const state = claimStateAfter(event.step, claim.state, by);
  if (state === undefined) return undefined;
  const { ownerKey: before, ...rest } = claim;
  const ownerKey = ground?.ownerKey ?? before;
  return {
    ...rest,
    ...(ownerKey === undefined ? {} : { ownerKey }),
    state,
    version: claim.version + 1,
    events: [...claim.events, event],
  };
};

const standingAfter = (standing: PersonStanding, next: ClaimRecord, { event, isByImport }: Step): PersonStanding =>
  isByImport === true ? standingAfterImport(standing, next, event.at) : standingWith(standing, next);

/**
 * Takes a step of a claim, once for the event's id, and gives the claim as it then stands. `claim.decided` when the table has no such step
 * from here; the same id for another step or reason is `id.reused`. Of two at once, one is taken and the other looks again.
 */
export const makeTakeStep =
  (claims: Pick<ClaimStore, 'find' | 'standing' | 'change'>) =>
  async (claim: ClaimRecord, step: Step): Promise<ClaimRecord> => {
    const { event } = step;
    let current = claim;
    for (let tries = 0; tries < maxTries; tries += 1) {
      const done = current.events.find(({ id }) => id === event.id);
      if (done !== undefined) {
        const isSame = done.step === event.step && done.reason === event.reason && done.personId === event.personId;
        if (!isSame) throw new AppError('id.reused');
        return current;
      }
      if (claimStateAfter(event.step, current.state, step.by) === undefined) throw new AppError('claim.decided');
      const [ground, standing] = await Promise.all([
        step.groundOf?.(current),
        claims.standing(current.communityId, current.personId),
      ]);
      const next = after(current, step, ground);
      if (next === undefined) throw new AppError('claim.decided');
      const isTaken = await claims.change({
        before: current,
        after: next,
        standing: { before: standing, after: standingAfter(standing, next, step) },
        rollVersion: ground?.rollVersion,
      });
      if (isTaken) return next;
      const again = await claims.find(claim.id);
      if (again === undefined) break;
      current = again;
    }
    throw new AppError('claim.decided');
  };

export type TakeStep = ReturnType<typeof makeTakeStep>;
