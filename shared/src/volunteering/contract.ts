import * as z from 'zod/mini';
import { Instant, text } from '../contract/fields.ts';
import { ActionId, ActivityId, CertificateId, CommunityId, PersonId } from '../ids.ts';
import { Point } from '../places/contract.ts';
import { volunteeringLimits } from './limits.ts';

export const Skill = z.enum([
  'visiting',
  'escorting',
  'firstAid',
  'teaching',
  'repair',
  'haircut',
  'phones',
  'tidying',
  'order',
  'writing',
]);
export type Skill = z.output<typeof Skill>;

export const Availability = z.enum(['weekday', 'evening', 'weekend']);
export type Availability = z.output<typeof Availability>;

const skills = z.array(Skill).check(z.maxLength(volunteeringLimits.skills));

/**
 * What a volunteer says of themself. Somebody under 18 takes part with the consent of a guardian, who is named (志愿服务条例 §7: with the
 * guardian, or with their agreement).
 */
export const profileWords = {
  name: text(2, volunteeringLimits.name),
  isMinor: z.boolean(),
  guardian: z.optional(z.strictObject({ name: text(2, volunteeringLimits.name), relation: text(1, 10) })),
  skills,
  availability: z.array(Availability).check(z.maxLength(3)),
};
export const Profile = z.object({ ...profileWords, version: z.int(), consentedAt: Instant });
export type Profile = z.output<typeof Profile>;

/** `planned` is seen by staff only; `confirmed`: the hours of all have been gone through. */
export const ActivityState = z.enum(['planned', 'published', 'running', 'finished', 'confirmed', 'calledOff']);
export type ActivityState = z.output<typeof ActivityState>;

export const activityWords = {
  title: text(4, volunteeringLimits.title),
  words: text(4, volunteeringLimits.words),
  place: text(2, volunteeringLimits.place),
  point: z.optional(Point),
  startsAt: Instant,
  endsAt: Instant,
  skills,
  places: z.int().check(z.gte(1), z.lte(volunteeringLimits.places)),
  waitingPlaces: z.int().check(z.gte(0), z.lte(volunteeringLimits.waitingPlaces)),
};
export const ActivityWords = z.object(activityWords);
export type ActivityWords = z.output<typeof ActivityWords>;

/** `position` counts from 1 and is given to who waits. `id`: of the sign-up, which a withdrawal names. */
export const Standing = z.object({
  standing: z.enum(['in', 'waiting', 'withdrawn']),
  position: z.optional(z.int()),
  id: ActionId,
});
export type Standing = z.output<typeof Standing>;

export const ActivityCard = z.object({
  id: ActivityId,
  communityId: CommunityId,
  state: ActivityState,
  title: z.string(),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  skills: z.array(Skill),
  /** The post that answers for it. */
  organiser: z.string(),
  places: z.int(),
  taken: z.int(),
  waiting: z.int(),
  mine: z.optional(Standing),
});
export type ActivityCard = z.output<typeof ActivityCard>;

export const Presence = z.object({ at: Instant, how: z.enum(['code', 'staff']) });
export type Presence = z.output<typeof Presence>;

export const ActivityView = z.object({
  ...ActivityCard.shape,
  version: z.int(),
  words: z.string(),
  point: z.optional(Point),
  waitingPlaces: z.int(),
  changes: z.array(z.object({ at: Instant, words: z.string() })),
  callOffReason: z.optional(z.string()),
  checkedIn: z.optional(Presence),
  checkedOut: z.optional(Presence),
  minutes: z.optional(z.int()),
  may: z.array(
    z.enum([
      'signUp',
      'withdraw',
      'checkIn',
      'checkOut',
      'change',
      'publish',
      'start',
      'finish',
      'close',
      'callOff',
      'code',
      'list',
      'confirm',
    ]),
  ),
});
export type ActivityView = z.output<typeof ActivityView>;

/** Why a person looks before hours are confirmed. `twoPlaces` names the other activity. */
export const Flag = z.object({
  kind: z.enum(['twoPlaces', 'tooLong', 'far', 'noCheckOut']),
  otherId: z.optional(ActivityId),
  metres: z.optional(z.int()),
});
export type Flag = z.output<typeof Flag>;

const Evaluation = {
  stars: z.int().check(z.gte(1), z.lte(5)),
  words: z.optional(text(1, volunteeringLimits.reason)),
};
export const confirmedHours = {
  minutes: z.int().check(z.gte(0), z.lte(volunteeringLimits.mostMinutes)),
  /** Needed when the minutes are not those between check-in and check-out, or something is flagged. */
  reason: z.optional(text(2, volunteeringLimits.reason)),
  ...Evaluation,
};
const Hours = z.object({ ...confirmedHours, at: Instant, by: z.string() });

/** Somebody at an activity, for who confirms their hours. */
export const Participant = z.object({
  activityId: ActivityId,
  activity: z.string(),
  personId: PersonId,
  name: z.string(),
  guardian: z.optional(z.object({ name: z.string(), relation: z.string() })),
  skills: z.array(Skill),
  standing: Standing.shape.standing,
  position: z.optional(z.int()),
  checkedIn: z.optional(Presence),
  checkedOut: z.optional(Presence),
  /** Whole minutes between the two. */
  measured: z.optional(z.int()),
  flags: z.array(Flag),
  hours: z.optional(Hours),
});
export type Participant = z.output<typeof Participant>;

export const Learnt = z.object({
  id: ActionId,
  kind: z.enum(['training', 'award']),
  title: z.string(),
  day: z.iso.date(),
  /** Of a training. */
  minutes: z.optional(z.int()),
  by: z.string(),
});
export type Learnt = z.output<typeof Learnt>;

/** One confirmed service. */
export const ServiceLine = z.object({
  activityId: ActivityId,
  title: z.string(),
  place: z.string(),
  organiser: z.string(),
  day: z.iso.date(),
  minutes: z.int(),
  stars: z.int(),
  words: z.optional(z.string()),
});
export type ServiceLine = z.output<typeof ServiceLine>;

/** What 志愿服务条例 §19 wants recorded: personal basics, service, training, awards, evaluation (which stands with each service). */
export const VolunteerRecord = z.object({
  profile: Profile,
  minutes: z.int(),
  services: z.array(ServiceLine),
  learnt: z.array(Learnt),
});
export type VolunteerRecord = z.output<typeof VolunteerRecord>;

export const certificateCode = /^[0-9a-hjkmnp-tv-z]{12}$/;

const certificateWords = {
  code: z.string().check(z.regex(certificateCode)),
  issuedAt: Instant,
  /** Of the volunteer; a certificate that anyone looks up shows one character of it. */
  name: z.string(),
  community: z.string(),
  minutes: z.int(),
  from: z.iso.date(),
  until: z.iso.date(),
  services: z.array(z.object({ title: z.string(), day: z.iso.date(), minutes: z.int() })),
  /** Hours in it were withdrawn: it says what is no longer so. */
  revokedAt: z.optional(Instant),
};
export const Certificate = z.object({ id: CertificateId, ...certificateWords });
export type Certificate = z.output<typeof Certificate>;
/** What anyone sees who has the code. */
export const ShownCertificate = z.object(certificateWords);
export type ShownCertificate = z.output<typeof ShownCertificate>;

/** A volunteer in the list that staff see. */
export const VolunteerCard = z.object({
  personId: PersonId,
  name: z.string(),
  isMinor: z.boolean(),
  skills: z.array(Skill),
  availability: z.array(Availability),
});
export type VolunteerCard = z.output<typeof VolunteerCard>;
