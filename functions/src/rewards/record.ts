import { Instant } from '@suishoupai/shared/contract/fields';
import { UnitCode } from '@suishoupai/shared/households/contract';
import { ActionId, MediaId, OrderId, PersonId, RewardId, SupplierId } from '@suishoupai/shared/ids';
import { Entry } from '@suishoupai/shared/points/transfer';
import {
  Described,
  OrderState,
  PickUpCode,
  RewardKind,
  RewardState,
  Supplier,
} from '@suishoupai/shared/rewards/contract';
import * as z from 'zod/mini';

/** What of the version in force is looked at when somebody wants some of it. */
const Terms = z.object({
  version: z.int(),
  kind: RewardKind,
  title: z.string(),
  price: z.int(),
  perPerson: z.optional(z.int()),
  perHousehold: z.optional(z.int()),
  from: Instant,
  until: Instant,
  holdDays: z.int(),
  supplier: z.optional(Supplier),
  photoId: z.optional(MediaId),
});
export type Terms = z.output<typeof Terms>;

/** The one item of a reward that orders write: small, so that each is two units. granted + left = initial, always. */
export const StockRecord = z.object({
  id: RewardId,
  state: RewardState,
  left: z.int().check(z.gte(0)),
  granted: z.int().check(z.gte(0)),
  initial: z.int().check(z.gte(0)),
  terms: Terms,
});
export type StockRecord = z.output<typeof StockRecord>;

/** All that a version says; never written to again. */
export const VersionRecord = z.object({
  ...Described.shape,
  version: z.int(),
  at: Instant,
  by: z.string(),
  personId: PersonId,
  digest: z.string(),
});
export type VersionRecord = z.output<typeof VersionRecord>;

/** What staff did to a reward, by the id of the action: done once. */
export const LineRecord = z.object({
  id: z.union([ActionId, RewardId]),
  what: z.enum(['make', 'change', 'shelve', 'withdraw', 'correct']),
  at: Instant,
  by: z.string(),
  personId: PersonId,
  digest: z.string(),
  delta: z.optional(z.int()),
  reason: z.optional(z.string()),
});
export type LineRecord = z.output<typeof LineRecord>;

const Hand = z.object({ id: ActionId, count: z.int(), at: Instant, by: z.string() });
const Ended = z.object({
  id: z.string(),
  at: Instant,
  refunded: z.int(),
  by: z.optional(z.string()),
  reason: z.optional(z.string()),
});

/**
 * What an order knows that its entry does not. It stands beside the entry of the reserve, which has who, which reward and version, how much
 * and when; the entry is never changed, this is. `handed` are the pieces handed over so far; they are paid for when the order ends.
 */
export const OrderRecord = z.object({
  id: OrderId,
  title: z.string(),
  count: z.int(),
  price: z.int(),
  handed: z.int(),
  state: OrderState,
  code: PickUpCode,
  until: Instant,
  revision: z.int(),
  supplierId: z.optional(SupplierId),
  /** Whose household's limit it counts for. */
  unit: z.optional(UnitCode),
  remindedAt: z.optional(Instant),
  hands: z.optional(z.array(Hand)),
  ended: z.optional(Ended),
});
export type OrderRecord = z.output<typeof OrderRecord>;

/** An order with the entry that it stands beside. */
export const Placed = z.object({
  ...Entry.shape,
  rule: z.object({ id: RewardId, version: z.int() }),
  card: OrderRecord,
});
export type Placed = z.output<typeof Placed>;

export const termsOf = ({ photoIds, ...version }: VersionRecord): Terms =>
  z.parse(Terms, { ...version, photoId: photoIds[0] });
