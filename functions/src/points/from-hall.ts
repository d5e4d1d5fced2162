import { communityOf, type MeetingId, type PersonId } from '@suishoupai/shared/ids';
import type { SignedIn } from '../meetings/attendance-store.ts';
import type { BoxStore } from '../votes/box-store.ts';
import type { VoteRecord } from '../votes/record.ts';
import { boxOf } from '../votes/rolls.ts';
import { transferIdFor } from './derived-id.ts';
import { type EarningDeps, makeEarnBy } from './earnings.ts';

/** Whoever signed in, in the hall or on line, was there; a name on paper has no book. */
export const makeMeetingEarnings = (deps: EarningDeps) => {
  const earnBy = makeEarnBy(deps);
  return async (meetingId: MeetingId, { personId, at }: SignedIn): Promise<void> => {
    const id = transferIdFor(at, 'meeting', meetingId, personId);
    const cause = { kind: 'meeting', id: meetingId } as const;
    await earnBy('meeting', { id, communityId: communityOf(meetingId), personId, cause, at });
  };
};

/** A vote of 8,000 electors is given in about twenty seconds so, well within the minute that one record of the stream may take. */
const atOnce = 25;

/**
 * Taking part earns, whatever the choice, once for each person and vote however often they changed their ballot. All get it when the vote is
 * counted, with the time at which voting ended: no line of a book tells when somebody voted, so none can be laid beside the log of ballots.
 */
export const makeVoteEarnings = ({ ballots, ...deps }: EarningDeps & { ballots: Pick<BoxStore, 'slots'> }) => {
  const earnBy = makeEarnBy(deps);
  return async (vote: VoteRecord): Promise<void> => {
    const box = boxOf(vote);
    if (vote.counted === undefined || box === undefined) return;
    const { id: voteId, communityId, closesAt: at } = vote;
    const slots = await ballots.slots(box, true);
    const cast = slots.map(({ ballot }) => ballot?.personId).filter((id): id is PersonId => id !== undefined);
    const people = [...new Set(cast)];
    for (let from = 0; from < people.length; from += atOnce) {
      const earned = people.slice(from, from + atOnce).map((personId) => {
        const id = transferIdFor(at, 'vote', voteId, personId);
        return earnBy('vote', { id, communityId, personId, cause: { kind: 'vote', id: voteId }, at });
      });
      await Promise.all(earned);
    }
  };
};
