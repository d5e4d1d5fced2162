import type { PersonId, TransferId } from '@suishoupai/shared/ids';
import { allowedOf, type EarningRule, givenAfter, lapseDay } from '@suishoupai/shared/points/earning';
import { booksOf, type Entered, enter, freeOf, lapsedOf } from '@suishoupai/shared/points/holding';
import { type Refusal, Transfer } from '@suishoupai/shared/points/transfer';
import { chinaDay } from '@suishoupai/shared/time/china';
import { canonical } from '@suishoupai/shared/votes/canonical';
import * as z from 'zod/mini';
import type { Act } from '../dynamo/memory-items.ts';
import { poolDonation } from '../timebank/pool-store.ts';
import { transferIdFor } from './derived-id.ts';
import type { LedgerStore, Page } from './ledger-store.ts';
import { type BookKey, type BookRecord, type EntryRecord, isRefused, nameOf, type Standing, sealed } from './record.ts';
import { talliedAfter } from './tally.ts';

/** What makes two transfers of one id the same; the first that differs is named. */
const compared = [
  'communityId',
  'unit',
  'debit',
  'credit',
  'amount',
  'phase',
  'ends',
  'undoes',
  'cause',
  'rule',
  'until',
  'reason',
] as const;
type Compared = (typeof compared)[number];

/** As TigerBeetle answers: both `created` and `exists` are success, a refused id stays refused. */
export type Result =
  | { result: 'created' | 'exists'; entry: EntryRecord }
  | { result: `exists_with_different_${Compared}` }
  | { result: 'accounts_must_be_different' | 'nobody_s_books' }
  | { result: 'refused'; reason: Refusal };

/** Not for ever so: the same transfer may pass another time, because what it names may come. */
const passing: readonly Refusal[] = [
  'notFound',
  'notReserved',
  'moreThanReserved',
  'alreadyEnded',
  'alreadyUndone',
  'overtaken',
];

const canon = (value: unknown) => (value === undefined ? '' : canonical(value));

/** Of what was earned the caps may have left less than was asked for: that is the same transfer. */
const isAlike = (field: Compared, first: Transfer, transfer: Transfer): boolean =>
  canon(first[field]) === canon(transfer[field]) ||
  (field === 'amount' && transfer.phase === 'single' && transfer.rule !== undefined && first.amount <= transfer.amount);

const resultOf = (standing: Standing, transfer: Transfer): Result => {
  const first = isRefused(standing) ? standing.transfer : standing;
  if (first.id !== transfer.id)
    return { result: 'refused', reason: transfer.ends === undefined ? 'alreadyUndone' : 'alreadyEnded' };
  const other = compared.find((field) => !isAlike(field, first, transfer));
  if (other !== undefined) return { result: `exists_with_different_${other}` };
  return isRefused(standing) ? { result: 'refused', reason: standing.refused } : { result: 'exists', entry: standing };
};

/** Two who write one book at once: the second reads again. */
const maxTries = 60;

const pageOf = (
  book: BookKey,
  before: BookRecord,
  { holding, took }: Entered,
  transfer: Transfer,
  earlier?: EntryRecord,
): Page => {
  const { lots, posted, reserved } = holding;
  const entry = sealed({
    ...transfer,
    account: book.personId,
    seq: before.seq + 1,
    posted,
    reserved,
    ...(took === undefined ? {} : { took }),
    previous: before.head,
  });
  const { rule, credit, amount, at } = transfer;
  const isEarned = rule !== undefined && credit === book.personId;
  const given = isEarned ? { ...before.given, [rule.id]: givenAfter(amount, before.given[rule.id], at) } : before.given;
  const tallies = talliedAfter(before.tallies, book, transfer, earlier);
  const after = { ...before, given, tallies, lots, posted, reserved, seq: entry.seq, head: entry.hash };
  return { book, before, after, entry };
};

const keyOf = ({ communityId, unit }: Transfer, personId: PersonId): BookKey => ({ communityId, unit, personId });
type People = readonly [PersonId, ...PersonId[]];

/** `onLead`: what the first of the books keeps besides, and what stands beside its entry. */
type Along = { acts: readonly Act[]; onLead: { bought?: BookRecord['bought']; beside?: Page['beside'] } };

/** What goes into the same transaction as the pages: all or nothing. */
export type Besides = (pages: readonly Page[]) => Promise<readonly Act[] | Along | Refusal>;

const withLead = (pages: readonly Page[], { bought, beside }: Along['onLead']): Page[] =>
  pages.map((page, index) => ({
    ...page,
    ...(index > 0 || bought === undefined ? {} : { after: { ...page.after, bought } }),
    ...(index > 0 || beside === undefined ? {} : { beside }),
  }));

export const makeLedger = (store: LedgerStore) => {
  const refused = async (transfer: Transfer, lead: BookKey, reason: Refusal): Promise<Result> => {
    const standing = passing.includes(reason)
      ? await store.find(lead, nameOf(transfer))
      : await store.refuse(lead, { refused: reason, transfer });
    return standing === undefined ? { result: 'refused', reason } : resultOf(standing, transfer);
  };

  /** The entry that a transfer ends or takes back, in the first book it is written into. */
  const earlierOf = async (transfer: Transfer, lead: BookKey): Promise<EntryRecord | Refusal | undefined> => {
    const { ends, undoes } = transfer;
    const id = ends ?? undoes;
    if (id === undefined) return undefined;
    const standing = await store.find(lead, id);
    if (standing === undefined || isRefused(standing)) return 'notFound';
    if (ends !== undefined) return standing.phase === 'reserve' ? standing : 'notReserved';
    return isOpposite(transfer, standing) ? standing : 'notFound';
  };

  /** Undefined when somebody else wrote one of the books meanwhile. */
  const write = async (
    transfer: Transfer,
    lead: BookKey,
    pages: readonly Page[],
    besides: readonly Act[] = [],
  ): Promise<Result | undefined> => {
    const [first] = pages;
    if (first !== undefined && (await store.write(pages, besides))) return { result: 'created', entry: first.entry };
    const standing = await store.find(lead, nameOf(transfer));
    return standing === undefined ? undefined : resultOf(standing, transfer);
  };

  const attempt = async (transfer: Transfer, people: People, besidesOf: Besides): Promise<Result | undefined> => {
    const lead = keyOf(transfer, people[0]);
    const earlier = await earlierOf(transfer, lead);
    if (typeof earlier === 'string') return refused(transfer, lead, earlier);
    const pages: Page[] = [];
    for (const personId of people) {
      const book = keyOf(transfer, personId);
      const before = await store.book(book);
      const entered = enter(before, personId, transfer, transfer.ends === undefined ? undefined : earlier);
      if (typeof entered === 'string') return refused(transfer, lead, entered);
      pages.push(pageOf(book, before, entered, transfer, earlier));
    }
    const besides = await besidesOf(pages);
    if (typeof besides === 'string') return refused(transfer, lead, besides);
    return 'acts' in besides
      ? write(transfer, lead, withLead(pages, besides.onLead), besides.acts)
      : write(transfer, lead, pages, besides);
  };

  /** Moves what `amountOf` leaves of the amount, by the book as it stands; the write fails when it has moved on. */
  const attemptUpTo = async (
    transfer: Transfer,
    personId: PersonId,
    amountOf: (before: BookRecord) => number | Refusal,
    earlier?: EntryRecord,
  ): Promise<Result | undefined> => {
    const book = keyOf(transfer, personId);
    const before = await store.book(book);
    const amount = amountOf(before);
    if (typeof amount === 'string') return refused(transfer, book, amount);
    const part = { ...transfer, amount };
    const entered = enter(before, personId, part);
    if (typeof entered === 'string') return refused(transfer, book, entered);
    return write(transfer, book, [pageOf(book, before, entered, part, earlier)]);
  };

  const untilWritten = async (id: string, attemptOnce: () => Promise<Result | undefined>): Promise<Result> => {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const result = await attemptOnce();
      if (result !== undefined) return result;
    }
    throw new Error(`books of ${id} are written by others all the time`);
  };

  const transferWith = async (input: Transfer, besidesOf: Besides): Promise<Result> => {
    const transfer = z.parse(Transfer, input);
    if (transfer.debit === transfer.credit) return { result: 'accounts_must_be_different' };
    const [first, ...rest] = booksOf(transfer);
    if (first === undefined) return { result: 'nobody_s_books' };
    return untilWritten(transfer.id, () => attempt(transfer, [first, ...rest], besidesOf));
  };

  /**
   * Moves out of a book what `partOf` says of it as it stands, until there is nothing of that: the id names the entry before, so that whoever
   * does it at once with us does the same.
   */
  const moveOff = async (
    book: BookKey,
    at: string,
    partOf: (before: BookRecord) => Pick<Transfer, 'amount' | 'credit' | 'cause'>,
  ): Promise<Result | undefined> => {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const before = await store.book(book);
      const part = partOf(before);
      if (part.amount <= 0) return undefined;
      const { personId, ...where } = book;
      const id = transferIdFor(at, part.cause.kind, before.head);
      const transfer: Transfer = { ...where, ...part, id, debit: personId, phase: 'single', at };
      const entered = enter(before, personId, transfer);
      if (typeof entered === 'string') return { result: 'refused', reason: entered };
      // What is donated stands in the pool of the time bank in the same write.
      const { credit, communityId, amount } = transfer;
      const besides = credit === 'donated' ? [poolDonation(communityId, amount)] : [];
      const result = await write(transfer, book, [pageOf(book, before, entered, transfer)], besides);
      if (result !== undefined) return result;
    }
    throw new Error(`a book of ${book.communityId} is written by others all the time`);
  };

  const keepWithin = (book: BookKey, most: number, at: string): Promise<Result | undefined> =>
    moveOff(book, at, (before) => ({
      amount: Math.min(before.posted - most, freeOf(before)),
      credit: 'donated',
      cause: { kind: 'pool', id: 'mostKept' },
    }));

  return {
    /** Takes out of a book what has lapsed before today, as far as it is free; undefined when nothing has. */
    lapse: (book: BookKey, at: string): Promise<Result | undefined> => {
      const today = chinaDay(at);
      return moveOff(book, at, (before) => ({
        amount: lapsedOf(before, today),
        credit: 'expired',
        cause: { kind: 'expiry', id: today },
      }));
    },

    /** Donates what a person has beyond the most they may keep, as far as it is free; undefined when there is nothing. */
    keepWithin,

    /**
     * Moves an amount, once for each id whatever happens. Throws ZodError for what is no transfer (amount 0, a fraction, an unknown unit), and
     * Error when others keep writing the same books; then nothing is written and the same id may be tried again.
     */
    transfer: (input: Transfer): Promise<Result> => transferWith(input, async () => []),

    /**
     * What became of a transfer of this id before; undefined when it is new. A look costs a unit, a transaction that fails eight: for
     * transfers that a phone may ask for again.
     */
    known: async (input: Transfer): Promise<Result | undefined> => {
      const transfer = z.parse(Transfer, input);
      const [first] = booksOf(transfer);
      const standing = first && (await store.find(keyOf(transfer, first), nameOf(transfer)));
      return standing && resultOf(standing, transfer);
    },

    /** The same together with what `besidesOf` says at each attempt has to be written with it, or why it cannot be. */
    transferWith,

    /**
     * Gives somebody what a rule gives, as far as its caps leave room: less, or refused as `capReached`. What they have then beyond the most
     * that one may keep is donated. Otherwise as `transfer`.
     */
    earn: async (
      input: Omit<Transfer, 'debit' | 'phase' | 'unit' | 'rule'> & { credit: PersonId },
      rule: EarningRule,
    ): Promise<Result> => {
      const { id, version, unit, lapses } = rule;
      const transfer = z.parse(Transfer, {
        ...input,
        unit,
        debit: 'issued',
        phase: 'single',
        rule: { id, version },
        ...(lapses ? { until: lapseDay(input.at) } : {}),
      });
      const result = await untilWritten(transfer.id, () =>
        attemptUpTo(transfer, input.credit, ({ given }) => {
          const amount = allowedOf(transfer.amount, rule, given[rule.id], transfer.at);
          return amount > 0 ? amount : 'capReached';
        }),
      );
      if (rule.mostKept !== undefined && 'entry' in result) {
        await keepWithin(keyOf(transfer, input.credit), rule.mostKept, transfer.at);
      }
      return result;
    },

    /**
     * Takes back what was earned, as far as it is still there: nobody falls below 0. `notFound` when it was never given; refused as
     * `insufficient` when all of it is spent, and that stays so.
     */
    takeBack: async (
      input: Pick<Transfer, 'id' | 'communityId' | 'unit' | 'cause' | 'at' | 'reason'> & { undoes: TransferId },
      debit: PersonId,
    ): Promise<Result> => {
      const earned = await store.find(
        { communityId: input.communityId, unit: input.unit, personId: debit },
        input.undoes,
      );
      if (earned === undefined || isRefused(earned)) return { result: 'refused', reason: 'notFound' };
      const { amount, debit: credit, rule } = earned;
      const transfer = z.parse(Transfer, { ...input, debit, credit, amount, rule, phase: 'single' });
      return untilWritten(transfer.id, () =>
        attemptUpTo(transfer, debit, (book) => Math.min(amount, freeOf(book)) || 'insufficient', earned),
      );
    },
  };
};

/** Takes back no more than was moved, the other way. */
const isOpposite = (transfer: Transfer, of: Transfer): boolean =>
  transfer.debit === of.credit && transfer.credit === of.debit && transfer.amount <= of.amount;

export type Ledger = ReturnType<typeof makeLedger>;
