import { Instant } from '@suishoupai/shared/contract/fields';
import {
  CommunityId,
  DepartmentId,
  GridId,
  MediaId,
  MeetingId,
  PersonId,
  StreetId,
  TicketId,
  TopicId,
  VoteId,
} from '@suishoupai/shared/ids';
import { Point } from '@suishoupai/shared/places/contract';
import { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import {
  Announcement,
  StepPlan,
  TopicCard as TopicCardView,
  TopicEvent as TopicEventView,
  TopicKind,
  TopicPath,
  TopicState,
  TopicStep,
} from '@suishoupai/shared/topics/contract';
import * as z from 'zod/mini';
import { Safety } from '../tickets/record.ts';
import { Appeal, Judged } from './judgement.ts';

/** One line of the trace, never changed once written. `digest` tells a repeat from a reuse of its id. */
const Event = z.object({ ...TopicEventView.shape, personId: z.optional(PersonId), digest: z.string() });
export type TopicEvent = z.output<typeof Event>;

/** A ticket that was ordered: all that it takes to enter it, whatever has changed by then. */
export const TicketOrder = z.object({
  ticketId: TicketId,
  at: Instant,
  by: z.object({ personId: PersonId, label: z.string() }),
  categoryCode: CategoryCode,
  department: z.optional(z.object({ id: DepartmentId, name: z.string() })),
  words: z.string(),
  basis: z.union([VoteId, MeetingId, z.literal('committee')]),
  place: z.object({ point: Point, label: z.string() }),
  grid: z.optional(z.object({ id: GridId, name: z.string() })),
});
export type TicketOrder = z.output<typeof TicketOrder>;

const next = TopicCardView.shape;

export const TopicRecord = z.object({
  id: TopicId,
  communityId: CommunityId,
  streetId: StreetId,
  kind: TopicKind,
  path: TopicPath,
  state: TopicState,
  title: z.string(),
  words: z.string(),
  photoIds: z.array(MediaId),
  proposerId: PersonId,
  proposedAt: Instant,
  fromTicketId: z.optional(TicketId),
  /** Counts every write: whoever writes has seen the one before. */
  rev: z.int(),
  /** Counts what makes a page stale; what the clock, supporters or moderators write does not. */
  version: z.int(),
  /** As they were set when it was proposed. */
  threshold: z.int(),
  answerDays: z.int(),
  supportUntil: Instant,
  /** As last counted. */
  supports: z.int(),
  /** Somebody besides the proposer supports it: it is no longer theirs alone to take back. */
  isBacked: z.boolean(),
  answerBy: z.optional(Instant),
  isAnswerLate: z.boolean(),
  /** The present step. */
  step: z.optional(TopicStep),
  steps: z.array(StepPlan),
  takenUpAt: z.optional(Instant),
  endedAt: z.optional(Instant),
  refusal: z.optional(z.string()),
  announcements: z.array(Announcement),
  summary: z.optional(z.object({ words: z.string(), at: Instant, who: z.string() })),
  /** The committee's own, on the fast path. */
  decision: z.optional(z.object({ words: z.string(), at: Instant, who: z.string() })),
  orders: z.array(TicketOrder),
  /** What the card shows of votes and meetings; which there are, they know themselves. */
  vote: next.vote,
  meeting: next.meeting,
  safety: Safety,
  judged: z.optional(Judged),
  appeal: z.optional(Appeal),
  /** Until when it collects support, has to be answered, or has to do its present step; and when the sweep has to look. */
  dueAt: z.optional(Instant),
  wakeAt: z.optional(Instant),
  events: z.array(Event),
});
export type TopicRecord = z.output<typeof TopicRecord>;

/** What a list carries of a topic. */
export const TopicCardRecord = z.object({
  ...TopicCardView.shape,
  title: z.string(),
  proposerId: PersonId,
  streetId: StreetId,
  safety: Safety,
});
export type TopicCardRecord = z.output<typeof TopicCardRecord>;

export const isTopicShown = ({ safety }: Pick<TopicRecord, 'safety'>): boolean =>
  safety === 'pass' || safety === 'flagged';

/** Late with its answer or with its present step, as the sweep has marked it. */
export const isTopicLate = ({ state, step, steps, isAnswerLate }: TopicRecord): boolean =>
  state === 'supported'
    ? isAnswerLate
    : state === 'underway' && steps.some((plan) => plan.step === step && plan.isLate === true);

export const cardOfTopic = (topic: TopicRecord): TopicCardRecord => ({
  id: topic.id,
  communityId: topic.communityId,
  streetId: topic.streetId,
  kind: topic.kind,
  path: topic.path,
  state: topic.state,
  title: topic.title,
  proposerId: topic.proposerId,
  safety: topic.safety,
  proposedAt: topic.proposedAt,
  supports: topic.supports,
  threshold: topic.threshold,
  dueAt: topic.dueAt,
  isLate: isTopicLate(topic),
  step: topic.step,
  stepsDone: topic.steps.filter(({ doneAt }) => doneAt !== undefined).length,
  vote: topic.vote,
  meeting: topic.meeting,
});
