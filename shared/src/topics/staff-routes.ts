import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, DepartmentId, MeetingId, TicketId, TopicId, VoteId } from '../ids.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
import { StepPlan, Topic, TopicKind, TopicPath, TopicStep } from './contract.ts';
import { topicLimits } from './limits.ts';

const params = z.strictObject({ topicId: TopicId });
const staffErrors = ['access.denied', 'topic.notFound', 'topic.changed', 'topic.stepNotAllowed', 'id.reused'] as const;
/** The version the staff member was looking at: a stale page cannot undo a newer step. */
const seen = { id: ActionId, version: z.int() };

/** What the staff of a community and its street do with topics, and with words that wait for a person. */
export const topicStaffRoutes = {
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
  judgeWords: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/judge',
    summary:
      "Show or take down the topic's words or a voice that waits for a person; an appeal is never decided by its author or by whoever took the words down",
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
        /** Of an appeal: why it was taken down, and what its author says to that. */
        takenDownFor: z.optional(z.string()),
        note: z.optional(z.string()),
        /** False for whoever took down what is appealed, and for its author. */
        mayJudge: z.boolean(),
      }),
    ),
    errors: ['access.denied'],
  }),
};
