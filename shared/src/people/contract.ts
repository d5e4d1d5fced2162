import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import {
  ActionId,
  ActivityId,
  ClaimId,
  CommunityId,
  DepartmentId,
  ExchangeId,
  GridId,
  ListingId,
  MeetingId,
  OrderId,
  PersonId,
  RewardId,
  StreetId,
  SupplierId,
  TicketId,
  TopicId,
  TransferId,
  VoteId,
} from '../ids.ts';
import { NoticeId, NoticeKind, SubscriptionTemplate } from '../notices/contract.ts';

/** AB 角: the A's of a desk are told and do the work; a B steps in while every A is away. */
export const Post = z.enum(['A', 'B']);
export type Post = z.output<typeof Post>;

/** What a person may do beyond a resident's rights, and where. Absent, `post` is A. */
export const Grant = z.discriminatedUnion('role', [
  z.object({
    role: z.literal('departmentStaff'),
    communityId: CommunityId,
    departmentId: DepartmentId,
    label: text(1, 40),
    post: z.optional(Post),
  }),
  z.object({
    role: z.literal('gridWorker'),
    communityId: CommunityId,
    gridId: GridId,
    label: text(1, 40),
    post: z.optional(Post),
  }),
  z.object({
    role: z.literal('communityStaff'),
    communityId: CommunityId,
    label: text(1, 40),
    post: z.optional(Post),
  }),
  /** The street office: watches every department of its communities. */
  z.object({ role: z.literal('coordinator'), streetId: StreetId, label: text(1, 40) }),
  /** A shop that gives out what points are spent on: it sees the orders of its own goods, and of tickets no more than a resident. */
  z.object({ role: z.literal('supplier'), communityId: CommunityId, supplierId: SupplierId, label: text(1, 40) }),
]);
export type Grant = z.output<typeof Grant>;

/** Where a desk stands: in a community, or in the street above it. */
export const Scope = z.union([CommunityId, StreetId]);
export type Scope = z.output<typeof Scope>;

/** `awayUntil`: until then the others of the desk are told instead. */
export const Me = z.object({ id: PersonId, grants: z.array(Grant), awayUntil: z.optional(Instant) });
export type Me = z.output<typeof Me>;

/** Somebody else at a desk of one's own. Labels are posts; where two are alike, a mark of the person is added. */
export const Colleague = z.object({
  personId: PersonId,
  label: z.string(),
  post: Post,
  awayUntil: z.optional(Instant),
});
export type Colleague = z.output<typeof Colleague>;

/**
 * One day on which somebody of the staff looked at what a person is named or placed in: a ticket (`ticketId`), a request to be bound to a
 * household, the roll of owners, a meeting's paper list, a volunteer's record, the number of one of two who disagree over an hour of
 * help, or what the desk of the time bank does for somebody.
 */
export const AccessLogLine = z.object({
  at: Instant,
  who: z.string(),
  what: z.enum(['ticket', 'claim', 'roll', 'attendance', 'points', 'volunteer', 'counter', 'exchange', 'timebank']),
  ticketId: z.optional(TicketId),
});
export type AccessLogLine = z.output<typeof AccessLogLine>;

/** A line of a person's history of consent. */
export const ConsentLine = z.object({ version: z.string(), what: z.enum(['given', 'withdrawn']), at: Instant });
export type ConsentLine = z.output<typeof ConsentLine>;

const Remaining = z.object({ remaining: z.record(SubscriptionTemplate, z.int()) });

export const Notice = z.object({
  id: NoticeId,
  at: Instant,
  kind: NoticeKind,
  title: z.string(),
  text: z.string(),
  /** What it is about: tapping it opens that. */
  about: z.union([
    TicketId,
    TopicId,
    MeetingId,
    VoteId,
    ClaimId,
    ActivityId,
    ListingId,
    ExchangeId,
    RewardId,
    OrderId,
    TransferId,
    /** The books of points of a community. */
    CommunityId,
  ]),
  isRead: z.boolean(),
});
export type Notice = z.output<typeof Notice>;

export const Session = z.object({
  token: z.string(),
  expiresAt: Instant,
  me: Me,
});
export type Session = z.output<typeof Session>;

export const peopleRoutes = {
  signIn: defineRoute({
    method: 'POST',
    path: '/v1/session',
    summary: 'Exchange a wx.login code for a token',
    access: 'anyone',
    body: z.strictObject({
      code: z.string().check(z.minLength(1), z.maxLength(128)),
      /** The version of the privacy policy that the person has just read and agreed to; not sent by a silent renewal. */
      consentVersion: z.optional(z.string().check(z.minLength(1), z.maxLength(20))),
    }),
    response: Session,
    errors: [
      'session.codeInvalid',
      'session.riskyUser',
      'session.tooFrequent',
      'request.tooOften',
      'consent.needed',
      'wechat.unavailable',
    ],
  }),
  getMe: defineRoute({
    method: 'GET',
    path: '/v1/me',
    summary: 'The signed-in person and what they may do',
    access: 'person',
    response: Me,
    errors: [],
  }),
  listNotices: defineRoute({
    method: 'GET',
    path: '/v1/me/notices',
    summary: 'The in-app inbox, newest first',
    access: 'person',
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(Notice),
    errors: [],
  }),
  readNotices: defineRoute({
    method: 'POST',
    path: '/v1/me/notices/read',
    summary: 'Mark everything up to and including one notice as read',
    access: 'person',
    body: z.strictObject({ upTo: NoticeId }),
    response: z.object({ readUpTo: z.string() }),
    errors: [],
  }),
  addSubscriptions: defineRoute({
    method: 'POST',
    path: '/v1/me/subscriptions',
    summary: 'Record that the person allowed one more message of each named template (WeChat: one accept, one message)',
    access: 'person',
    body: z.strictObject({
      id: ActionId,
      accepted: z.array(SubscriptionTemplate).check(z.minLength(1), z.maxLength(5)),
    }),
    response: Remaining,
    errors: ['id.reused'],
  }),
  getSubscriptions: defineRoute({
    method: 'GET',
    path: '/v1/me/subscriptions',
    summary: 'How many messages of each template may still be sent',
    access: 'person',
    response: Remaining,
    errors: [],
  }),
  listConsents: defineRoute({
    method: 'GET',
    path: '/v1/me/consents',
    summary: 'When the person agreed to which version of the privacy policy, or took it back; newest first',
    access: 'person',
    response: z.object({ items: z.array(ConsentLine) }),
    errors: [],
  }),
  withdrawConsent: defineRoute({
    method: 'POST',
    path: '/v1/me/consent/withdraw',
    summary: 'Take the consent back: no token is given from then on, until the person agrees again',
    access: 'person',
    body: z.strictObject({ id: ActionId }),
    response: z.object({ items: z.array(ConsentLine) }),
    errors: [],
  }),
  listAccessLog: defineRoute({
    method: 'GET',
    path: '/v1/me/access-log',
    summary: 'Which staff looked at what the person reported, newest day first; kept for three years',
    access: 'person',
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(AccessLogLine),
    errors: [],
  }),
  setAway: defineRoute({
    method: 'POST',
    path: '/v1/staff/away',
    summary: 'Be away from all own desks until a time at most 60 days ahead, or back (null)',
    access: 'staff',
    body: z.strictObject({ id: ActionId, until: z.nullable(Instant) }),
    response: Me,
    errors: ['id.reused'],
  }),
  listColleagues: defineRoute({
    method: 'GET',
    path: '/v1/staff/colleagues',
    summary: 'The others at a desk of one’s own, to hand a ticket over to',
    access: 'staff',
    query: z.strictObject({ scope: Scope, desk: z.string().check(z.minLength(1), z.maxLength(40)) }),
    response: z.object({ items: z.array(Colleague) }),
    errors: ['access.denied'],
  }),
};
