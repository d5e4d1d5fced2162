import type { ItemChange } from '../dynamo/memory-items.ts';
import { patrolOf } from '../fieldwork/patrol-store.ts';
import type { Log } from '../log.ts';
import { signedInOf } from '../meetings/attendance-store.ts';
import { makeCheckStaffWords } from '../moderation/staff-words.ts';
import { makeTell } from '../notices/tell.ts';
import { makeCheckpointing } from '../points/checkpointing.ts';
import { makeCorrectionFollower } from '../points/correction-follower.ts';
import { makeLapseCorrections } from '../points/corrections.ts';
import { makeMeetingEarnings, makeVoteEarnings } from '../points/from-hall.ts';
import { makePatrolEarnings } from '../points/from-patrols.ts';
import { makeTicketEarnings } from '../points/from-tickets.ts';
import { makeHonoursFollower } from '../points/honours-follower.ts';
import { makeLedger } from '../points/ledger.ts';
import { makeRulesOf } from '../points/rules.ts';
import { makeDailyBooks } from '../points/sweep.ts';
import { makeEnd } from '../rewards/ending.ts';
import { makeOrderFollower } from '../rewards/follower.ts';
import { staffWordsInRewards } from '../rewards/staff-words.ts';
import { makeOrderSweep } from '../rewards/sweep.ts';
import type { Stores } from '../stores.ts';
import { ticketMovedOn } from '../tickets/follower.ts';
import { followTimebankOn, sweepTimebankOn } from '../timebank/wiring.ts';
import { makeVolunteeringFollower } from '../volunteering/follower.ts';
import { staffWordsInActivities } from '../volunteering/staff-words.ts';
import { makeSigner } from '../votes/signer.ts';
import { voteOf } from '../votes/store.ts';
import type { WeChat } from '../wechat/client.ts';

type Deps = { stores: Stores; wechat: Pick<WeChat, 'checkText'>; now: () => Date };

const tellOn = (stores: Stores) => makeTell({ ...stores, followersOf: async () => [] });

/**
 * What earns, of a change of a ticket or in 议事厅, and what follows from a change of points. Each part looks at the items that are its own
 * and does again without harm what it has done already, so a record that comes twice changes nothing.
 */
export const makePointsFollower = ({ stores, wechat }: Deps) => {
  const deps = { ledger: makeLedger(stores.ledger), rulesOf: makeRulesOf(stores) };
  const followTicket = makeTicketEarnings(deps);
  const followPatrol = makePatrolEarnings(deps);
  const followMeeting = makeMeetingEarnings(deps);
  const followVote = makeVoteEarnings({ ...deps, ballots: stores.ballots });
  const tell = tellOn(stores);
  const followVolunteering = makeVolunteeringFollower({ ...stores, ...deps, tell });
  const followCorrection = makeCorrectionFollower({ ...stores, tell });
  const followHonours = makeHonoursFollower(stores);
  const followOrder = makeOrderFollower({ tell: (notice, personId) => tell(notice, { personIds: [personId] }) });
  const checkStaffWords = makeCheckStaffWords({ ...stores, wechat, tell });
  const followTimebank = followTimebankOn({ stores, wechat, tell });
  return async (change: ItemChange): Promise<void> => {
    const { before, after } = change;
    if (after === undefined) return;
    const moved = ticketMovedOn(change);
    if (moved !== undefined) await followTicket(moved.ticket, moved.seen);
    const patrol = patrolOf(after);
    if (patrol !== undefined) await followPatrol(patrol);
    const signed = signedInOf(after);
    if (signed !== undefined) await followMeeting(signed.meetingId, signed.signedIn);
    const vote = voteOf(after);
    const isCounted = vote?.counted !== undefined && (before === undefined || voteOf(before)?.counted === undefined);
    if (vote !== undefined && isCounted) await followVote(vote);
    await followVolunteering(change);
    for (const words of staffWordsInActivities(change)) await checkStaffWords(words);
    await followCorrection(change);
    await followHonours(change);
    await followOrder(change);
    for (const words of staffWordsInRewards(change)) await checkStaffWords(words);
    await followTimebank(change);
  };
};

/** What the clock does with points; each kind of work counts what it did and what failed. */
export const makePointsSweep = ({ stores, voteKey, log }: { stores: Stores; voteKey: string; log: Log }) => {
  const ledgerStore = stores.ledger;
  const ledger = makeLedger(ledgerStore);
  const checkpointing = makeCheckpointing({ ...stores, ledgerStore, signer: makeSigner(voteKey) });
  const rulesOf = makeRulesOf(stores);
  const sweepBooks = makeDailyBooks({
    ...stores,
    ledgerStore,
    ledger,
    rulesOf,
    checkpointing,
    log,
  });
  const sweepTimebank = sweepTimebankOn({ stores, tell: tellOn(stores), log });
  const lapseCorrections = makeLapseCorrections(stores);
  const sweepOrders = makeOrderSweep({ ...stores, end: makeEnd({ ...stores, ledger }), log });
  return async (now: Date): Promise<Record<string, { done: number; failed: number }>> => ({
    corrections: { done: await lapseCorrections(now), failed: 0 },
    books: await sweepBooks(now),
    orders: await sweepOrders(now),
    ...(await sweepTimebank(now)),
  });
};
