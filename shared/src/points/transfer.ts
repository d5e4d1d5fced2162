import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { CommunityId, PersonId, TransferId } from '../ids.ts';

/** 积分 are local, may expire and can be redeemed; 时长 is a record of service in whole minutes. Nothing turns one into the other. */
export const Unit = z.enum(['points', 'minutes']);
export type Unit = z.output<typeof Unit>;

/**
 * Accounts that belong to nobody: where units come from and where they go. They have no item of their own that everybody would write; their
 * balance is the sum of what stands in people's books, with the sign turned.
 */
export const SystemAccount = z.enum(['issued', 'redeemed', 'expired', 'donated']);
export type SystemAccount = z.output<typeof SystemAccount>;

export const Account = z.union([PersonId, SystemAccount]);
export type Account = z.output<typeof Account>;

/** No single movement is larger: a mistyped number is refused, and sums stay far below what integers hold. */
export const mostInTransfer = 1_000_000;

/**
 * `single` moves at once. `reserve` holds an amount of the debit account until one `post` moves it (or less: the rest comes free), or one
 * `release` or `expire` frees it: TigerBeetle's two-phase transfers.
 */
export const Phase = z.enum(['single', 'reserve', 'post', 'release', 'expire']);
export type Phase = z.output<typeof Phase>;

/** What a transfer is for: what happened, and the id of what it happened to. */
export const Cause = z.object({
  kind: z.enum([
    'report',
    'check',
    'vote',
    'meeting',
    'survey',
    'inspection',
    'service',
    'order',
    'gift',
    'exchange',
    'pool',
    'expiry',
    'correction',
  ]),
  id: z.string().check(z.minLength(1), z.maxLength(80)),
});
export type Cause = z.output<typeof Cause>;

/** A movement from one account to another. It is never changed or deleted; what was wrong is put right by another one. */
export const Transfer = z.object({
  /** Made before the first try and kept until answered; for what follows from an event it is derived from the event. */
  id: TransferId,
  communityId: CommunityId,
  unit: Unit,
  debit: Account,
  credit: Account,
  amount: z.int().check(z.gte(1), z.lte(mostInTransfer)),
  phase: Phase,
  /** Of a `post`, `release` or `expire`: the reservation that it ends. Only one ever does. */
  ends: z.optional(TransferId),
  /** The transfer that this one takes back. Only one ever does. */
  undoes: z.optional(TransferId),
  cause: Cause,
  /** By which rule it was earned. */
  rule: z.optional(z.object({ id: z.string(), version: z.int() })),
  /** What is credited lapses at the end of this day in China; absent, never. */
  until: z.optional(z.iso.date()),
  at: Instant,
  /** The post of the member of staff who did it. */
  by: z.optional(z.string()),
  reason: z.optional(z.string()),
});
export type Transfer = z.output<typeof Transfer>;

/** A part of a holding that lapses on one day. */
export const Lot = z.object({ until: z.optional(z.iso.date()), left: z.int().check(z.gte(1)) });
export type Lot = z.output<typeof Lot>;

/** What a person has of one unit in one community. `lots` are what is free, the first to lapse first: posted − reserved in sum. */
export const Holding = z.object({
  posted: z.int().check(z.gte(0)),
  reserved: z.int().check(z.gte(0)),
  lots: z.array(Lot),
});
export type Holding = z.output<typeof Holding>;

/** A transfer in the book of one of its people: entry n holds the hash of entry n − 1, so none can be changed, dropped or put between. */
export const Entry = z.object({
  ...Transfer.shape,
  /** Whose book. */
  account: PersonId,
  seq: z.int().check(z.gte(1)),
  posted: Holding.shape.posted,
  reserved: Holding.shape.reserved,
  /** What was taken of which lots, so that it can go back there. */
  took: z.optional(z.array(Lot)),
  previous: z.string(),
  hash: z.string(),
});
export type Entry = z.output<typeof Entry>;

/** Why a transfer was refused; it stays refused for ever. */
export const Refusal = z.enum([
  'capReached',
  'insufficient',
  'notReserved',
  'moreThanReserved',
  'alreadyEnded',
  'notFound',
  'alreadyUndone',
  'soldOut',
  'overPersonLimit',
  'overHouseholdLimit',
  'noHousehold',
  'tooEarly',
  'tooLate',
  'notOnShelf',
  'rewardChanged',
  /** What is written with it has moved on meanwhile. */
  'overtaken',
]);
export type Refusal = z.output<typeof Refusal>;
