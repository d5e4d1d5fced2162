import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, MediaId, MeetingId, TopicId } from '../ids.ts';
import { meetingLimits } from './limits.ts';

/** 民情恳谈会、事务协调会、工作听证会、成效评议会、四方联席会议、协同治理委员会. */
export const MeetingKind = z.enum(['hearth', 'mediation', 'hearing', 'appraisal', 'joint', 'council']);
export type MeetingKind = z.output<typeof MeetingKind>;

/**
 * `announced` → `inSession` (sign-in opened) → `ended` → `signed` (minutes signed by chair and recorder); or `cancelled` with a reason.
 * A correction of signed minutes keeps the meeting `signed`: the signed version stands until the new one is signed by both.
 */
export const MeetingState = z.enum(['announced', 'inSession', 'ended', 'signed', 'cancelled']);
export type MeetingState = z.output<typeof MeetingState>;

const AgendaItem = z.object({
  title: text(1, meetingLimits.agendaItem),
  minutes: z.int().check(z.gte(1), z.lte(600)),
  topicId: z.optional(TopicId),
});
export type AgendaItem = z.output<typeof AgendaItem>;

/** How many must be there for the meeting to count: at least `share` of `expected`; the source says which rule asks for it. */
export const Quorum = z.object({
  expected: z.int().check(z.gte(1), z.lte(100_000)),
  numerator: z.int().check(z.gte(1), z.lte(100)),
  denominator: z.int().check(z.gte(1), z.lte(100)),
  kind: z.enum(['atLeast', 'moreThan']),
  source: text(1, 60),
});
export type Quorum = z.output<typeof Quorum>;

const described = {
  kind: MeetingKind,
  title: text(4, meetingLimits.title),
  place: text(2, meetingLimits.place),
  /** How to take part from elsewhere, in words: a meeting number or a phone number. */
  online: z.optional(text(2, 100)),
  startsAt: Instant,
  endsAt: Instant,
  agenda: z.array(AgendaItem).check(z.minLength(1), z.maxLength(meetingLimits.agenda)),
  invited: text(2, 200),
  chair: text(1, meetingLimits.person),
  recorder: text(1, meetingLimits.person),
  quorum: z.optional(Quorum),
  topicIds: z.array(TopicId).check(z.maxLength(meetingLimits.topics)),
};

/** What a notice of a meeting says. */
export const Described = z.object(described);

export const MeetingCard = z.object({
  id: MeetingId,
  communityId: CommunityId,
  kind: MeetingKind,
  state: MeetingState,
  title: z.string(),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** Of the newest version of the minutes: none yet, written, or signed by both. A correction of signed minutes is `written` again. */
  minutesState: z.enum(['none', 'written', 'signed']),
});
export type MeetingCard = z.output<typeof MeetingCard>;

/** One part of the minutes. */
const Section = z.object({ heading: text(1, meetingLimits.agendaItem), words: text(1, meetingLimits.section) });
/** What the meeting resolved; becomes tickets or a vote by its topic. */
const Resolution = z.object({ id: ActionId, words: text(4, meetingLimits.resolution), topicId: z.optional(TopicId) });
export type Resolution = z.output<typeof Resolution>;

export const MinutesBody = z.strictObject({
  sections: z.array(Section).check(z.minLength(1), z.maxLength(meetingLimits.sections)),
  resolutions: z.array(Resolution).check(z.maxLength(meetingLimits.resolutions)),
  photos: z.array(MediaId).check(z.maxLength(meetingLimits.photos)),
});
export type MinutesBody = z.output<typeof MinutesBody>;

export const SignatureRole = z.enum(['chair', 'recorder']);

/**
 * A version of the minutes. `hash` is SHA-256 over the canonical `{ meetingId, number, previous, author, at, reason, attendance, body }`
 * (see minutes.ts), `previous` the hash of the version before (64 zeros before the first): no version can be changed without changing all
 * that follow.
 */
export const MinutesVersion = z.object({
  number: z.int(),
  at: Instant,
  author: z.string(),
  /** Why a new version was made. */
  reason: z.optional(z.string()),
  /** How many had signed in when it was written. */
  attendance: z.int(),
  body: MinutesBody,
  previous: z.string(),
  hash: z.string(),
  signatures: z.array(z.object({ role: SignatureRole, name: z.string(), at: Instant })),
  /** False: what is stored is not what was hashed and signed. Shown with a warning, never signed, built upon or exported. */
  isIntact: z.boolean(),
});
export type MinutesVersion = z.output<typeof MinutesVersion>;

export const Meeting = z.object({
  ...MeetingCard.shape,
  version: z.int(),
  online: z.optional(z.string()),
  agenda: z.array(AgendaItem),
  invited: z.string(),
  chair: z.string(),
  recorder: z.string(),
  quorum: z.optional(z.object({ ...Quorum.shape, needed: z.int(), isMet: z.boolean() })),
  topics: z.array(z.object({ id: TopicId, title: z.string() })),
  announcedAt: Instant,
  /** Days in China from the notice to the start; a change of time or agenda is a new notice. */
  noticeDays: z.int(),
  /** What was changed after the notice, each with a line that says it; the oldest first. */
  changes: z.array(z.object({ at: Instant, words: z.string() })),
  cancelReason: z.optional(z.string()),
  attendance: z.object({ onSpot: z.int(), online: z.int(), paper: z.int() }),
  mine: z.optional(z.object({ how: z.enum(['code', 'online', 'paper']), at: Instant })),
  /** The newest signed version, or the newest of all when none is signed and the viewer is staff. */
  minutes: z.optional(MinutesVersion),
  photos: z.array(z.object({ id: MediaId, url: z.string(), thumb: z.string() })),
  versions: z.int(),
  may: z.array(z.enum(['signIn', 'open', 'end', 'cancel', 'list', 'write', 'sign', 'change'])),
  /** As what the viewer may sign the newest version now: the roles nobody has signed for, none for who has signed already. */
  maySign: z.array(SignatureRole),
});
export type Meeting = z.output<typeof Meeting>;

const params = z.strictObject({ meetingId: MeetingId });
const staffErrors = [
  'access.denied',
  'meeting.notFound',
  'meeting.changed',
  'meeting.stepNotAllowed',
  'id.reused',
] as const;
const seen = { id: ActionId, version: z.int() };

export const meetingRoutes = {
  callMeeting: defineRoute({
    method: 'POST',
    path: '/v1/meetings',
    summary: 'Call a meeting: the notice is published at once',
    access: 'staff',
    body: z.strictObject({ id: MeetingId, ...described }),
    response: Meeting,
    errors: ['access.denied', 'community.notFound', 'topic.notFound', 'id.reused'],
  }),
  listMeetings: defineRoute({
    method: 'GET',
    path: '/v1/meetings',
    summary: 'The meetings of a community: those to come first by date, or the past ones newest first',
    access: 'anyone',
    query: z.strictObject({
      communityId: CommunityId,
      when: z.optional(z.enum(['coming', 'past'])),
      cursor: z.optional(Cursor),
    }),
    response: pageOf(MeetingCard),
    errors: ['community.notFound'],
  }),
  getMeeting: defineRoute({
    method: 'GET',
    path: '/v1/meetings/{meetingId}',
    summary: 'A meeting with agenda, attendance and signed minutes',
    access: 'anyone',
    params,
    response: Meeting,
    errors: ['meeting.notFound'],
  }),
  changeMeeting: defineRoute({
    method: 'POST',
    path: '/v1/meetings/{meetingId}/change',
    summary: 'Change place, time or agenda before it begins; the change is announced',
    access: 'staff',
    params,
    body: z.strictObject({ ...seen, ...described }),
    response: Meeting,
    errors: [...staffErrors, 'topic.notFound'],
  }),
  stepMeeting: defineRoute({
    method: 'POST',
    path: '/v1/meetings/{meetingId}/steps',
    summary: 'Open the sign-in, end the meeting, or cancel it with a reason',
    access: 'staff',
    params,
    body: z.discriminatedUnion('what', [
      z.strictObject({ ...seen, what: z.literal('open') }),
      z.strictObject({ ...seen, what: z.literal('end') }),
      z.strictObject({ ...seen, what: z.literal('cancel'), reason: text(2, 200) }),
    ]),
    response: Meeting,
    errors: staffErrors,
  }),
  getSignInCode: defineRoute({
    method: 'GET',
    path: '/v1/meetings/{meetingId}/code',
    summary: 'The six digits to show in the room now, and until when',
    access: 'staff',
    params,
    response: z.object({ code: z.string(), until: Instant, attendance: z.int() }),
    errors: ['access.denied', 'meeting.notFound', 'meeting.stepNotAllowed'],
  }),
  attendMeeting: defineRoute({
    method: 'POST',
    path: '/v1/meetings/{meetingId}/attendance',
    summary: 'Sign in on the spot with the code in the room, or online; once per person',
    access: 'person',
    params,
    body: z.discriminatedUnion('how', [
      z.strictObject({ id: ActionId, how: z.literal('code'), code: z.string().check(z.regex(/^\d{6}$/)) }),
      z.strictObject({ id: ActionId, how: z.literal('online') }),
    ]),
    response: z.object({ how: z.enum(['code', 'online', 'paper']), at: Instant }),
    errors: ['meeting.notFound', 'meeting.stepNotAllowed', 'meeting.codeWrong', 'meeting.tooManyTries'],
  }),
  listAttendee: defineRoute({
    method: 'POST',
    path: '/v1/meetings/{meetingId}/attendance/paper',
    summary: 'Put somebody without a phone on the list, with two witnesses',
    access: 'staff',
    params,
    body: z.strictObject({
      id: ActionId,
      name: text(1, meetingLimits.person),
      household: text(1, 30),
      witnesses: z.tuple([text(1, meetingLimits.person), text(1, meetingLimits.person)]),
    }),
    response: z.object({ how: z.literal('paper'), at: Instant }),
    errors: ['access.denied', 'meeting.notFound', 'meeting.stepNotAllowed', 'id.reused'],
  }),
  listPaperAttendees: defineRoute({
    method: 'GET',
    path: '/v1/meetings/{meetingId}/attendance/paper',
    summary: 'Who was put on the list on paper, with the witnesses; each look is logged',
    access: 'staff',
    params,
    response: z.object({
      items: z.array(
        z.object({
          id: ActionId,
          at: Instant,
          name: z.string(),
          household: z.string(),
          witnesses: z.tuple([z.string(), z.string()]),
        }),
      ),
    }),
    errors: ['access.denied', 'meeting.notFound'],
  }),
  writeMinutes: defineRoute({
    method: 'POST',
    path: '/v1/meetings/{meetingId}/minutes',
    summary: 'Write a new version of the minutes; earlier ones stay',
    access: 'staff',
    params,
    body: z.strictObject({
      id: ActionId,
      /** The version this one follows; 0 for the first. */
      follows: z.int().check(z.gte(0)),
      reason: z.optional(text(2, 200)),
      body: MinutesBody,
    }),
    response: MinutesVersion,
    errors: [
      'access.denied',
      'meeting.notFound',
      'meeting.stepNotAllowed',
      'minutes.changed',
      'minutes.altered',
      'media.notFound',
      'media.notReady',
      'media.refused',
      'id.reused',
    ],
    maxBodyBytes: 256 * 1024,
  }),
  signMinutes: defineRoute({
    method: 'POST',
    path: '/v1/meetings/{meetingId}/minutes/{number}/sign',
    summary: 'Sign a version as chair or recorder; two different people, and the hash each of them read',
    access: 'staff',
    params: z.strictObject({ meetingId: MeetingId, number: z.coerce.number().check(z.int(), z.gte(1)) }),
    body: z.strictObject({ id: ActionId, role: SignatureRole, hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
    response: MinutesVersion,
    errors: [
      'access.denied',
      'meeting.notFound',
      'meeting.stepNotAllowed',
      'minutes.changed',
      'minutes.altered',
      'minutes.sameSigner',
    ],
  }),
  listMinutes: defineRoute({
    method: 'GET',
    path: '/v1/meetings/{meetingId}/minutes',
    summary: 'The versions of the minutes, newest first: the signed ones for everyone, all for staff',
    access: 'anyone',
    params,
    response: z.object({ items: z.array(MinutesVersion) }),
    errors: ['meeting.notFound'],
  }),
  diffMinutes: defineRoute({
    method: 'GET',
    path: '/v1/meetings/{meetingId}/minutes/{number}/diff',
    summary: 'What a version changed against the one before, line by line',
    access: 'anyone',
    params: z.strictObject({ meetingId: MeetingId, number: z.coerce.number().check(z.int(), z.gte(1)) }),
    response: z.object({ lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })) }),
    errors: ['meeting.notFound', 'minutes.notFound', 'minutes.altered'],
  }),
  getCalendarFile: defineRoute({
    method: 'GET',
    path: '/v1/meetings/{meetingId}/calendar',
    summary: 'The meeting as a calendar file (RFC 5545)',
    access: 'anyone',
    params,
    response: z.object({}),
    file: 'text/calendar; charset=utf-8',
    errors: ['meeting.notFound'],
  }),
  exportMinutes: defineRoute({
    method: 'GET',
    path: '/v1/meetings/{meetingId}/minutes/{number}/document',
    summary: 'A signed version of the minutes as PDF or DOCX',
    access: 'anyone',
    params: z.strictObject({ meetingId: MeetingId, number: z.coerce.number().check(z.int(), z.gte(1)) }),
    query: z.strictObject({ format: z.enum(['pdf', 'docx']) }),
    response: z.object({}),
    file: 'application/octet-stream',
    errors: ['meeting.notFound', 'minutes.notFound', 'minutes.altered'],
  }),
};
