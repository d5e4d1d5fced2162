import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, DepartmentId, EventId, MediaId, MeetingId, TicketId, TopicId, VoteId } from '../ids.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
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
  photo: z.optional(z.string()),
});
export type TopicTicket = z.output<typeof TopicTicket>;

export const Topic = z.object({
  ...TopicCard.shape,
  version: z.int(),
  words: z.optional(z.string()),
  photos: z.array(z.object({ id: MediaId, url: z.string(), thumb: z.string() })),
  isMine: z.boolean(),
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
  /** `stars`: their average, rounded; 0 while nobody rated. */
  ratings: z.object({ count: z.int(), stars: z.int() }),
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
  reactions: z.record(Reaction, z.int()),
  myReaction: z.optional(Reaction),
});
export type Voice = z.output<typeof Voice>;

const params = z.strictObject({ topicId: TopicId });
const staffErrors = ['access.denied', 'topic.notFound', 'topic.changed', 'topic.stepNotAllowed', 'id.reused'] as const;
/** The version the staff member was looking at: a stale page cannot undo a newer step. */
const seen = { id: ActionId, version: z.int() };

export const topicRoutes = {
  proposeTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics',
    summary: 'Propose a topic, alone or from a ticket that many have joined; the proposer supports it',
    access: 'person',
    body: z.strictObject({
      id: TopicId,
      kind: TopicKind,
      title: text(4, topicLimits.title),
      words: text(10, topicLimits.words),
      photos: z.optional(z.array(MediaId).check(z.maxLength(topicLimits.photos))),
      ticketId: z.optional(TicketId),
    }),
    response: Topic,
    errors: [
      'community.notFound',
      'ticket.notFound',
      'media.notFound',
      'media.notReady',
      'media.refused',
      'topic.tooMany',
      'id.reused',
    ],
  }),
  listTopics: defineRoute({
    method: 'GET',
    path: '/v1/topics',
    summary: 'The topics of a community, the newest first',
    access: 'anyone',
    query: z.strictObject({
      communityId: CommunityId,
      state: z.optional(z.enum(['proposed', 'supported', 'underway', 'over'])),
      cursor: z.optional(Cursor),
    }),
    response: pageOf(TopicCard),
    errors: ['community.notFound'],
  }),
  getTopic: defineRoute({
    method: 'GET',
    path: '/v1/topics/{topicId}',
    summary:
      'A topic with its path, meetings, votes and tickets: the whole chain from photo to vote to repair to rating',
    access: 'anyone',
    params,
    response: Topic,
    errors: ['topic.notFound'],
  }),
  supportTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/support',
    summary: 'Support a proposal, once per person; at the threshold it must be taken up or refused',
    access: 'person',
    params,
    body: z.strictObject({ id: ActionId }),
    response: z.object({ supports: z.int(), threshold: z.int(), state: TopicState }),
    errors: ['topic.notFound', 'topic.stepNotAllowed', 'household.needed'],
  }),
  withdrawTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/withdraw',
    summary: 'The proposer takes a proposal back while nobody else supports it',
    access: 'person',
    params,
    body: z.strictObject({ id: ActionId }),
    response: Topic,
    errors: ['access.denied', 'topic.notFound', 'topic.stepNotAllowed', 'id.reused'],
  }),
  rateTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/rate',
    summary: 'Rate what came of it (回访评估), 1 to 5 stars, once per person and changeable until it is evaluated',
    access: 'person',
    params,
    body: z.strictObject({
      id: ActionId,
      stars: z.int().check(z.gte(1), z.lte(5)),
      words: z.optional(text(1, topicLimits.note)),
    }),
    response: z.object({ count: z.int(), stars: z.int() }),
    errors: ['topic.notFound', 'topic.stepNotAllowed'],
  }),
  takeUpTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/take-up',
    summary: 'Take a proposal up, with a plan for each step: who, what for, until when, with what effect',
    access: 'staff',
    params,
    body: z.strictObject({
      ...seen,
      kind: TopicKind,
      path: TopicPath,
      steps: z.array(z.omit(StepPlan, { doneAt: true, isLate: true })).check(z.minLength(4), z.maxLength(7)),
    }),
    response: Topic,
    errors: staffErrors,
  }),
  refuseTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/refuse',
    summary: 'Refuse a proposal with a reason that everyone reads',
    access: 'staff',
    params,
    body: z.strictObject({ ...seen, reason: text(5, topicLimits.note) }),
    response: Topic,
    errors: staffErrors,
  }),
  planTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/plan',
    summary:
      'Change who, until when or with what effect for steps that are not done; the change and its reason stay in the trace',
    access: 'staff',
    params,
    body: z.strictObject({
      ...seen,
      steps: z.array(z.omit(StepPlan, { doneAt: true, isLate: true })).check(z.minLength(1), z.maxLength(7)),
      reason: text(2, topicLimits.note),
    }),
    response: Topic,
    errors: staffErrors,
  }),
  announceTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/announce',
    summary: 'Publish a notice of what will be discussed or voted on (会前公告)',
    access: 'staff',
    params,
    body: z.strictObject({
      ...seen,
      title: text(4, topicLimits.title),
      words: text(10, topicLimits.words),
      matters: z.array(text(4, 200)).check(z.minLength(1), z.maxLength(10)),
    }),
    response: Topic,
    errors: staffErrors,
  }),
  summariseTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/summary',
    summary: 'Pin a summary of the discussion; an earlier one stays in the trace',
    access: 'staff',
    params,
    body: z.strictObject({ ...seen, words: text(10, topicLimits.summary) }),
    response: Topic,
    errors: staffErrors,
  }),
  finishStep: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/steps/{step}/finish',
    summary: 'Say that the present step is done; refused while what it must bring is missing, and for any other step',
    access: 'staff',
    params: z.strictObject({ topicId: TopicId, step: TopicStep }),
    body: z.strictObject({
      ...seen,
      words: z.optional(text(2, topicLimits.words)),
      /** The fast path: the committee's decision; the long one: the resolution of signed minutes or a vote in force is found by itself. */
      decision: z.optional(text(5, topicLimits.words)),
    }),
    response: Topic,
    errors: [...staffErrors, 'topic.proofMissing'],
  }),
  orderTicket: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/tickets',
    summary: 'Make a ticket of what was decided: owner and clock as for every ticket',
    access: 'staff',
    params,
    body: z.strictObject({
      ...seen,
      ticketId: TicketId,
      categoryCode: CategoryCode,
      departmentId: z.optional(DepartmentId),
      words: text(5, 500),
      /** What authorises it: a vote in force, signed minutes, or the committee's decision in the trace. */
      basis: z.union([VoteId, MeetingId, z.literal('committee')]),
      place: z.strictObject({
        lng: z.number(),
        lat: z.number(),
        datum: z.enum(['gcj02', 'wgs84']),
        address: z.optional(text(1, 60)),
      }),
    }),
    response: Topic,
    errors: [
      ...staffErrors,
      'category.unknown',
      'department.unknown',
      'department.notAuthorised',
      'place.outside',
      'topic.proofMissing',
    ],
  }),
  listVoices: defineRoute({
    method: 'GET',
    path: '/v1/topics/{topicId}/voices',
    summary: 'The discussion: first-level voices, newest first, or the replies to one, oldest first',
    access: 'anyone',
    params,
    query: z.strictObject({ replyTo: z.optional(ActionId), cursor: z.optional(Cursor) }),
    response: z.object({
      ...pageOf(Voice).shape,
      /** How many of each stance, over all that may be read. */
      stances: z.optional(z.record(Stance, z.int())),
    }),
    errors: ['topic.notFound'],
  }),
  addVoice: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/voices',
    summary: 'Say something, with a stance, or reply; others read it once it has passed the safety check',
    access: 'person',
    params,
    body: z.strictObject({
      id: ActionId,
      stance: Stance,
      text: text(1, topicLimits.comment),
      replyTo: z.optional(ActionId),
    }),
    response: Voice,
    errors: ['topic.notFound', 'topic.stepNotAllowed', 'voice.notFound', 'id.reused'],
  }),
  reactToVoice: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/voices/{voiceId}/reaction',
    summary: 'React to a voice; one reaction per person, the last one counts, absent takes it back',
    access: 'person',
    params: z.strictObject({ topicId: TopicId, voiceId: ActionId }),
    body: z.strictObject({ id: ActionId, reaction: z.optional(Reaction) }),
    response: z.object({ reactions: z.record(Reaction, z.int()), myReaction: z.optional(Reaction) }),
    errors: ['topic.notFound', 'voice.notFound'],
  }),
  flagVoice: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/voices/{voiceId}/flag',
    summary: 'Complain of a voice; three people hide it until somebody looked',
    access: 'person',
    params: z.strictObject({ topicId: TopicId, voiceId: ActionId }),
    body: z.strictObject({
      id: ActionId,
      reason: z.enum(['abuse', 'privacy', 'falsehood', 'advertising', 'other']),
      note: z.optional(text(1, 200)),
    }),
    response: z.object({ isNoted: z.literal(true) }),
    errors: ['topic.notFound', 'voice.notFound', 'topic.stepNotAllowed', 'id.reused'],
  }),
  judgeWords: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/judge',
    summary: "Show or take down the topic's words or a voice that waits for a person",
    access: 'staff',
    params,
    body: z.strictObject({
      id: ActionId,
      item: z.union([ActionId, z.literal('topic')]),
      verdict: z.enum(['pass', 'hidden']),
      note: z.optional(text(1, 200)),
    }),
    response: z.object({ isNoted: z.literal(true) }),
    errors: ['access.denied', 'topic.notFound', 'voice.notFound', 'topic.stepNotAllowed'],
  }),
  listHeldWords: defineRoute({
    method: 'GET',
    path: '/v1/staff/topics/{communityId}/held',
    summary: 'Words of topics and discussions that wait for a person, the longest waiting first',
    access: 'staff',
    params: z.strictObject({ communityId: CommunityId }),
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(
      z.object({
        topicId: TopicId,
        item: z.union([ActionId, z.literal('topic')]),
        text: z.string(),
        at: Instant,
        kind: z.enum(['check', 'flag', 'appeal']),
        reasons: z.array(z.string()),
      }),
    ),
    errors: ['access.denied'],
  }),
};
