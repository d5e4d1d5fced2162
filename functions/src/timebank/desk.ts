import { AppError } from '@suishoupai/shared/contract/errors';
import { maskedName, unitCode } from '@suishoupai/shared/households/rules';
import type { ClaimId, CommunityId, PersonId } from '@suishoupai/shared/ids';
import { freeOf } from '@suishoupai/shared/points/holding';
import type { Resident, Waiting } from '@suishoupai/shared/timebank/staff-routes';
import type { ClaimStore } from '../households/claim-store.ts';
import type { AccessLog } from '../people/access-log-store.ts';
import type { LedgerStore } from '../points/ledger-store.ts';
import type { Clerk } from './actor.ts';
import { type ExchangeStore, exchangeCardOf, exchangeIdOf } from './exchange-store.ts';
import type { Giving } from './giving.ts';
import { type ListingStore, listingIdOf } from './listing-store.ts';
import { mayJudge, openFlags } from './listings.ts';
import type { ListingRecord } from './record.ts';
import { exchangeCardView } from './view.ts';

type Deps = {
  listings: Pick<ListingStore, 'find'>;
  exchanges: Pick<ExchangeStore, 'find' | 'waiting' | 'listOf'>;
  claims: Pick<ClaimStore, 'bound' | 'find'>;
  books: Pick<LedgerStore, 'book'>;
  accessLog: Pick<AccessLog, 'note'>;
  giving: Pick<Giving, 'kin'>;
};
type Unit = { building: string; entrance?: string | undefined; room: string };

/** What the community sees of the time bank, and for whom it may act. */
export const makeTimebankDesk = ({ listings, exchanges, claims, books, accessLog, giving }: Deps) => {
  const wordsOf = (listing: ListingRecord, personId: PersonId): Waiting => {
    const { id: listingId, at, words, safety, appeal } = listing;
    return {
      kind: 'words',
      ...{ listingId, at, words, safety },
      reasons: [...new Set(openFlags(listing).map(({ reason }) => reason))],
      ...(appeal === undefined || safety !== 'appealed' ? {} : { note: appeal.note }),
      mayJudge: mayJudge(listing, personId),
    };
  };

  /** The person behind an approved claim of this community. AppError `resident.notFound`. */
  const residentOf = async (communityId: CommunityId, claimId: ClaimId) => {
    const claim = await claims.find(claimId);
    if (claim === undefined || claim.communityId !== communityId || claim.state !== 'approved') {
      throw new AppError('resident.notFound');
    }
    return claim;
  };

  const noteLook = (clerk: Clerk, subject: PersonId, about: string, now: Date) =>
    accessLog.note({ subject, viewer: clerk, what: 'timebank', about, at: now.toISOString() });

  return {
    residentOf,
    noteLook,
    waiting: async (clerk: Clerk, communityId: CommunityId, cursor: string | undefined) => {
      const { items: keys, next } = await exchanges.waiting(communityId, cursor);
      const items: Waiting[] = [];
      for (const key of keys) {
        const listingId = listingIdOf(key);
        const exchangeId = exchangeIdOf(key);
        // The list may be a moment old: what stands says whether it still waits.
        const listing = listingId === undefined ? undefined : await listings.find(listingId);
        const exchange = exchangeId === undefined ? undefined : await exchanges.find(exchangeId);
        if (listing !== undefined && listing.safety !== 'pass' && listing.safety !== 'hidden') {
          items.push(wordsOf(listing, clerk.personId));
        }
        if (exchange === undefined) continue;
        const card = exchangeCardView(exchangeCardOf(exchange), { personId: clerk.personId, isStaff: true });
        if (exchangeCardOf(exchange).turn.includes('staff'))
          items.push({ kind: 'exchange', at: exchange.answeredAt, card });
      }
      return { items, next };
    },
    residents: async (clerk: Clerk, communityId: CommunityId, { building, entrance = '', room }: Unit, now: Date) => {
      const unit = unitCode({ building, entrance, room });
      const items: Resident[] = [];
      for (const { claimId, personId } of await claims.bound(communityId, { unit })) {
        const claim = await claims.find(claimId);
        if (claim === undefined) continue;
        await noteLook(clerk, personId, claimId, now);
        items.push({ claimId, name: maskedName(claim.name), unit });
      }
      return { items };
    },
    hoursOf: async (clerk: Clerk, communityId: CommunityId, claimId: ClaimId, now: Date) => {
      const { personId } = await residentOf(communityId, claimId);
      await noteLook(clerk, personId, claimId, now);
      const of = { communityId, personId };
      const [book, kin, own] = await Promise.all([
        books.book({ ...of, unit: 'minutes' }),
        giving.kin(of),
        exchanges.listOf(communityId, personId),
      ]);
      const seer = { personId, isStaff: false };
      return { free: freeOf(book), kin: kin.items, exchanges: own.items.map((card) => exchangeCardView(card, seer)) };
    },
  };
};

export type TimebankDesk = ReturnType<typeof makeTimebankDesk>;
