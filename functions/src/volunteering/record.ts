import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, ActivityId, CertificateId, CommunityId, PersonId } from '@suishoupai/shared/ids';
import {
  ActivityState,
  ActivityWords,
  Certificate,
  confirmedHours,
  Flag,
  Learnt,
  Presence,
  Profile,
} from '@suishoupai/shared/volunteering/contract';
import * as z from 'zod/mini';

const Line = z.object({
  id: ActionId,
  what: z.enum(['change', 'publish', 'start', 'finish', 'close', 'callOff']),
  at: Instant,
  personId: PersonId,
  digest: z.string(),
  words: z.optional(z.string()),
});

/** An activity as it is kept. `version` is what pages see and steps answer to. */
export const ActivityRecord = z.object({
  id: ActivityId,
  communityId: CommunityId,
  ...ActivityWords.shape,
  state: ActivityState,
  version: z.int(),
  digest: z.string(),
  /** The post that made it. */
  organiser: z.string(),
  madeBy: PersonId,
  madeAt: Instant,
  codeSecret: z.string(),
  trace: z.array(Line),
});
export type ActivityRecord = z.output<typeof ActivityRecord>;

/**
 * Who signed up, in the activity's own item. `seqs` says in which order, `ids` by which sign-up, also of those who withdrew: a sign-up that
 * arrives again after its withdrawal is known. Nobody is marked as having a place: the lowest numbers have them.
 */
export const Roll = z.object({
  seqs: z.record(z.string(), z.int()),
  ids: z.record(z.string(), ActionId),
  next: z.int(),
  /** When it last changed. */
  movedAt: Instant,
});
export type Roll = z.output<typeof Roll>;
export type Activity = { activity: ActivityRecord; roll: Roll };

/** The lines of the trace that everyone reads. */
export const changesOf = ({ trace }: ActivityRecord): { id: string; at: string; words: string }[] =>
  trace.flatMap(({ id, at, what, words }) => (what === 'change' && words !== undefined ? [{ id, at, words }] : []));

export const callOffOf = ({ trace }: ActivityRecord) => trace.find(({ what }) => what === 'callOff');

const Check = z.object({
  ...Presence.shape,
  id: ActionId,
  what: z.enum(['in', 'out']),
  /** The post of who wrote it down. */
  by: z.optional(z.string()),
  digest: z.optional(z.string()),
  /** From the place, in steps upwards; where they were is not kept. */
  metres: z.optional(z.int()),
});
export type Check = z.output<typeof Check>;

/** Hours that were confirmed; `undone` when they were taken back. Neither is ever changed. */
const HoursLine = z.object({
  id: ActionId,
  digest: z.string(),
  at: Instant,
  by: z.string(),
  ...confirmedHours,
  /** When the service ended: the day that it counts for. */
  servedAt: Instant,
  title: z.string(),
  place: z.string(),
  organiser: z.string(),
  undone: z.optional(z.object({ id: ActionId, digest: z.string(), at: Instant, by: z.string(), reason: z.string() })),
});
export type HoursLine = z.output<typeof HoursLine>;

/** One person at one activity: when they came and went, and which hours were confirmed. `revision` counts every write. */
export const Participation = z.object({
  activityId: ActivityId,
  communityId: CommunityId,
  personId: PersonId,
  revision: z.int(),
  checks: z.array(Check),
  flags: z.array(Flag),
  hours: z.array(HoursLine),
});
export type Participation = z.output<typeof Participation>;

/** The newest of a kind stands: staff put right by another one. */
export const lastCheck = ({ checks }: Pick<Participation, 'checks'>, what: Check['what']): Check | undefined =>
  checks.findLast((check) => check.what === what);

/** The hours that stand, if any do. */
export const standingHours = ({ hours }: Pick<Participation, 'hours'>): HoursLine | undefined =>
  hours.find(({ undone }) => undone === undefined);

export const ProfileRecord = z.object({ ...Profile.shape, personId: PersonId, id: ActionId, digest: z.string() });
export type ProfileRecord = z.output<typeof ProfileRecord>;

export const LearntRecord = z.object({ ...Learnt.shape, personId: PersonId, digest: z.string() });
export type LearntRecord = z.output<typeof LearntRecord>;

/** A certificate as it was issued, with which hours it counts. */
export const CertificateRecord = z.object({
  ...Certificate.shape,
  id: CertificateId,
  communityId: CommunityId,
  personId: PersonId,
  counted: z.array(z.object({ activityId: ActivityId, hoursId: ActionId })),
});
export type CertificateRecord = z.output<typeof CertificateRecord>;
