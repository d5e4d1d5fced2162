import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import { communityOf, type ExchangeId, type PersonId, type TransferId, transferIdOf } from '@suishoupai/shared/ids';
import { freeOf } from '@suishoupai/shared/points/holding';
import type { Transfer } from '@suishoupai/shared/points/transfer';
import { dayMs } from '@suishoupai/shared/time/units';
import type { Identified } from '@suishoupai/shared/timebank/contract';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import type { ExchangeStep, NewExchange } from '@suishoupai/shared/timebank/routes';
import {
  type ExchangeEvent,
  type ExchangeRelation,
  mayHappen,
  stateConfirmed,
} from '@suishoupai/shared/timebank/transitions';
import type { output } from 'zod/mini';
import type { Act } from '../dynamo/memory-items.ts';
import type { BindingsOf } from '../households/bindings.ts';
import type { Ledger } from '../points/ledger.ts';
import type { LedgerStore } from '../points/ledger-store.ts';
import { digestOf } from '../tickets/digest.ts';
import { type Actor, behalfOf, type Clerk } from './actor.ts';
import { decided } from './again.ts';
import { factsFor, factsOf, otherRole, roleOf } from './exchange-facts.ts';
import { type ExchangeStore, exchangeActs } from './exchange-store.ts';
import { type ListingStore, listingActs } from './listing-store.ts';
import { oneMoreDone, starsGiven } from './person-store.ts';
import { poolUse } from './pool-store.ts';
import { type ExchangeEntry, type ExchangeRecord, isShown, type ListingRecord, type Side } from './record.ts';

type Answer = output<typeof NewExchange>;
type Step = output<typeof ExchangeStep>;
type Deps = {
  listings: Pick<ListingStore, 'find'>;
  exchanges: ExchangeStore;
  ledger: Pick<Ledger, 'transferWith'>;
  books: Pick<LedgerStore, 'book'>;
  bindingsOf: BindingsOf;
};
/** Whose step it is, on which side of the exchange. */
type By = {
  relation: ExchangeRelation;
  personId?: PersonId;
  label?: string | undefined;
  identified?: Identified | undefined;
};
type Moved = {
  before: ExchangeRecord;
  after: ExchangeRecord;
  transferId: TransferId;
  at: string;
  by?: string | undefined;
};

const minutesKey = ({ communityId }: Pick<ExchangeRecord, 'communityId'>, personId: PersonId) =>
  ({ communityId, unit: 'minutes', personId }) as const;

/** What a transfer to be written under is called when a phone's own id started it. */
const transferOf = (stepId: string): TransferId => `trf_${stepId.slice(-26)}` as TransferId;

/** Two agree on a help; it is done; both confirm the minutes; the minutes move, or come free. */
export const makeExchanges = ({ listings, exchanges, ledger, books, bindingsOf }: Deps) => {
  const find = async (id: ExchangeId): Promise<ExchangeRecord> => {
    const exchange = await exchanges.find(id);
    if (exchange === undefined) throw new AppError('exchange.notFound');
    return exchange;
  };

  const freeMinutes = async (exchange: Pick<ExchangeRecord, 'communityId'>, personId: PersonId): Promise<number> =>
    freeOf(await books.book(minutesKey(exchange, personId)));

  const sideOf = async (
    communityId: string,
    personId: PersonId,
    { call, contact }: Pick<Answer, 'call' | 'contact'>,
  ): Promise<Side> => ({
    ...{ personId, call, contact },
    isVerified: (await bindingsOf(personId, communityId)).length > 0,
  });

  const checkAnswer = ({ minutes, plannedAt }: Answer, listing: ListingRecord, now: Date): void => {
    const latest = new Date(now.getTime() + timebankLimits.aheadDays * dayMs).toISOString();
    if (minutes > listing.minutes) throw invalidField('body.minutes', 'tooLong', '不能超过对方写的时长');
    if (listing.fundedBy === 'pool' && minutes < listing.minutes) {
      throw invalidField('body.minutes', 'promised', '互助池答应了多少，就约多少');
    }
    if (plannedAt <= now.toISOString()) throw invalidField('body.plannedAt', 'past', '约定的时间已经过了');
    if (plannedAt > latest) throw invalidField('body.plannedAt', 'tooFar', `请约在 ${timebankLimits.aheadDays} 天以内`);
  };

  const answer = (actor: Actor, body: Answer, now: Date): Promise<ExchangeRecord> => {
    const { id, listingId, minutes, plannedAt } = body;
    const { personId } = actor;
    const digest = digestOf(body);
    return decided(async () => {
      const listing = await listings.find(listingId);
      const answererIs = listing?.kind === 'offer' ? 'receiver' : 'giver';
      const needsMinutes = listing !== undefined && answererIs === 'receiver';
      const free = needsMinutes ? await freeMinutes(listing, personId) : minutes;
      // Looked for last: what refuses an answer may follow from it, when another copy of the request was quicker.
      const known = await exchanges.find(id);
      if (known !== undefined && (known.digest !== digest || known.answererId !== personId))
        throw new AppError('id.reused');
      if (known !== undefined) return known;
      if (listing === undefined || !isShown(listing) || communityOf(id) !== listing.communityId)
        throw new AppError('listing.notFound');
      const isOwn = listing.ownerId !== undefined && [personId, actor.clerkId].includes(listing.ownerId);
      if (isOwn) throw new AppError('exchange.ownListing');
      if (listing.state !== 'open' || listing.takenBy !== undefined) throw new AppError('listing.stepNotAllowed');
      checkAnswer(body, listing, now);
      if (free < minutes) throw new AppError('hours.insufficient');
      const { communityId, kind, skill, place, fundedBy, ownerId } = listing;
      const at = now.toISOString();
      const line: ExchangeEntry = { id, at, what: 'answer', personId, role: answererIs, digest, minutes };
      const exchange: ExchangeRecord = {
        ...{ id, listingId, communityId, kind, skill, place, fundedBy, minutes, plannedAt, digest, answererIs },
        ...(ownerId === undefined ? {} : { ownerId }),
        answererId: personId,
        [answererIs]: await sideOf(communityId, personId, body),
        answeredAt: at,
        state: 'answered',
        version: 1,
        confirmed: {},
        stars: {},
        lines: [{ ...line, ...behalfOf(actor) }],
      };
      return (await exchanges.save(exchange)) ? exchange : undefined;
    });
  };

  /** Books a transfer together with the exchange; false when the exchange has moved on meanwhile: nothing was written. */
  const book = async (
    transfer: Transfer,
    { before, after }: Pick<Moved, 'before' | 'after'>,
    along: readonly Act[] = [],
  ): Promise<boolean> => {
    const result = await ledger.transferWith(transfer, async () => {
      const standing = await exchanges.find(before.id);
      return standing?.version === before.version ? [...exchangeActs(after), ...along] : 'overtaken';
    });
    if (result.result === 'created') return true;
    if (result.result === 'refused' && result.reason === 'insufficient') throw new AppError('hours.insufficient');
    if (result.result === 'refused' && (result.reason === 'overtaken' || result.reason === 'alreadyEnded'))
      return false;
    // The exchange was read before somebody else booked the same, or a mediator another figure: what stands is read again.
    if (result.result.startsWith('exists')) return false;
    throw new AppError('transfer.refused');
  };

  const transferFor = ({ before, at, by }: Pick<Moved, 'before' | 'at' | 'by'>, amount: number) => {
    const { communityId, id } = before;
    const giver = before.giver?.personId;
    const receiver = before.receiver?.personId;
    if (giver === undefined || receiver === undefined) throw new Error(`exchange ${id} has no two books`);
    const cause = { kind: 'exchange', id } as const;
    return {
      communityId,
      unit: 'minutes',
      debit: receiver,
      credit: giver,
      amount,
      cause,
      at,
      ...(by === undefined ? {} : { by }),
    } as const;
  };

  const done = ({ communityId, giver, receiver }: ExchangeRecord): Act[] =>
    [giver, receiver].flatMap((side) =>
      side?.personId === undefined ? [] : [oneMoreDone(communityId, side.personId)],
    );

  const listingOf = async ({ listingId }: ExchangeRecord): Promise<ListingRecord> => {
    const listing = await listings.find(listingId);
    if (listing === undefined) throw new AppError('listing.notFound');
    return listing;
  };

  /** A pool listing with who does it, or nobody: its one promise is used by one exchange. */
  const taken = async (exchange: ExchangeRecord, isTaken: boolean): Promise<Act[]> => {
    const { takenBy: holder, ...listing } = await listingOf(exchange);
    // Its own already: another copy of the request was quicker, and the exchange is no longer the one that was read.
    if (isTaken && holder === exchange.id) return [];
    if (isTaken && (holder !== undefined || listing.state !== 'open')) throw new AppError('listing.stepNotAllowed');
    if (!isTaken && holder !== exchange.id) return [];
    const after = { ...listing, revision: listing.revision + 1 };
    return listingActs(isTaken ? { ...after, takenBy: exchange.id } : after);
  };

  const hold = async ({ before, after, transferId, at, by }: Moved): Promise<boolean> => {
    if (before.fundedBy === 'pool') return exchanges.save(after, await taken(before, true));
    const transfer = {
      ...transferFor({ before: after, at, by }, after.minutes),
      id: transferId,
      phase: 'reserve',
    } as const;
    return book(transfer, { before, after });
  };

  const free = async ({ before, after, transferId, at, by }: Moved, phase: 'release' | 'expire'): Promise<boolean> => {
    if (before.fundedBy === 'pool') return exchanges.save(after, await taken(before, false));
    if (before.reservation === undefined) return exchanges.save(after);
    const held = {
      ...transferFor({ before, at, by }, before.minutes),
      id: transferId,
      phase,
      ends: before.reservation,
    };
    return book(held, { before, after });
  };

  /** Moves the minutes: out of what is held of whoever was helped, or out of the pool, whose promise ends with it. */
  const settle = async ({ before, after, at, by }: Moved, minutes: number): Promise<boolean> => {
    const id = transferIdOf(before.id);
    if (before.fundedBy === 'person') {
      const ends = before.reservation;
      if (ends === undefined) throw new Error(`exchange ${before.id} holds nothing`);
      return book(
        { ...transferFor({ before, at, by }, minutes), id, phase: 'post', ends },
        { before, after },
        done(after),
      );
    }
    const giver = before.giver?.personId;
    if (giver === undefined) throw new Error(`exchange ${before.id} has nobody who gives`);
    const listing = await listingOf(before);
    const { communityId } = before;
    const ended: ListingRecord = {
      ...listing,
      state: 'ended',
      revision: listing.revision + 1,
      lines: [...listing.lines, { id: before.id, at, what: 'use', digest: '' }],
    };
    const transfer: Transfer = {
      ...{ id, communityId, credit: giver, amount: minutes, at },
      ...({ unit: 'minutes', debit: 'donated', phase: 'single' } as const),
      cause: { kind: 'pool', id: before.id },
      ...(by === undefined ? {} : { by }),
    };
    return book(transfer, { before, after }, [
      ...listingActs(ended),
      poolUse(communityId, listing.minutes, minutes),
      ...done(after),
    ]);
  };

  const write = (moved: Moved, event: ExchangeEvent): Promise<boolean> => {
    const { before, after } = moved;
    if (event === 'agree') return hold(moved);
    if (after.state === 'settled' && before.state !== 'settled') return settle(moved, after.settledMinutes ?? 0);
    if (before.state === 'answered' || after.state === before.state || after.state === 'disputed')
      return exchanges.save(after);
    return free(moved, event === 'lapse' ? 'expire' : 'release');
  };

  const withLine = (exchange: ExchangeRecord, line: ExchangeEntry): ExchangeRecord => ({
    ...exchange,
    version: exchange.version + 1,
    lines: [...exchange.lines, line],
  });

  /** Whoever confirms says their own figure; alike, it is settled. */
  const confirmedBy = (exchange: ExchangeRecord, role: 'giver' | 'receiver', minutes: number): ExchangeRecord => {
    if (minutes > exchange.minutes) throw invalidField('body.minutes', 'tooLong', '不能超过约好的时长');
    const confirmed = { ...exchange.confirmed, [role]: minutes };
    const state = stateConfirmed(exchange.state, confirmed);
    return { ...exchange, confirmed, state, ...(state === 'settled' ? { settledMinutes: minutes } : {}) };
  };

  const after = async (exchange: ExchangeRecord, step: Step, { relation, personId }: By): Promise<ExchangeRecord> => {
    if (relation !== 'owner' && relation !== 'answerer') throw new AppError('exchange.stepNotAllowed');
    const role = roleOf(exchange, relation);
    switch (step.what) {
      case 'agree': {
        const { communityId, fundedBy } = exchange;
        const { call, contact } = step;
        const side =
          personId === undefined || fundedBy === 'pool'
            ? { call, contact, isVerified: true }
            : await sideOf(communityId, personId, step);
        const reservation = fundedBy === 'person' ? { reservation: transferOf(step.id) } : {};
        return { ...exchange, state: 'agreed', [role]: side, ...reservation };
      }
      case 'decline':
        return { ...exchange, state: 'declined' };
      case 'withdraw':
      case 'callOff':
        return { ...exchange, state: 'calledOff' };
      case 'confirm':
        return confirmedBy(exchange, role, step.minutes);
      case 'rate':
        return { ...exchange, stars: { ...exchange.stars, [role]: step.stars } };
      default:
        return step satisfies never;
    }
  };

  /** Confirming and rating say nothing about the other side: they need not have seen its latest step. */
  const isLate = (exchange: ExchangeRecord, { what, version }: Step): boolean =>
    what !== 'confirm' && what !== 'rate' && exchange.version !== version;

  const step = (by: By, id: ExchangeId, body: Step, now: Date): Promise<ExchangeRecord> => {
    const { id: stepId, version: _, ...content } = body;
    const digest = digestOf(content);
    const at = now.toISOString();
    return decided(async () => {
      const before = await find(id);
      const taken = before.lines.find((line) => line.id === stepId);
      if (taken !== undefined && taken.digest !== digest) throw new AppError('id.reused');
      if (taken !== undefined) return before;
      if (isLate(before, body)) throw new AppError('exchange.changed');
      if (!mayHappen(body.what, factsFor(before, by.relation), by.relation))
        throw new AppError('exchange.stepNotAllowed');
      const { personId, label, identified } = by;
      const line: ExchangeEntry = {
        ...{ id: stepId, at, what: body.what, digest },
        ...(personId === undefined ? {} : { personId }),
        ...(by.relation === 'owner' || by.relation === 'answerer' ? { role: roleOf(before, by.relation) } : {}),
        ...(label === undefined ? {} : { by: label }),
        ...(identified === undefined ? {} : { identified }),
        ...(body.what === 'confirm' ? { minutes: body.minutes } : {}),
        ...(body.what === 'callOff' ? { reason: body.reason } : {}),
      };
      const next = withLine(await after(before, body, by), line);
      if (body.what === 'rate') {
        const other = next[otherRole(roleOf(before, by.relation === 'owner' ? 'owner' : 'answerer'))]?.personId;
        const along = other === undefined ? [] : [starsGiven(before.communityId, other, body.stars)];
        return (await exchanges.save(next, along)) ? next : undefined;
      }
      const moved = { before, after: next, transferId: transferOf(stepId), at, by: label };
      return (await write(moved, body.what)) ? next : undefined;
    });
  };

  type Ruling = { id: string; version: number; minutes: number; reason: string };
  /** A mediator who is one of the two would decide for themselves. */
  const mediate = (
    clerk: Clerk,
    id: ExchangeId,
    { id: stepId, version, minutes, reason }: Ruling,
    now: Date,
  ): Promise<ExchangeRecord> => {
    const at = now.toISOString();
    const digest = digestOf({ minutes, reason });
    return decided(async () => {
      const before = await find(id);
      const taken = before.lines.find((line) => line.id === stepId);
      if (taken !== undefined && taken.digest !== digest) throw new AppError('id.reused');
      if (taken !== undefined) return before;
      if (clerk.personId === before.ownerId || clerk.personId === before.answererId)
        throw new AppError('access.denied');
      if (before.version !== version) throw new AppError('exchange.changed');
      if (!mayHappen('mediate', factsOf(before), 'staff')) throw new AppError('exchange.stepNotAllowed');
      if (minutes > before.minutes) throw invalidField('body.minutes', 'tooLong', '不能超过约好的时长');
      const state = minutes === 0 ? ('calledOff' as const) : ('settled' as const);
      const line: ExchangeEntry = {
        id: stepId,
        at,
        what: 'mediate',
        personId: clerk.personId,
        by: clerk.label,
        digest,
        minutes,
        reason,
      };
      const next = withLine({ ...before, state, ...(minutes === 0 ? {} : { settledMinutes: minutes }) }, line);
      const moved = { before, after: next, transferId: transferOf(stepId), at, by: clerk.label };
      return (await write(moved, 'mediate')) ? next : undefined;
    });
  };

  return { find, answer, step, mediate, write, withLine };
};

export type Exchanges = ReturnType<typeof makeExchanges>;
