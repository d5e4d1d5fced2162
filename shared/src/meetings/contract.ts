import * as z from 'zod/mini';
import { Instant, text } from '../contract/fields.ts';
import { ActionId, MediaId, TopicId } from '../ids.ts';
import { Attachment, Hung } from './attachments.ts';
import { MeetingCard, MeetingKind } from './card.ts';
import { meetingLimits } from './limits.ts';

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

export const described = {
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

/** One part of the minutes. */
const Section = z.object({ heading: text(1, meetingLimits.agendaItem), words: text(1, meetingLimits.section) });
/** What the meeting resolved; becomes tickets or a vote by its topic. */
const Resolution = z.object({ id: ActionId, words: text(4, meetingLimits.resolution), topicId: z.optional(TopicId) });
export type Resolution = z.output<typeof Resolution>;

const said = {
  sections: z.array(Section).check(z.minLength(1), z.maxLength(meetingLimits.sections)),
  resolutions: z.array(Resolution).check(z.maxLength(meetingLimits.resolutions)),
  photos: z.array(MediaId).check(z.maxLength(meetingLimits.photos)),
};

/** What a version says. Without attachments the field is absent: so it was hashed before there were any. */
export const MinutesBody = z.strictObject({ ...said, attachments: z.optional(z.array(Attachment)) });
export type MinutesBody = z.output<typeof MinutesBody>;

/** What is sent to be said; the service adds to each file what it is and its digest. */
export const MinutesWriting = z.strictObject({
  ...said,
  attachments: z.optional(z.array(Hung).check(z.maxLength(meetingLimits.attachments))),
});
export type MinutesWriting = z.output<typeof MinutesWriting>;

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
