import type { PersonId } from '@suishoupai/shared/ids';
import { noticesOfObjection, noticesOfSlot, noticesOfVote, type VoteNotice } from '@suishoupai/shared/votes/notices';
import type { PeopleStore } from '../people/store.ts';
import type { WeChat } from '../wechat/client.ts';
import { type BoxStore, slotItemOf } from './box-store.ts';
import { type Electors, slotOf } from './electors.ts';
import { type ObjectionRecord, type ObjectionStore, objectionOf } from './objection-store.ts';
import type { VoteRecord } from './record.ts';
import { boxOf } from './rolls.ts';
import { type VoteStore, voteOf } from './store.ts';

type Item = Parameters<typeof voteOf>[0];
/** An item of the deliberations table as it stood before and after; absent when it was not there. */
type Change = { before: Item | undefined; after: Item | undefined };
/** Who is told: people by name, or everyone at the desk of the community. */
export type Addressees = { personIds: PersonId[] } | { desk: 'community'; communityId: string };

type Deps = {
  votes: Pick<VoteStore, 'find'>;
  ballots: Pick<BoxStore, 'findPaper' | 'slots'>;
  voteObjections: Pick<ObjectionStore, 'judge'>;
  electors: Pick<Electors, 'peopleOf'>;
  people: Pick<PeopleStore, 'find'>;
  wechat: Pick<WeChat, 'checkText'>;
  tell: (notice: VoteNotice, addressees: Addressees) => Promise<void>;
};

/** What follows from a change of a vote, a slot or an objection; every other item has no consequence here. Again it comes to the same. */
export const makeVoteFollower = ({ votes, ballots, voteObjections, electors, people, wechat, tell }: Deps) => {
  const peopleIn = async (vote: VoteRecord, isMeant: (slot: string) => boolean): Promise<PersonId[]> =>
    (await electors.peopleOf(vote.communityId, vote.electorate, vote.opened?.at))
      .filter(({ keys }) => keys.some((key) => isMeant(slotOf(vote, key))))
      .map(({ personId }) => personId);

  const addresseesOf = async (vote: VoteRecord, { to }: VoteNotice): Promise<Addressees> => {
    if (to === 'desk') return { desk: 'community', communityId: vote.communityId };
    if (to === 'electors') return { personIds: await peopleIn(vote, () => true) };
    if (to === 'notYetCast') {
      const place = boxOf(vote);
      const slots = place === undefined ? [] : await ballots.slots(place, false);
      const open = new Set(
        slots.filter(({ ballot, paper }) => (ballot ?? paper) === undefined).map(({ slot }) => slot),
      );
      return { personIds: await peopleIn(vote, (slot) => open.has(slot)) };
    }
    return { personIds: 'personId' in to ? [to.personId] : await peopleIn(vote, (slot) => slot === to.slot) };
  };

  const tellAll = async (vote: VoteRecord, notices: readonly VoteNotice[]) => {
    for (const notice of notices) await tell(notice, await addresseesOf(vote, notice));
  };

  const check = async (objection: ObjectionRecord) => {
    const author = await people.find(objection.personId);
    const verdict = author === undefined ? 'held' : await wechat.checkText(author.openid, objection.words);
    await voteObjections.judge(objection, verdict);
  };

  return async ({ before, after }: Change): Promise<void> => {
    if (after === undefined) return;
    const vote = voteOf(after);
    if (vote !== undefined) {
      return tellAll(vote, noticesOfVote({ before: before === undefined ? undefined : voteOf(before), after: vote }));
    }
    const objection = objectionOf(after);
    if (objection !== undefined) {
      if (before === undefined) await check(objection);
      const about = await votes.find(objection.voteId);
      const known = before === undefined ? undefined : objectionOf(before);
      if (about !== undefined) await tellAll(about, noticesOfObjection(about, { before: known, after: objection }));
      return;
    }
    const now = slotItemOf(after);
    if (now?.record.paper === undefined) return;
    const was = before === undefined ? undefined : slotItemOf(before)?.record;
    const about = was?.paper === now.record.paper ? undefined : await votes.find(now.box.voteId);
    const sheet = about === undefined ? undefined : await ballots.findPaper(now.box, now.record.paper);
    if (about === undefined || sheet === undefined) return;
    await tellAll(about, noticesOfSlot(about, { before: was, after: now.record }, sheet.at));
  };
};
