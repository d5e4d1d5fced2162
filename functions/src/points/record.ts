import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { nothing } from '@suishoupai/shared/points/holding';
import { entryHash as hashOf } from '@suishoupai/shared/points/open-book';
import { Entry, Holding, Refusal, Transfer, type Unit } from '@suishoupai/shared/points/transfer';
import * as z from 'zod/mini';
import { sha256 } from '../votes/signer.ts';

/** A person's book of one unit in one community. */
export type BookKey = { communityId: CommunityId; unit: Unit; personId: PersonId };

/** How much a rule has given this person in the day and month that were counted last. */
const Given = z.object({ day: z.string(), inDay: z.int(), month: z.string(), inMonth: z.int() });

/**
 * What a rule has given and nobody took back: so many things in the book of points, so many minutes in that of hours. `inYear`: of that what
 * was done in the year, the last of which something stands here.
 */
const Tally = z.object({ all: z.int(), year: z.string(), inYear: z.int() });
export type Tally = z.output<typeof Tally>;

/** How many of a reward with a limit for each person they have, until it is no longer given out. */
const Bought = z.object({ count: z.int(), until: z.string() });

/** Where a book stands: its last entry and what the person has. */
export const BookRecord = z.object({
  ...Holding.shape,
  seq: z.int().check(z.gte(0)),
  head: z.string(),
  given: z.record(z.string(), Given),
  tallies: z._default(z.record(z.string(), Tally), {}),
  bought: z.optional(z.record(z.string(), Bought)),
});
export type BookRecord = z.output<typeof BookRecord>;

export const firstHead = '0'.repeat(64);
export const blankBook: BookRecord = { ...nothing, seq: 0, head: firstHead, given: {}, tallies: {} };

export const EntryRecord = Entry;
export type EntryRecord = Entry;

/** Stands where its entry would: a refused id stays refused. */
export const RefusedRecord = z.object({ refused: Refusal, transfer: Transfer });
export type RefusedRecord = z.output<typeof RefusedRecord>;
export type Standing = EntryRecord | RefusedRecord;

export const isRefused = (standing: Standing): standing is RefusedRecord => 'refused' in standing;

/**
 * Under which name a transfer stands in a book. What ends a reservation, and what takes a transfer back, is named by that, so that only one
 * ever is.
 */
export const nameOf = ({ id, ends, undoes }: Pick<Transfer, 'id' | 'ends' | 'undoes'>): string => {
  if (ends !== undefined) return `${ends}#end`;
  return undoes === undefined ? id : `${undoes}#undo`;
};

export const sealed = (entry: Omit<EntryRecord, 'hash'>): EntryRecord => ({ ...entry, hash: entryHash(entry) });

/** The hash of the entry as everybody may see it, which binds all of it. */
export const entryHash = (entry: Omit<EntryRecord, 'hash'>): string => hashOf(entry, sha256);
