import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { PersonId } from '@suishoupai/shared/ids';
import { ballotFormOf } from '@suishoupai/shared/votes/ballot';
import { toHex } from '@suishoupai/shared/votes/bytes';
import { checkChoice } from '@suishoupai/shared/votes/choice';
import type { Receipt } from '@suishoupai/shared/votes/contract';
import { ballotLeaf } from '@suishoupai/shared/votes/leaf';
import { receiptCode } from '@suishoupai/shared/votes/receipt';
import { headsOf } from '@suishoupai/shared/votes/roll';
import type { voteRoutes } from '@suishoupai/shared/votes/routes';
import { digestOf } from '../tickets/digest.ts';
import type { Box, BoxStore } from './box-store.ts';
import { type Electors, slotOf } from './electors.ts';
import { type CastBallot, type SlotRecord, seqOf, type VoteRecord } from './record.ts';
import { boxOf } from './rolls.ts';
import { sha256 } from './signer.ts';
import type { VoteStore } from './store.ts';

type Deps = {
  votes: Pick<VoteStore, 'find'>;
  box: Pick<BoxStore, 'findSlot' | 'write' | 'noteRefusal'>;
  electors: Pick<Electors, 'keysOf'>;
  randomBytes: (count: number) => Uint8Array;
};
type Body = RouteRequest<(typeof voteRoutes)['castBallot']>['body'];

/** How often a ballot may be changed; what was replaced is kept for its receipt. */
const mostChanges = 10;
/** Somebody else wrote the slot in between: look again, so often at most. */
const mostTries = 4;
/** Refused ids that a slot remembers: far more than a phone sends in the minute before the slot is sealed. */
const mostLate = 20;

export const receiptOf = (vote: VoteRecord, leaf: string, castAt: string, seq: number): Receipt => ({
  voteId: vote.id,
  leaf,
  code: receiptCode(leaf),
  castAt,
  seq,
});

/** The receipt that a request has got already; undefined for a new one. `id.reused` for one with other content. */
const firstReceipt = (vote: VoteRecord, slot: SlotRecord, viewerId: PersonId, id: string, digest: string) => {
  const { ballot, past } = slot;
  const all = [...past, ...(ballot === undefined ? [] : [ballot])];
  const index = all.findIndex((each) => each.id === id);
  const known = all[index];
  if (known === undefined) return undefined;
  if (known.digest !== digest || ballot?.personId !== viewerId) throw new AppError('id.reused');
  return receiptOf(vote, known.leaf, known.castAt, index + 1);
};

/** Everything that keeps a ballot out of a slot as it is; the first one names the refusal. */
const checkCast = (vote: VoteRecord, slot: SlotRecord, viewerId: PersonId, body: Body, castAt: string): void => {
  if (headsOf(slot) === 0) throw new AppError('vote.notYours');
  if (castAt < vote.opensAt) throw new AppError('vote.notOpen');
  if (vote.state !== 'open' || castAt >= vote.closesAt || slot.isSealed) throw new AppError('vote.over');
  const problem = checkChoice(vote.question, body.choice);
  if (problem !== undefined) {
    throw new AppError('vote.choice', [{ ...problem, field: `body.choice.${problem.field}` }]);
  }
  if (slot.isShared && body.isAgreed !== true) throw new AppError('vote.agreementNeeded');
  const { ballot, past } = slot;
  if (ballot !== undefined && ballot.personId !== viewerId) throw new AppError('vote.castByOther');
  const isFinal = vote.ruleSet.changeable === 'final' || past.length >= mostChanges;
  if (ballot !== undefined && isFinal) throw new AppError('vote.final');
  if (body.replaces !== seqOf(slot)) throw new AppError('vote.ballotChanged');
};

/** A moment after a sale that touched the slot: whatever the clocks of two machines say, a ballot comes before or after it. */
export const timeOf = (slot: SlotRecord, at: string): string => {
  const { movedAt } = slot;
  return movedAt === undefined || movedAt < at ? at : new Date(Date.parse(movedAt) + 1).toISOString();
};

type NewBallot = Pick<CastBallot, 'id' | 'digest' | 'choice' | 'channel' | 'castAt'> & { personId?: PersonId };

/** The slot with one more ballot in it. */
export const withBallot = (
  vote: VoteRecord,
  slot: SlotRecord,
  given: NewBallot,
  randomBytes: (count: number) => Uint8Array,
): SlotRecord & { ballot: CastBallot } => {
  const made = { ...given, ballot: toHex(randomBytes(16)), nonce: toHex(randomBytes(16)) };
  const seq = seqOf(slot) + 1;
  const form = ballotFormOf(vote.secrecy, vote.ruleSet);
  const leaf = ballotLeaf(form, vote.id, { ...made, slot: slot.slot, seq }, sha256);
  const { ballot: replaced, past } = slot;
  if (replaced === undefined) return { ...slot, ballot: { ...made, leaf } };
  const { id, digest, castAt, leaf: oldLeaf } = replaced;
  return { ...slot, past: [...past, { id, digest, castAt, leaf: oldLeaf }], ballot: { ...made, leaf } };
};

export const makeCasting = ({ votes, box, electors, randomBytes }: Deps) => {
  const slotsOf = async (personId: PersonId, vote: VoteRecord): Promise<string[]> =>
    (await electors.keysOf(personId, vote.communityId, vote.electorate, vote.opened?.at)).map((key) =>
      slotOf(vote, key),
    );

  /** Once the roll is frozen the slot decides; until then nobody has one. */
  const placeOf = (vote: VoteRecord): Box => {
    const place = boxOf(vote);
    if (place === undefined) throw new AppError(vote.state === 'cancelled' ? 'vote.over' : 'vote.notOpen');
    return place;
  };

  return {
    slotsOf,
    cast: async (viewerId: PersonId, voteId: VoteRecord['id'], body: Body, now: Date): Promise<Receipt> => {
      const vote = await votes.find(voteId);
      if (vote === undefined) throw new AppError('vote.notFound');
      const place = placeOf(vote);
      const { id, slot: slotId, choice } = body;
      const digest = digestOf({ slot: slotId, choice });
      const isMine = (await slotsOf(viewerId, vote)).includes(slotId);

      const attempt = async (tries: number): Promise<Receipt> => {
        const slot = await box.findSlot(place, slotId);
        if (slot === undefined) throw new AppError('vote.notYours');
        const first = firstReceipt(vote, slot, viewerId, id, digest);
        if (first !== undefined) return first;
        if (!isMine) throw new AppError('vote.notYours');
        const castAt = timeOf(slot, now.toISOString());
        if (slot.paper !== undefined && vote.state === 'open' && castAt < vote.closesAt && !slot.isSealed) {
          await box.noteRefusal(place, { slot: slotId, channel: 'online', at: castAt, why: 'firstOnPaper' });
          throw new AppError('vote.onPaper');
        }
        if (slot.late?.includes(id)) throw new AppError('vote.over');
        if ((vote.state !== 'open' || castAt >= vote.closesAt) && !slot.isSealed) {
          // Another copy of this request may be slow, or on a machine whose clock is behind: what was refused must not be taken after all.
          const late = [...(slot.late ?? []), id].slice(-mostLate);
          if (await box.write(place, [{ slot: { ...slot, late } }])) throw new AppError('vote.over');
          if (tries < mostTries) return attempt(tries + 1);
        }
        checkCast(vote, slot, viewerId, body, castAt);
        const given = { id, digest, choice, channel: 'online', castAt, personId: viewerId } as const;
        const after = withBallot(vote, slot, given, randomBytes);
        if (await box.write(place, [{ slot: after }])) {
          return receiptOf(vote, after.ballot.leaf, castAt, seqOf(after));
        }
        if (tries >= mostTries) throw new AppError('vote.ballotChanged');
        return attempt(tries + 1);
      };
      return attempt(1);
    },
  };
};
