import type { Stores } from '../src/stores.ts';
import type { HallChange } from '../src/topics/follower.ts';
import { votePk } from '../src/votes/store.ts';

type Streamed = Pick<Stores, 'votes' | 'ballots' | 'voteObjections'>;
type Vote = Parameters<Stores['votes']['write']>[0];
type Box = Parameters<Stores['ballots']['write']>[0];
type Objection = Parameters<Stores['voteObjections']['add']>[0];

/** The stream's part for votes, their slots and objections: what follows from a write is done before the writer is answered. */
export const streamedVotes = <Some extends Streamed>(
  stores: Some,
  follow: (change: HallChange) => Promise<void>,
): Some => {
  const { votes, ballots, voteObjections } = stores;
  const itemOf = (vote: Vote | undefined) => vote && { ...vote, pk: votePk(vote.id), sk: 'vote' };
  const slotItem = async ({ voteId, roll }: Box, slot: string) => {
    const record = await ballots.findSlot({ voteId, roll }, slot);
    return record && { ...record, pk: votePk(voteId), sk: `slot#${roll}#${slot}` };
  };
  const objectionItem = (objection: Objection | undefined) =>
    objection && { ...objection, pk: votePk(objection.voteId), sk: `objection#${objection.id}` };
  return {
    ...stores,
    votes: {
      ...votes,
      announce: async (vote) => {
        const before = await votes.find(vote.id);
        const standing = await votes.announce(vote);
        if (before === undefined) await follow({ before: undefined, after: itemOf(standing) });
        return standing;
      },
      write: async (after) => {
        const before = await votes.find(after.id);
        const isApplied = await votes.write(after);
        if (isApplied) await follow({ before: itemOf(before), after: itemOf(after) });
        return isApplied;
      },
    },
    ballots: {
      ...ballots,
      write: async (box, changes) => {
        const slots = changes.flatMap((change) => ('slot' in change ? [change.slot.slot] : []));
        const before = await Promise.all(slots.map((slot) => slotItem(box, slot)));
        const isApplied = await ballots.write(box, changes);
        if (!isApplied) return false;
        for (const [i, slot] of slots.entries()) await follow({ before: before[i], after: await slotItem(box, slot) });
        return true;
      },
    },
    voteObjections: {
      ...voteObjections,
      add: async (objection) => {
        const before = await voteObjections.find(objection.voteId, objection.id);
        const standing = await voteObjections.add(objection);
        if (before === undefined) await follow({ before: undefined, after: objectionItem(standing) });
        return standing;
      },
      answer: async (voteId, id, answer) => {
        const before = await voteObjections.find(voteId, id);
        const standing = await voteObjections.answer(voteId, id, answer);
        await follow({ before: objectionItem(before), after: objectionItem(standing) });
        return standing;
      },
    },
  };
};
