import * as z from 'zod/mini';
import { Instant, text } from '../contract/fields.ts';
import { UnitPlace } from '../households/contract.ts';
import { ActionId, ClaimId, CommunityId, ExchangeId, GridId, ListingId } from '../ids.ts';
import { timebankLimits } from './limits.ts';
import { exchangeEvents, exchangeStates } from './transitions.ts';

/** What neighbours do for each other. */
export const Skill = z.enum([
  'company',
  'shopping',
  'clinic',
  'phone',
  'repair',
  'cleaning',
  'cooking',
  'haircut',
  'tutoring',
  'childcare',
  'paperwork',
  'other',
]);
export type Skill = z.output<typeof Skill>;

/** 提供 or 需要. */
export const ListingKind = z.enum(['offer', 'request']);
export type ListingKind = z.output<typeof ListingKind>;

/** A part of a day of the week: Monday is 1. */
export const WeekPart = z.templateLiteral([z.enum(['1', '2', '3', '4', '5', '6', '7']), z.enum(['am', 'pm', 'eve'])]);
export type WeekPart = z.output<typeof WeekPart>;

export const Minutes = z.int().check(z.gte(timebankLimits.leastMinutes), z.lte(timebankLimits.mostMinutes));

/** Coarse on purpose: a grid or a building, never a door. Without either, anywhere in the community. */
const place = {
  gridId: z.optional(GridId),
  building: z.optional(
    z.string().check(z.trim(), z.minLength(1), z.maxLength(12), z.regex(/^[0-9A-Za-z\u4e00-\u9fa5]+$/)),
  ),
};

const isUnique = (times: readonly string[]) => new Set(times).size === times.length;

/** What somebody offers or asks for. */
export const listed = {
  kind: ListingKind,
  skill: Skill,
  words: text(2, timebankLimits.words),
  ...place,
  times: z.array(WeekPart).check(z.minLength(1), z.maxLength(21), z.refine(isUnique)),
  minutes: Minutes,
};

export const ListingState = z.enum(['open', 'paused', 'ended']);
export type ListingState = z.output<typeof ListingState>;

/** Who pays with minutes: whoever is helped, or the pool for old people living alone (互助池). */
export const Funding = z.enum(['person', 'pool']);
export type Funding = z.output<typeof Funding>;

/** How staff who act for somebody made sure of who asks. */
export const Identified = z.enum(['callBack', 'atCounter', 'atHome']);
export type Identified = z.output<typeof Identified>;

export const ListingCard = z.object({
  id: ListingId,
  communityId: CommunityId,
  at: Instant,
  kind: ListingKind,
  skill: Skill,
  /** Absent while others may not read it. */
  words: z.optional(z.string()),
  /** The place as people say it. */
  place: z.string(),
  ...place,
  times: z.array(WeekPart),
  minutes: z.int(),
  state: ListingState,
  fundedBy: Funding,
  /** The post of the staff who wrote it down for somebody. */
  by: z.optional(z.string()),
  isMine: z.boolean(),
});
export type ListingCard = z.output<typeof ListingCard>;

/** Why one listing fits another: same skill always; then how near, at which times, and whether the time is long enough. */
export const Fit = z.object({
  near: z.enum(['building', 'grid', 'community']),
  times: z.array(WeekPart),
  isLongEnough: z.boolean(),
});
export type Fit = z.output<typeof Fit>;

export const Safety = z.enum(['pending', 'pass', 'held', 'hidden', 'flagged', 'appealed']);

export const Rating = z.object({ done: z.int(), stars: z.optional(z.number()) });
export type Rating = z.output<typeof Rating>;

export const Listing = z.object({
  ...ListingCard.shape,
  safety: Safety,
  /** Of a listing that was taken down: why, for its owner. */
  takenDown: z.optional(z.string()),
  /** What whoever listed it has done here so far. */
  owner: Rating,
  matches: z.array(z.object({ card: ListingCard, fit: Fit })),
  mayAnswer: z.boolean(),
  maySteps: z.array(z.enum(['pause', 'resume', 'end'])),
});
export type Listing = z.output<typeof Listing>;

export const ExchangeState = z.enum(exchangeStates);
export const ExchangeEvent = z.enum(exchangeEvents);
export const Role = z.enum(['giver', 'receiver']);
export type Role = z.output<typeof Role>;

/** Chosen, not written: whoever reads it is somebody else. */
export const CallOffReason = z.enum(['ill', 'busy', 'weather', 'noLonger', 'cannotReach']);
export type CallOffReason = z.output<typeof CallOffReason>;

export const Stars = z.int().check(z.gte(1), z.lte(5));
/** How to reach somebody: digits only, so that nothing else is said in it. */
export const Contact = z.string().check(z.regex(/^\+?\d[\d -]{4,18}\d$/));
export const Call = text(1, timebankLimits.call);

export const ExchangeLine = z.object({
  at: Instant,
  what: z.enum(['answer', ...exchangeEvents]),
  /** Staff and the clock are named; of the two it is said whether it was me. */
  who: z.enum(['me', 'other', 'staff', 'clock']),
  by: z.optional(z.string()),
  /** Of what staff did for me; staff see it of both. */
  identified: z.optional(Identified),
  minutes: z.optional(z.int()),
  reason: z.optional(z.string()),
});

export type ExchangeLine = z.output<typeof ExchangeLine>;

export const ExchangeCard = z.object({
  id: ExchangeId,
  listingId: ListingId,
  communityId: CommunityId,
  answeredAt: Instant,
  /** When it was agreed to happen. */
  plannedAt: Instant,
  skill: Skill,
  kind: ListingKind,
  minutes: z.int(),
  state: ExchangeState,
  fundedBy: Funding,
  /** Mine; absent for staff who look at it. */
  role: z.optional(Role),
  /** Something is to be done by whoever looks. */
  isMyTurn: z.boolean(),
});
export type ExchangeCard = z.output<typeof ExchangeCard>;

export const Exchange = z.object({
  ...ExchangeCard.shape,
  version: z.int(),
  place: z.string(),
  words: z.optional(z.string()),
  /** How each is called; numbers only between the two, and only once it is agreed. */
  people: z.object({
    giver: z.object({ call: z.string(), contact: z.optional(z.string()), isVerified: z.boolean() }),
    receiver: z.object({ call: z.string(), contact: z.optional(z.string()), isVerified: z.boolean() }),
  }),
  /** Whom the pool pays for: to staff until it is over, and to whoever helps once it is agreed. */
  elder: z.optional(z.object({ name: z.string(), ...UnitPlace.shape, phone: z.optional(z.string()) })),
  confirmed: z.object({ giver: z.optional(z.int()), receiver: z.optional(z.int()) }),
  settledMinutes: z.optional(z.int()),
  stars: z.object({ giver: z.optional(Stars), receiver: z.optional(Stars) }),
  /** What the clock does next, when nobody does anything. */
  clock: z.optional(z.object({ at: Instant, what: z.enum(['remind', 'lapse', 'escalate']) })),
  lines: z.array(ExchangeLine),
  may: z.array(ExchangeEvent),
});
export type Exchange = z.output<typeof Exchange>;

/** Minutes given to the pool for old people living alone: what was donated is free, promised or used. */
export const Pool = z.object({ donated: z.int(), free: z.int(), promised: z.int(), used: z.int() });
export type Pool = z.output<typeof Pool>;

/** Somebody of the family: bound to the same household, or tied by a code that both have used. */
export const KinId = z.union([ClaimId, ActionId]);
export type KinId = z.output<typeof KinId>;
export const Kin = z.object({ id: KinId, call: z.string(), via: z.enum(['household', 'code']) });
export type Kin = z.output<typeof Kin>;
