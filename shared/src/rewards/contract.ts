import * as z from 'zod/mini';
import { Instant, text } from '../contract/fields.ts';
import { ActionId, CommunityId, MediaId, OrderId, PersonId, RewardId, SupplierId } from '../ids.ts';
import { Photo } from '../media/contract.ts';
import { rewardLimits } from './limits.ts';

export const RewardKind = z.enum(['goods', 'service']);
export type RewardKind = z.output<typeof RewardKind>;

/** `draft` → `onShelf` ⇄ `offShelf`: what is off the shelf is not given out any more, orders made before go on. */
export const RewardState = z.enum(['draft', 'onShelf', 'offShelf']);
export type RewardState = z.output<typeof RewardState>;

/** Who hands over; absent, the community's staff do. */
export const Supplier = z.object({ id: SupplierId, label: text(1, rewardLimits.supplier) });
export type Supplier = z.output<typeof Supplier>;

const most = z.int().check(z.gte(1), z.lte(rewardLimits.count));

/** What a version of a reward says. Each change makes a new one; an order names the version it was made under. */
export const described = {
  kind: RewardKind,
  title: text(2, rewardLimits.title),
  description: text(2, rewardLimits.description),
  photoIds: z.array(MediaId).check(z.maxLength(rewardLimits.photos)),
  /** Points for one. */
  price: z.int().check(z.gte(1), z.lte(rewardLimits.price)),
  perPerson: z.optional(most),
  perHousehold: z.optional(most),
  /** From when it can be had; before that it is announced. */
  from: Instant,
  until: Instant,
  place: text(2, rewardLimits.place),
  hours: text(2, rewardLimits.hours),
  /** An order lapses at the end of this day in China, counted from the day it was made. */
  holdDays: z.int().check(z.gte(1), z.lte(rewardLimits.holdDays)),
  supplier: z.optional(Supplier),
};
export const Described = z.object(described);
export type Described = z.output<typeof Described>;

export const RewardCard = z.object({
  id: RewardId,
  version: z.int(),
  state: RewardState,
  kind: RewardKind,
  title: z.string(),
  price: z.int(),
  left: z.int(),
  initial: z.int(),
  from: Instant,
  until: Instant,
  perPerson: z.optional(z.int()),
  perHousehold: z.optional(z.int()),
  supplier: z.optional(Supplier),
  photo: z.optional(Photo),
});
export type RewardCard = z.output<typeof RewardCard>;

/** What was done to a reward, for its staff. */
export const RewardLine = z.object({
  id: z.string(),
  at: Instant,
  what: z.enum(['make', 'change', 'shelve', 'withdraw', 'correct']),
  by: z.string(),
  delta: z.optional(z.int()),
  reason: z.optional(z.string()),
});
export type RewardLine = z.output<typeof RewardLine>;

export const Reward = z.object({
  ...RewardCard.shape,
  communityId: CommunityId,
  description: z.string(),
  photos: z.array(Photo),
  place: z.string(),
  hours: z.string(),
  holdDays: z.int(),
  /** Of the person who asks: how many they have of it where there is a limit for each, and what they may spend. */
  mine: z.optional(z.object({ bought: z.int(), free: z.int() })),
});
export type Reward = z.output<typeof Reward>;

export const RewardForStaff = z.object({
  ...Reward.shape,
  granted: z.int(),
  lines: z.array(RewardLine),
});
export type RewardForStaff = z.output<typeof RewardForStaff>;

/**
 * `open` → `done` (handed over, at least in part, and nothing left to hand over), `cancelled` or `expired`. What was not handed over came
 * back to stock and points.
 */
export const OrderState = z.enum(['open', 'done', 'cancelled', 'expired']);
export type OrderState = z.output<typeof OrderState>;

/** Six digits, unique among the open orders of a community. */
export const PickUpCode = z.string().check(z.regex(/^\d{6}$/));

/** How an order came to its end: what of it was refunded, in pieces. */
const Ended = z.object({
  id: z.string(),
  at: Instant,
  refunded: z.int(),
  by: z.optional(z.string()),
  reason: z.optional(z.string()),
});

export const OrderCard = z.object({
  id: OrderId,
  title: z.string(),
  count: z.int(),
  price: z.int(),
  handed: z.int(),
  state: OrderState,
  /** Until when it is kept; ISO. */
  until: Instant,
  at: Instant,
});
export type OrderCard = z.output<typeof OrderCard>;

/** An order as its owner sees it; the phone keeps it, so that the code is there without a network. */
export const Order = z.object({
  ...OrderCard.shape,
  communityId: CommunityId,
  rewardId: RewardId,
  version: z.int(),
  code: PickUpCode,
  place: z.string(),
  hours: z.string(),
  supplier: z.optional(Supplier),
  photo: z.optional(Photo),
  /** The post of whoever made it for them. */
  by: z.optional(z.string()),
  ended: z.optional(Ended),
});
export type Order = z.output<typeof Order>;

/** An order as a counter sees it: what and how many, and nothing of the person. */
export const CounterOrder = z.object({
  ...OrderCard.shape,
  place: z.string(),
  photo: z.optional(Photo),
  supplier: z.optional(Supplier),
  ended: z.optional(Ended),
});
export type CounterOrder = z.output<typeof CounterOrder>;

/** Whom staff may act for: somebody bound to a household, the name masked, and what they may spend. */
export const Served = z.object({
  personId: PersonId,
  name: z.string(),
  as: z.enum(['owner', 'member']),
  free: z.int(),
});
export type Served = z.output<typeof Served>;

/** What an order asks for. `points` is what the person was shown that it costs in all. */
export const asked = {
  id: OrderId,
  version: z.int().check(z.gte(1)),
  count: most,
  points: z.int().check(z.gte(1), z.lte(1_000_000)),
};

export const actionId = { id: ActionId };
