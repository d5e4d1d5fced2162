import * as z from 'zod/mini';
import { Instant, pageOf } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { CommunityId, MeetingId, TopicId, VoteId } from '../ids.ts';
import { MeetingCard, MeetingState } from '../meetings/card.ts';
import { TopicCard, TopicStep } from '../topics/contract.ts';
import { VoteCard, VoteState } from '../votes/contract.ts';

/** `mostCounted`: what waits is counted up to here, and then 「99+」. `shown`: of what goes on, the overview shows so many. */
export const hallLimits = { mostCounted: 100, shown: 3, votesLookedAt: 20 } as const;

/** So much waits, up to `mostCounted`; `dueAt` is the nearest date by which some of it must be done. */
export const Waiting = z.object({ count: z.int(), dueAt: z.optional(Instant) });
export type Waiting = z.output<typeof Waiting>;

/** What waits for the staff of a community, by kind. */
export const HallWaiting = z.object({
  /** Requests to be bound to a household. */
  claims: Waiting,
  /** Words of topics, discussions and objections that wait for a person; of the last a page is counted. */
  held: Waiting,
  /** Topics with enough support, to be taken up or refused. */
  answers: Waiting,
  /** Topics of which the present step is late. */
  lateSteps: Waiting,
  /** Sheets of paper that a second person has to confirm. */
  paper: Waiting,
  /** Votes that are closed and have to be settled and counted. */
  counts: Waiting,
  /** Counted votes of which the result has to be posted. */
  results: Waiting,
  /** Objections to a result, until the end of the posting. */
  objections: Waiting,
  /** Meetings that are over and whose minutes are not written or not signed by both, corrections too. */
  minutes: Waiting,
  /** Meetings that begin today, in China. */
  meetingsToday: Waiting,
});
export type HallWaiting = z.output<typeof HallWaiting>;

const topicShape = {
  id: TopicId,
  title: z.optional(z.string()),
  supports: z.int(),
  threshold: z.int(),
  step: z.optional(TopicStep),
  dueAt: z.optional(Instant),
  isLate: z.boolean(),
};
const DeskTopic = z.object(topicShape);

export const HallDesk = z.object({
  waiting: HallWaiting,
  /** The newest of each, at most a page; of those to be answered all that were counted, the first due first. */
  topics: z.object({ proposed: z.array(DeskTopic), supported: z.array(DeskTopic), underway: z.array(DeskTopic) }),
  /** Those to come or going on, the next first, then those whose minutes wait, the last first. */
  meetings: z.array(
    z.object({
      id: MeetingId,
      title: z.string(),
      state: MeetingState,
      startsAt: Instant,
      minutesState: MeetingCard.shape.minutesState,
    }),
  ),
  /** Those that are not over, the newest first; with the sheets and the objections that wait. */
  votes: z.array(
    z.object({
      id: VoteId,
      title: z.string(),
      state: VoteState,
      opensAt: Instant,
      closesAt: Instant,
      sheets: z.int(),
      objections: z.int(),
    }),
  ),
  hasRoll: z.boolean(),
});
export type HallDesk = z.output<typeof HallDesk>;

export const HallOverview = z.object({
  /** Votes that are open, announced or posted, what closes first first; with my standing and the turnout. */
  votes: z.array(VoteCard),
  /** Meetings to come, the next first. */
  meetings: z.array(MeetingCard),
  /** The first page of all topics, the newest first; it goes on with `listTopics`. */
  topics: pageOf(TopicCard),
});
export type HallOverview = z.output<typeof HallOverview>;

export const hallRoutes = {
  getHallOverview: defineRoute({
    method: 'GET',
    path: '/v1/hall',
    summary:
      'What goes on in 议事厅 of a community: open votes and my standing in them, coming meetings, the newest topics',
    access: 'anyone',
    query: z.strictObject({ communityId: CommunityId }),
    response: HallOverview,
    errors: ['community.notFound'],
  }),
  getHallDesk: defineRoute({
    method: 'GET',
    path: '/v1/staff/hall',
    summary:
      'What waits for the staff of a community in 议事厅, by number and nearest date, each counted up to a hundred',
    access: 'staff',
    query: z.strictObject({ communityId: CommunityId }),
    response: HallDesk,
    errors: ['access.denied', 'community.notFound'],
  }),
};
