import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, DepartmentId, GridId, PersonId, TicketId } from '../ids.ts';
import { NoticeId, NoticeKind, SubscriptionTemplate } from '../notices/contract.ts';

/** What a person may do beyond a resident's rights, and where. */
export const Grant = z.discriminatedUnion('role', [
  z.object({
    role: z.literal('departmentStaff'),
    communityId: CommunityId,
    departmentId: DepartmentId,
    label: text(1, 40),
  }),
  z.object({ role: z.literal('gridWorker'), communityId: CommunityId, gridId: GridId, label: text(1, 40) }),
  z.object({ role: z.literal('communityStaff'), communityId: CommunityId, label: text(1, 40) }),
]);
export type Grant = z.output<typeof Grant>;

export const Me = z.object({ id: PersonId, grants: z.array(Grant) });
export type Me = z.output<typeof Me>;

export const Notice = z.object({
  id: NoticeId,
  at: Instant,
  kind: NoticeKind,
  title: z.string(),
  text: z.string(),
  ticketId: TicketId,
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
    body: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(128)) }),
    response: Session,
    errors: ['session.codeInvalid', 'session.riskyUser', 'session.tooFrequent', 'wechat.unavailable'],
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
    response: z.object({ remaining: z.record(SubscriptionTemplate, z.int()) }),
    errors: ['id.reused'],
  }),
};
