import { Instant } from '@suishoupai/shared/contract/fields';
import { UnitPlace } from '@suishoupai/shared/households/contract';
import { ActionId, CommunityId, ExchangeId, ListingId, PersonId, TransferId } from '@suishoupai/shared/ids';
import { FlagReason } from '@suishoupai/shared/moderation/contract';
import {
  ExchangeState,
  Funding,
  Identified,
  ListingKind,
  ListingState,
  listed,
  Role,
  Safety,
  Skill,
} from '@suishoupai/shared/timebank/contract';
import { exchangeEvents } from '@suishoupai/shared/timebank/transitions';
import * as z from 'zod/mini';

/** Somebody without an account for whom the pool pays; staff read it, and whoever has agreed to help. */
export const Elder = z.object({ name: z.string(), ...UnitPlace.shape, phone: z.optional(z.string()) });

const ListingLine = z.object({
  id: z.string(),
  at: Instant,
  what: z.enum(['pause', 'resume', 'end', 'judge', 'appeal', 'expire', 'use']),
  digest: z.string(),
  /** The post of staff who did it for the owner. */
  by: z.optional(z.string()),
  identified: z.optional(Identified),
});

/** An offer or a request as it is kept. Without `ownerId` the community listed it for somebody without an account. */
export const ListingRecord = z.object({
  id: ListingId,
  communityId: CommunityId,
  ownerId: z.optional(PersonId),
  at: Instant,
  ...listed,
  place: z.string(),
  state: ListingState,
  fundedBy: Funding,
  by: z.optional(z.string()),
  identified: z.optional(Identified),
  elder: z.optional(Elder),
  /** Of what the pool pays: who has agreed to do it. */
  takenBy: z.optional(ExchangeId),
  until: Instant,
  revision: z.int(),
  digest: z.string(),
  safety: Safety,
  flags: z.array(z.object({ id: ActionId, by: PersonId, reason: FlagReason, at: Instant })),
  judged: z.optional(z.object({ id: ActionId, by: PersonId, at: Instant, note: z.optional(z.string()) })),
  appeal: z.optional(z.object({ id: ActionId, at: Instant, note: z.string(), against: PersonId })),
  lines: z.array(ListingLine),
});
export type ListingRecord = z.output<typeof ListingRecord>;

/** Others read its words. */
export const isShown = ({ safety }: Pick<ListingRecord, 'safety'>): boolean =>
  safety === 'pass' || safety === 'flagged';

/** One of the two. Without `personId`: the community for an elder without an account. */
const Side = z.object({
  personId: z.optional(PersonId),
  call: z.string(),
  contact: z.string(),
  isVerified: z.boolean(),
});
export type Side = z.output<typeof Side>;

const Line = z.object({
  id: z.string(),
  at: Instant,
  what: z.enum(['answer', ...exchangeEvents]),
  /** Whose step it was; absent for the clock. */
  personId: z.optional(PersonId),
  /** On whose side; absent for a mediator and the clock. */
  role: z.optional(Role),
  /** The post of staff who did it for one of the two, or as mediator. */
  by: z.optional(z.string()),
  identified: z.optional(Identified),
  digest: z.string(),
  minutes: z.optional(z.int()),
  reason: z.optional(z.string()),
});
export type ExchangeEntry = z.output<typeof Line>;

/** What two agree on, with all that was said and done about it. `version` is what pages see and steps answer to. */
export const ExchangeRecord = z.object({
  id: ExchangeId,
  listingId: ListingId,
  communityId: CommunityId,
  kind: ListingKind,
  skill: Skill,
  place: z.string(),
  fundedBy: Funding,
  ownerId: z.optional(PersonId),
  answererId: PersonId,
  /** Which of the two answered the listing. */
  answererIs: Role,
  giver: z.optional(Side),
  receiver: z.optional(Side),
  minutes: z.int(),
  answeredAt: Instant,
  plannedAt: Instant,
  state: ExchangeState,
  version: z.int(),
  digest: z.string(),
  /** What holds the minutes of whoever is helped. */
  reservation: z.optional(TransferId),
  confirmed: z.object({ giver: z.optional(z.int()), receiver: z.optional(z.int()) }),
  settledMinutes: z.optional(z.int()),
  stars: z.object({ giver: z.optional(z.int()), receiver: z.optional(z.int()) }),
  lines: z.array(Line),
});
export type ExchangeRecord = z.output<typeof ExchangeRecord>;
