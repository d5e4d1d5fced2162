import type { PersonId } from '@suishoupai/shared/ids';
import type { Exchange, ExchangeCard, Listing, ListingCard } from '@suishoupai/shared/timebank/contract';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import { matchesOf } from '@suishoupai/shared/timebank/matching';
import { clockOf, type ExchangeRelation, exchangeEvents, mayHappen } from '@suishoupai/shared/timebank/transitions';
import { factsFor, factsOf, roleOf } from './exchange-facts.ts';
import { type ExchangeCardRecord, exchangeCardOf } from './exchange-store.ts';
import { cardOf, type ListingCardRecord, type ListingStore } from './listing-store.ts';
import { stepsOf } from './listings.ts';
import type { PersonStore } from './person-store.ts';
import { type ExchangeRecord, isShown, type ListingRecord, type Side } from './record.ts';

/** Who looks: a person, and whether they may act for the community. */
export type Seer = { personId?: PersonId | undefined; isStaff: boolean };

export const listingCardView = (
  { ownerId, ...card }: ListingCardRecord,
  personId: PersonId | undefined,
): ListingCard => ({
  ...card,
  isMine: personId !== undefined && ownerId === personId,
});

const relationIn = (
  card: Pick<ExchangeCardRecord, 'ownerId' | 'answererId'>,
  { personId, isStaff }: Seer,
): 'owner' | 'answerer' | 'staff' | undefined => {
  if (personId !== undefined && personId === card.answererId) return 'answerer';
  if (personId !== undefined && personId === card.ownerId) return 'owner';
  return isStaff ? 'staff' : undefined;
};

export const exchangeCardView = (
  { turn, ownerId, answererId, answererIs, ...card }: ExchangeCardRecord,
  seer: Seer,
): ExchangeCard => {
  const relation = relationIn({ ownerId, answererId }, seer);
  const isParty = relation === 'owner' || relation === 'answerer';
  return {
    ...card,
    ...(isParty ? { role: roleOf({ answererIs }, relation) } : {}),
    isMyTurn: relation !== undefined && turn.includes(relation),
  };
};

const unnamed = { call: '邻居', contact: '', isVerified: false };

/** Numbers are for the two, from the agreement until it is over; a mediator may call them while they disagree. */
const reachOf = (side: Side | undefined, isReachable: boolean) => {
  const { call, contact, isVerified } = side ?? unnamed;
  return { call, isVerified, ...(isReachable && contact !== '' ? { contact } : {}) };
};

/** As whom somebody takes steps: of what the community listed, staff are its owner. */
export const relationOf = (exchange: ExchangeRecord, seer: Seer): ExchangeRelation | undefined => {
  const relation = relationIn(exchange, seer);
  return relation === 'staff' && exchange.ownerId === undefined ? 'owner' : relation;
};

/** Where somebody lives alone is told to whoever goes there, and to those who send them. */
const isElderShown = ({ state, answererId }: ExchangeRecord, seer: Seer): boolean => {
  const isHelper = seer.personId === answererId;
  return state === 'agreed' || state === 'disputed'
    ? isHelper || seer.isStaff
    : state === 'answered' && seer.isStaff && !isHelper;
};

export const exchangeView = (
  exchange: ExchangeRecord,
  seer: Seer,
  { words, elder }: Pick<ListingRecord, 'elder'> & { words?: string },
): Exchange => {
  const relation = relationOf(exchange, seer);
  const { state, version, place, confirmed, settledMinutes, stars, giver, receiver, lines } = exchange;
  const isReachable = state === 'disputed' || (state === 'agreed' && relation !== 'staff');
  const clock = clockOf(factsOf(exchange));
  const may = exchangeEvents.filter(
    (event) =>
      relation !== undefined &&
      (mayHappen(event, factsFor(exchange, relation), relation) ||
        (event === 'mediate' && seer.isStaff && isMediator(exchange, seer))),
  );
  return {
    ...exchangeCardView(exchangeCardOf(exchange), seer),
    ...{ version, place, confirmed, stars, may },
    ...(words === undefined ? {} : { words }),
    ...(elder === undefined || !isElderShown(exchange, seer) ? {} : { elder }),
    ...(settledMinutes === undefined ? {} : { settledMinutes }),
    ...(clock === undefined ? {} : { clock }),
    people: { giver: reachOf(giver, isReachable), receiver: reachOf(receiver, isReachable) },
    lines: lines.map(({ at, what, personId, by, identified, minutes, reason }) => ({
      ...{ at, what },
      who:
        personId === undefined && by === undefined
          ? ('clock' as const)
          : what === 'mediate'
            ? ('staff' as const)
            : personId !== undefined && personId === seer.personId
              ? ('me' as const)
              : ('other' as const),
      ...(by === undefined ? {} : { by }),
      ...(identified !== undefined && (seer.isStaff || personId === seer.personId) ? { identified } : {}),
      ...(minutes === undefined ? {} : { minutes }),
      ...(reason === undefined ? {} : { reason }),
    })),
  };
};

const isMediator = (exchange: ExchangeRecord, { personId }: Seer): boolean =>
  exchange.state === 'disputed' && personId !== exchange.ownerId && personId !== exchange.answererId;

type Deps = { listings: Pick<ListingStore, 'list'>; people: Pick<PersonStore, 'rating'> };

export const makeListingView =
  ({ listings, people }: Deps) =>
  async (listing: ListingRecord, seer: Seer): Promise<Listing> => {
    const { communityId, ownerId, skill, kind, state, safety, judged, takenBy } = listing;
    const { personId, isStaff } = seer;
    const isMine = personId !== undefined && personId === ownerId;
    const isOurs = isMine || (isStaff && ownerId === undefined);
    const others = kind === 'offer' ? ('request' as const) : ('offer' as const);
    const candidates =
      isOurs && state === 'open'
        ? (await listings.list({ communityId, kind: others, skill, limit: timebankLimits.looked })).items
        : [];
    const card = listingCardView(cardOf(listing), personId);
    return {
      ...card,
      ...(isOurs || isStaff || isShown(listing) ? { words: listing.words } : {}),
      // Others need not know that somebody complained.
      safety: !isOurs && !isStaff && safety === 'flagged' ? 'pass' : safety,
      ...(isMine && safety === 'hidden' && judged?.note !== undefined ? { takenDown: judged.note } : {}),
      owner: ownerId === undefined ? { done: 0 } : await people.rating({ communityId, personId: ownerId }),
      matches: matchesOf(listing, candidates).map(({ listing: match, fit }) => ({
        card: listingCardView(match, personId),
        fit,
      })),
      mayAnswer: !isMine && state === 'open' && takenBy === undefined && isShown(listing),
      maySteps: isOurs ? stepsOf(listing) : [],
    };
  };
