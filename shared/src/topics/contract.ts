import * as z from 'zod/mini';
import { Instant, text } from '../contract/fields.ts';
import { ActionId, CommunityId, EventId, MediaId, MeetingId, TicketId, TopicId, VoteId } from '../ids.ts';
import { topicLimits } from './limits.ts';
import { topicKinds, topicPaths } from './paths.ts';

export const TopicKind = z.enum(topicKinds);
export const TopicPath = z.enum(['seven', 'fast']);
export const TopicStep = z.enum([...new Set([...topicPaths.seven, ...topicPaths.fast])]);

/**
 * `proposed` collects support; `supported` has enough and must be answered by `answerBy`; `underway` walks its path; `done` ended it.
 * `refused`, `lapsed` (too little support in time) and `withdrawn` ended before the path.
 */
export const topicStates = ['proposed', 'supported', 'underway', 'done', 'refused', 'lapsed', 'withdrawn'] as const;
export const TopicState = z.enum(topicStates);
export type TopicState = z.output<typeof TopicState>;

/** A calendar day in China, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** 定人 定责 定时 定效: who does a step, what for, until which day, with what effect; `doneAt` once it was done. */
export const StepPlan = z.object({
  step: TopicStep,
  who: text(1, 40),
  duty: text(1, topicLimits.effect),
  dueOn: Day,
  effect: text(1, topicLimits.effect),
  doneAt: z.optional(Instant),
  isLate: z.optional(z.boolean()),
});
export type StepPlan = z.output<typeof StepPlan>;

/** One line of a topic's trace. `who` is a post or 居民, never a private name. */
export const TopicEvent = z.object({
  id: EventId,
  at: Instant,
  what: z.enum([
    'propose',
    'support',
    'takeUp',
    'refuse',
    'lapse',
    'withdraw',
    'plan',
    'step',
    'announce',
    'summary',
    'meeting',
    'vote',
    'ticket',
    'answerLate',
    'stepLate',
  ]),
  who: z.string(),
  step: z.optional(TopicStep),
  words: z.optional(z.string()),
});
export type TopicEvent = z.output<typeof TopicEvent>;

export const TopicCard = z.object({
  id: TopicId,
  communityId: CommunityId,
  kind: TopicKind,
  path: TopicPath,
  state: TopicState,
  /** Absent while it waits for the safety check. */
  title: z.optional(z.string()),
  proposedAt: Instant,
  /** A lower bound that follows within seconds; exact once the threshold is met. */
  supports: z.int(),
  threshold: z.int(),
  /** Until when it collects support, has to be answered, or has to do its present step. */
  dueAt: z.optional(Instant),
  isLate: z.boolean(),
  step: z.optional(TopicStep),
  stepsDone: z.int(),
  /** A vote or a meeting that is open or next. */
  vote: z.optional(z.object({ id: VoteId, closesAt: Instant, isOpen: z.boolean() })),
  meeting: z.optional(z.object({ id: MeetingId, startsAt: Instant })),
});
export type TopicCard = z.output<typeof TopicCard>;

/** A notice before a decision (会前公告): what will be discussed or voted on. What is not in `matters` cannot be voted on. */
export const Announcement = z.object({
  id: ActionId,
  at: Instant,
  title: z.string(),
  words: z.string(),
  matters: z.array(z.string()),
});
export type Announcement = z.output<typeof Announcement>;

/** Words of mine that somebody took down: why, and whether I can still ask for another look (申诉), which is once. */
export const TakenDown = z.object({ at: Instant, note: z.optional(z.string()), canAppeal: z.boolean() });
export type TakenDown = z.output<typeof TakenDown>;

/** A ticket that stands behind a topic (`from`) or was made of its decision (`to`), as it is now. */
export const TopicTicket = z.object({
  ticketId: TicketId,
  link: z.enum(['from', 'to']),
  title: z.optional(z.string()),
  /** A state of the ticket loop; `requested` until the ticket stands. */
  state: z.string(),
  department: z.optional(z.string()),
  dueAt: z.optional(Instant),
  stars: z.optional(z.int()),
  isLate: z.boolean(),
  /** Small pictures of the place as it was reported and as it was left, once they may be seen. */
  before: z.optional(z.string()),
  after: z.optional(z.string()),
});
export type TopicTicket = z.output<typeof TopicTicket>;

/** `stars`: their average to one decimal; 0 while nobody rated. */
export const Ratings = z.object({ count: z.int(), stars: z.number().check(z.gte(0), z.lte(5)) });

export const Topic = z.object({
  ...TopicCard.shape,
  version: z.int(),
  words: z.optional(z.string()),
  photos: z.array(z.object({ id: MediaId, url: z.string(), thumb: z.string() })),
  isMine: z.boolean(),
  /** Its words wait for the safety check or for a person; said to those alone who see them. */
  isHeld: z.boolean(),
  /** For its proposer. */
  takenDown: z.optional(TakenDown),
  isSupported: z.boolean(),
  /** What this viewer may do now. */
  may: z.array(
    z.enum([
      'support',
      'withdraw',
      'comment',
      'takeUp',
      'refuse',
      'plan',
      'announce',
      'summarise',
      'step',
      'ticket',
      'meeting',
      'vote',
      'rate',
    ]),
  ),
  refusal: z.optional(z.string()),
  steps: z.array(StepPlan),
  announcements: z.array(Announcement),
  summary: z.optional(z.object({ words: z.string(), at: Instant, who: z.string() })),
  /** Why the present step cannot be done yet, in plain words. */
  missing: z.array(z.string()),
  meetings: z.array(z.object({ id: MeetingId, title: z.string(), startsAt: Instant, isSigned: z.boolean() })),
  votes: z.array(z.object({ id: VoteId, title: z.string(), state: z.string(), closesAt: Instant })),
  tickets: z.array(TopicTicket),
  ratings: Ratings,
  myStars: z.optional(z.int()),
  events: z.array(TopicEvent),
});
export type Topic = z.output<typeof Topic>;

export const Stance = z.enum(['for', 'against', 'question', 'none']);
export type Stance = z.output<typeof Stance>;
export const Reaction = z.enum(['agree', 'thanks', 'doubt']);
export type Reaction = z.output<typeof Reaction>;

/** A voice in the discussion. Replies hang on a first-level voice and have no replies of their own. */
export const Voice = z.object({
  id: ActionId,
  at: Instant,
  /** 「居民」, 「提议人」, a building (「3 栋居民」) where the rule shows it, or a post. */
  author: z.string(),
  stance: Stance,
  /** Absent while it waits for the safety check or when taken down, unless it is the viewer's own. */
  text: z.optional(z.string()),
  replyTo: z.optional(ActionId),
  isMine: z.boolean(),
  safety: z.enum(['pending', 'pass', 'held', 'hidden', 'flagged', 'appealed']),
  /** For its author. */
  takenDown: z.optional(TakenDown),
  /** How many replies others can read, as last counted; follows within seconds. */
  replies: z.int(),
  reactions: z.record(Reaction, z.int()),
  myReaction: z.optional(Reaction),
});
export type Voice = z.output<typeof Voice>;
