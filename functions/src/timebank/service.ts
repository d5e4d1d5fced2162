import { AppError } from '@suishoupai/shared/contract/errors';
import { type CommunityId, communityOf, type ExchangeId, type ListingId, type PersonId } from '@suishoupai/shared/ids';
import { freeOf } from '@suishoupai/shared/points/holding';
import {
  type Exchange,
  type Identified,
  type ListingKind,
  Role,
  type Skill,
} from '@suishoupai/shared/timebank/contract';
import type { ExchangeStep, ListingStep } from '@suishoupai/shared/timebank/routes';
import type { ActFor } from '@suishoupai/shared/timebank/staff-routes';
import type { output } from 'zod/mini';
import { makeClerkOf } from '../households/access.ts';
import type { ClaimStore } from '../households/claim-store.ts';
import type { Viewer } from '../http/handlers.ts';
import type { AccessLog } from '../people/access-log-store.ts';
import { makePostIn } from '../people/posts.ts';
import type { PlacesService } from '../places/service.ts';
import { makeLedger } from '../points/ledger.ts';
import type { LedgerStore } from '../points/ledger-store.ts';
import { type Actor, asSelf, type Behalf, type Clerk } from './actor.ts';
import { makeTimebankDesk } from './desk.ts';
import { makeExchangeStore } from './exchange-store.ts';
import { makeExchanges } from './exchanges.ts';
import { makeGiving } from './giving.ts';
import type { TimebankItems } from './items-store.ts';
import { makeListingStore } from './listing-store.ts';
import { makeListings } from './listings.ts';
import { makeNudging } from './nudging.ts';
import { makePersonStore } from './person-store.ts';
import { makePoolStore } from './pool-store.ts';
import { type ExchangeRecord, isShown } from './record.ts';
import { exchangeCardView, exchangeView, listingCardView, makeListingView, relationOf, type Seer } from './view.ts';

type Deps = {
  timebank: TimebankItems;
  ledger: LedgerStore;
  claims: ClaimStore;
  accessLog: AccessLog;
  places: Pick<PlacesService, 'getCommunity'>;
};

/** 时间银行: neighbours help each other, minute for minute. */
export const makeTimebankService = ({ timebank: items, ledger: books, claims, accessLog, places }: Deps) => {
  const listings = makeListingStore(items);
  const exchangeStore = makeExchangeStore(items);
  const pool = makePoolStore(items);
  const people = makePersonStore(items);
  const ledger = makeLedger(books);
  const bindingsOf = claims.bindingsOf;
  const listing = makeListings({ listings, pool, items, places });
  const exchanges = makeExchanges({ listings, exchanges: exchangeStore, ledger, books, bindingsOf });
  const giving = makeGiving({ claims, people, ledger, books });
  const nudging = makeNudging({ people, listings, books });
  const desk = makeTimebankDesk({ listings, exchanges: exchangeStore, claims, books, accessLog, giving });
  const listingView = makeListingView({ listings, people });
  const clerkOf = makeClerkOf(places);
  const postIn = makePostIn(places);

  const seerOf = async (viewer: Viewer | undefined, communityId: CommunityId, now: Date): Promise<Seer> => ({
    personId: viewer?.personId,
    isStaff: (await postIn(viewer, communityId, now)) !== undefined,
  });

  /** Whose number staff see is told so, before it leaves. */
  const noteNumbers = async (clerk: Clerk, exchange: ExchangeRecord, { people: shown }: Exchange, now: Date) => {
    for (const role of Role.options) {
      const subject = exchange[role]?.personId;
      if (subject === undefined || shown[role].contact === undefined) continue;
      const look = { viewer: clerk, what: 'exchange', about: exchange.id, at: now.toISOString() } as const;
      await accessLog.note({ subject, ...look });
    }
  };

  const exchangeFor = async (viewer: Viewer, exchange: ExchangeRecord, now: Date) => {
    const { personId } = viewer;
    const post = await postIn(viewer, exchange.communityId, now);
    const isParty = personId === exchange.ownerId || personId === exchange.answererId;
    if (!isParty && post === undefined) throw new AppError('exchange.notFound');
    const listed = (await listings.find(exchange.listingId)) ?? {};
    const view = exchangeView(exchange, { personId, isStaff: post !== undefined }, listed);
    if (!isParty && post !== undefined) await noteNumbers({ personId, label: post.label }, exchange, view, now);
    return view;
  };

  /** Of the two only: to everybody else there is no such exchange. Whoever acts for one of them is not the other. */
  const stepAsParty = async (actor: Actor, id: ExchangeId, body: output<typeof ExchangeStep>, now: Date) => {
    const exchange = await exchanges.find(id);
    const { personId, by, clerkId, identified } = actor;
    const relation = relationOf(exchange, { personId, isStaff: false });
    const isBoth = clerkId !== undefined && (clerkId === exchange.ownerId || clerkId === exchange.answererId);
    if (relation === undefined || isBoth) throw new AppError('exchange.notFound');
    return exchanges.step({ relation, personId, label: by, identified }, id, body, now);
  };

  /** The community's side of what it listed itself. Whoever helps does not also speak for the community. */
  const stepOurs = async (
    clerkId: PersonId,
    label: string,
    id: ExchangeId,
    body: output<typeof ExchangeStep>,
    now: Date,
  ) => {
    const { ownerId, answererId } = await exchanges.find(id);
    if (ownerId !== undefined || answererId === clerkId) throw new AppError('access.denied');
    return exchanges.step({ relation: 'owner', label }, id, body, now);
  };

  const stepListingAs = async (
    personId: PersonId | undefined,
    viewer: Viewer,
    id: ListingId,
    body: output<typeof ListingStep>,
    now: Date,
    behalf?: Behalf,
  ) => {
    const found = await listing.find(id);
    const isOurs = found.ownerId === undefined && (await postIn(viewer, found.communityId, now)) !== undefined;
    if (!isOurs && (personId === undefined || found.ownerId !== personId)) throw new AppError('access.denied');
    return listing.step(id, body, now, behalf);
  };

  const actFor = async (
    behalf: Behalf,
    communityId: CommunityId,
    personId: PersonId,
    act: output<typeof ActFor>,
    now: Date,
  ) => {
    const actor: Actor = { personId, ...behalf };
    const about =
      act.what === 'stepListing' ? act.listingId : act.what === 'stepExchange' ? act.exchangeId : act.body.id;
    const isHours = act.what === 'give' || act.what === 'donate';
    if (!isHours && communityOf(about) !== communityId) throw new AppError('access.denied');
    switch (act.what) {
      case 'list':
        await listing.make(actor, act.body, now);
        break;
      case 'stepListing':
        await stepListingAs(personId, { personId, grants: [] }, act.listingId, act.body, now, behalf);
        break;
      case 'answer':
        await exchanges.answer(actor, act.body, now);
        break;
      case 'stepExchange':
        await stepAsParty(actor, act.exchangeId, act.body, now);
        break;
      case 'give':
        await giving.give(communityId, actor, act.body, now);
        break;
      case 'donate':
        await giving.donate(communityId, actor, act.body, now);
        break;
      default:
        act satisfies never;
    }
    return { about };
  };

  return {
    listing,
    exchanges,
    giving,
    nudging,
    desk,
    clerkOf,
    seerOf,
    exchangeFor,
    stepAsParty,
    stepOurs,
    stepListingAs,
    /** For somebody bound to a household, at their word; that their claim was used is logged. */
    actFor: async (
      viewer: Viewer,
      communityId: CommunityId,
      claimId: Parameters<typeof desk.residentOf>[1],
      { identified, act }: { identified: Identified; act: output<typeof ActFor> },
      now: Date,
    ) => {
      const clerk = await clerkOf(viewer, communityId, now);
      const { personId } = await desk.residentOf(communityId, claimId);
      if (personId === clerk.personId) throw new AppError('access.denied');
      await desk.noteLook(clerk, personId, claimId, now);
      const behalf = { by: clerk.label, clerkId: clerk.personId, identified };
      return actFor(behalf, communityId, personId, act, now);
    },
    viewListing: async (viewer: Viewer | undefined, id: ListingId, now: Date) => {
      const found = await listing.find(id);
      const seer = await seerOf(viewer, found.communityId, now);
      const isMine = viewer !== undefined && viewer.personId === found.ownerId;
      if (!isMine && !seer.isStaff && !isShown(found)) throw new AppError('listing.notFound');
      return listingView(found, seer);
    },
    home: async (viewer: Viewer, communityId: CommunityId, now: Date) => {
      await places.getCommunity(communityId, now);
      const of = { communityId, personId: viewer.personId };
      const book = await books.book({ ...of, unit: 'minutes' });
      const free = freeOf(book);
      const [offers, isOn, own] = await Promise.all([
        nudging.offersFor(of, free),
        nudging.isOn(of),
        exchangeStore.listOf(communityId, viewer.personId),
      ]);
      const seer = { personId: viewer.personId, isStaff: false };
      return {
        minutes: { posted: book.posted, reserved: book.reserved, free },
        waiting: own.items.filter((card) => exchangeCardView(card, seer).isMyTurn).length,
        nudge: { isOn, offers: offers.map((card) => listingCardView(card, viewer.personId)) },
      };
    },
    list: async (
      viewer: Viewer | undefined,
      asked: { communityId: CommunityId; kind: ListingKind; skill?: Skill | undefined; cursor?: string | undefined },
      now: Date,
    ) => {
      await places.getCommunity(asked.communityId, now);
      const page = await listings.list(asked);
      return { items: page.items.map((card) => listingCardView(card, viewer?.personId)), next: page.next };
    },
    mine: async (viewer: Viewer, communityId: CommunityId, cursor: string | undefined) => {
      const page = await listings.listOf(communityId, viewer.personId, cursor);
      return { items: page.items.map((card) => listingCardView(card, viewer.personId)), next: page.next };
    },
    myExchanges: async (viewer: Viewer, communityId: CommunityId, cursor: string | undefined) => {
      const page = await exchangeStore.listOf(communityId, viewer.personId, cursor);
      const seer = { personId: viewer.personId, isStaff: false };
      return { items: page.items.map((card) => exchangeCardView(card, seer)), next: page.next };
    },
    pool: async (viewer: Viewer | undefined, communityId: CommunityId, cursor: string | undefined, now: Date) => {
      await places.getCommunity(communityId, now);
      const [standing, page] = await Promise.all([pool.find(communityId), listings.promises(communityId, cursor)]);
      return {
        pool: standing,
        promises: page.items.map((card) => listingCardView(card, viewer?.personId)),
        next: page.next,
      };
    },
    inCommunity: async (viewer: Viewer, communityId: CommunityId, now: Date) => {
      await places.getCommunity(communityId, now);
      return { communityId, personId: viewer.personId };
    },
    asSelf,
  };
};

export type TimebankService = ReturnType<typeof makeTimebankService>;
