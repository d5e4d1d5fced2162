import { minuteMs } from '@suishoupai/shared/time/units';
import { canonical } from '@suishoupai/shared/votes/canonical';
import { rollHead, signHead } from '@suishoupai/shared/votes/head';
import { rollProblems } from '@suishoupai/shared/votes/roll';
import type { BoxStore } from './box-store.ts';
import type { Electors } from './electors.ts';
import type { VoteRecord } from './record.ts';
import { descriptionOf, rollOf, slotFor } from './rolls.ts';
import { type Signer, sha256 } from './signer.ts';
import type { VoteStore } from './store.ts';

type Deps = {
  votes: Pick<VoteStore, 'write'>;
  box: Pick<BoxStore, 'freeze' | 'slots'>;
  electors: Pick<Electors, 'electorsOf'>;
  signer: Signer;
};

/** Until the turnout is looked at for the first time. */
const firstLookMs = 5 * minuteMs;

/**
 * Freezes the roll into slots and opens the vote on them with a signed head. Each roll has slots of its own, named by its digest: what a
 * run before this one left behind is completed or never looked at, and of two that open at once the first write decides. Throws when
 * there is no roll that a vote could stand on.
 */
export const makeOpening =
  ({ votes, box, electors, signer }: Deps) =>
  async (vote: VoteRecord, now: Date): Promise<boolean> => {
    const at = now.toISOString();
    const slots = (await electors.electorsOf(vote.communityId, vote.electorate, at)).map((elector) =>
      slotFor(vote, elector),
    );
    const roll = rollOf(slots);
    const [problem] = rollProblems(vote.electorate, roll);
    if (problem !== undefined) throw new Error(`${vote.id} cannot open: ${problem.message} (${problem.slot})`);

    const head = rollHead(descriptionOf(vote), roll, at, sha256);
    const place = { voteId: vote.id, roll: head.root.slice(0, 16) };
    await box.freeze(place, slots);
    if (canonical(rollOf(await box.slots(place, true))) !== canonical(roll)) {
      throw new Error(`${vote.id} cannot open: the frozen slots are not the roll`);
    }
    return votes.write({
      ...vote,
      state: 'open',
      opened: {
        at,
        closesAt: vote.closesAt,
        roll: place.roll,
        head: await signHead(head, signer.sign),
        publicKey: signer.publicKey,
      },
      wakeAt: new Date(now.getTime() + firstLookMs).toISOString(),
    });
  };
