import { type HallDesk, hallLimits, type Waiting } from '@suishoupai/shared/hall/contract';
import type { CommunityId } from '@suishoupai/shared/ids';
import type { MeetingCard } from '@suishoupai/shared/meetings/card';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { VoteCard } from '@suishoupai/shared/votes/contract';
import { makeClerkOf } from '../households/access.ts';
import type { ClaimStore } from '../households/claim-store.ts';
import type { RollStore } from '../households/roll-store.ts';
import type { Viewer } from '../http/handlers.ts';
import type { MeetingStore } from '../meetings/store.ts';
import type { PlacesService } from '../places/service.ts';
import type { TopicCardRecord } from '../topics/record.ts';
import type { TopicStore } from '../topics/store.ts';
import type { VoiceStore } from '../topics/voice-store.ts';
import type { BoxStore } from '../votes/box-store.ts';
import type { ObjectionStore } from '../votes/objection-store.ts';
import { boxOf } from '../votes/rolls.ts';
import type { VoteStore } from '../votes/store.ts';

type Deps = {
  claims: Pick<ClaimStore, 'waiting'>;
  rolls: Pick<RollStore, 'current'>;
  topics: Pick<TopicStore, 'list' | 'listWaiting'>;
  voices: Pick<VoiceStore, 'listWaiting'>;
  meetings: Pick<MeetingStore, 'list'>;
  votes: Pick<VoteStore, 'list' | 'find'>;
  ballots: Pick<BoxStore, 'ledger'>;
  voteObjections: Pick<ObjectionStore, 'all' | 'held'>;
  places: Pick<PlacesService, 'getCommunity'>;
};

/** A desk may be a moment old, as its lists are. */
const lately = { consistent: false };

const { mostCounted, votesLookedAt } = hallLimits;
const bound = (count: number): number => Math.min(count, mostCounted);

const waiting = (all: readonly (string | undefined)[]): Waiting => {
  const dates = all.filter((dueAt) => dueAt !== undefined).toSorted();
  return { count: bound(all.length), ...(dates[0] === undefined ? {} : { dueAt: dates[0] }) };
};
const soonest = ({ dueAt = '9' }: TopicCardRecord) => dueAt;

const isOver = ({ state }: VoteCard) => state === 'final' || state === 'cancelled';
const isHeld = ({ state }: MeetingCard) => state === 'ended' || state === 'signed';
/** Whether minutes are still to be written or signed, be it a correction. */
const lacksMinutes = (meeting: MeetingCard) => isHeld(meeting) && meeting.minutesState !== 'signed';

/** What of an open, closed or posted vote waits for the staff. */
type Work = { sheets: number; objections: number; until?: string | undefined };

/**
 * The council's desk in one answer. Reads: ten lists, a page each, the roll, and two or three small ones for each of at most twenty votes that
 * are open, closed or posted.
 */
export const makeHallDesk = (deps: Deps) => {
  const { claims, rolls, topics, voices, meetings, votes, ballots, voteObjections, places } = deps;
  const clerkOf = makeClerkOf(places);

  const workOf = async ({ id, state }: VoteCard): Promise<Work> => {
    const vote = state === 'announced' || state === 'counted' ? undefined : await votes.find(id, lately);
    const place = vote && boxOf(vote);
    if (vote === undefined || place === undefined) return { sheets: 0, objections: 0 };
    if (state !== 'published') return { sheets: (await ballots.ledger(place)).waiting, objections: 0 };
    const open = (await voteObjections.all(id)).filter(({ answer }) => answer === undefined);
    return { sheets: 0, objections: open.length, until: vote.published?.until };
  };

  return async (viewer: Viewer, communityId: CommunityId, now: Date): Promise<HallDesk> => {
    await clerkOf(viewer, communityId, now);
    const at = now.toISOString();
    const group = (name: 'proposed' | 'supported' | 'underway', limit?: number) =>
      topics.list({ communityId, group: name, limit });
    const [asked, words, said, objected, proposed, supported, underway, coming, past, listed, roll] = await Promise.all(
      [
        claims.waiting(communityId, undefined, mostCounted),
        topics.listWaiting(communityId, ' ', mostCounted),
        voices.listWaiting(communityId, ' ', mostCounted),
        voteObjections.held(communityId),
        group('proposed'),
        group('supported', mostCounted),
        group('underway', mostCounted),
        meetings.list({ communityId, when: 'coming', now: at }),
        meetings.list({ communityId, when: 'past', now: at }),
        votes.list(communityId),
        rolls.current(communityId, lately),
      ],
    );
    const running = listed.items.filter((vote) => !isOver(vote));
    const works = await Promise.all(running.slice(0, votesLookedAt).map(workOf));
    const work = (i: number): Work => works[i] ?? { sheets: 0, objections: 0 };
    const inState = (state: VoteCard['state']) => running.filter((vote) => vote.state === state);
    const isLate = ({ isLate: marked, dueAt }: TopicCardRecord) => marked || (dueAt !== undefined && dueAt <= at);
    const topicLine = (card: TopicCardRecord) => {
      const { id, title, supports, threshold, step, dueAt } = card;
      return { id, title, supports, threshold, step, dueAt, isLate: isLate(card) };
    };
    const called = [...coming.items, ...past.items].filter(({ state }) => state !== 'cancelled');
    const unsigned = called.filter(lacksMinutes);
    const open = called.filter((meeting) => !isHeld(meeting));
    const today = open.filter(({ startsAt }) => chinaDay(startsAt) === chinaDay(at));
    const objectionsDue = works.flatMap(({ objections, until }) => Array.from({ length: objections }, () => until));
    const sheets = works.reduce((sum, each) => sum + each.sheets, 0);
    return {
      waiting: {
        claims: { count: bound(asked.ids.length) },
        held: { count: bound(words.length + said.length + objected.items.length) },
        answers: waiting(supported.items.map(({ dueAt }) => dueAt)),
        lateSteps: waiting(underway.items.filter(isLate).map(({ dueAt }) => dueAt)),
        paper: { count: bound(sheets) },
        counts: { count: bound(inState('closed').length) },
        results: { count: bound(inState('counted').length) },
        objections: waiting(objectionsDue),
        minutes: { count: bound(unsigned.length) },
        meetingsToday: waiting(today.map(({ startsAt }) => startsAt)),
      },
      topics: {
        proposed: proposed.items.map(topicLine),
        supported: supported.items.toSorted((a, b) => (soonest(a) < soonest(b) ? -1 : 1)).map(topicLine),
        underway: underway.items.map(topicLine),
      },
      meetings: [...open, ...unsigned].map(({ id, title, state, startsAt, minutesState }) => {
        return { id, title, state, startsAt, minutesState };
      }),
      votes: running.map(({ id, title, state, opensAt, closesAt }, i) => {
        const { sheets: own, objections } = work(i);
        return { id, title, state, opensAt, closesAt, sheets: own, objections };
      }),
      hasRoll: roll !== undefined,
    };
  };
};
