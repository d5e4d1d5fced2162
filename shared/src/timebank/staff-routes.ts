import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { UnitPlace } from '../households/contract.ts';
import { ActionId, ClaimId, CommunityId, ExchangeId, ListingId } from '../ids.ts';
import { FlagReason } from '../moderation/contract.ts';
import { Exchange, ExchangeCard, Identified, Kin, Listing, Safety } from './contract.ts';
import { timebankLimits } from './limits.ts';
import { Donation, ExchangeStep, Gift, ListingStep, NewExchange, NewListing } from './routes.ts';

const community = z.strictObject({ communityId: CommunityId });
const exchange = z.strictObject({ exchangeId: ExchangeId });

/** What waits for the community: words to look at, a disagreement over minutes, an answer to what the community listed. */
export const Waiting = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('words'),
    listingId: ListingId,
    at: Instant,
    words: z.string(),
    safety: Safety,
    reasons: z.array(FlagReason),
    note: z.optional(z.string()),
    mayJudge: z.boolean(),
  }),
  z.object({ kind: z.literal('exchange'), at: Instant, card: ExchangeCard }),
]);
export type Waiting = z.output<typeof Waiting>;

/** An old person who has an account and is bound to a household: staff act for them at their word. */
export const Resident = z.object({ claimId: ClaimId, name: z.string(), unit: z.string() });
export type Resident = z.output<typeof Resident>;

/** What staff do for somebody who asked them to: exactly what the person could do on a phone. */
export const ActFor = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('list'), body: NewListing }),
  z.strictObject({ what: z.literal('stepListing'), listingId: ListingId, body: ListingStep }),
  z.strictObject({ what: z.literal('answer'), body: NewExchange }),
  z.strictObject({ what: z.literal('stepExchange'), exchangeId: ExchangeId, body: ExchangeStep }),
  z.strictObject({ what: z.literal('give'), body: Gift }),
  z.strictObject({ what: z.literal('donate'), body: Donation }),
]);
export type ActFor = z.output<typeof ActFor>;

export const timebankStaffRoutes = {
  listTimebankWaiting: defineRoute({
    method: 'GET',
    path: '/v1/staff/timebank/{communityId}/waiting',
    summary: 'What waits for the community in the time bank, the longest waiting first',
    access: 'staff',
    params: community,
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(Waiting),
    errors: ['access.denied', 'community.notFound'],
  }),
  judgeListing: defineRoute({
    method: 'POST',
    path: '/v1/staff/timebank/listings/{listingId}/judge',
    summary: 'Show the words of a listing, or hide them with a reason',
    access: 'staff',
    params: z.strictObject({ listingId: ListingId }),
    body: z.strictObject({
      id: ActionId,
      verdict: z.enum(['pass', 'hidden']),
      note: z.optional(text(2, timebankLimits.reason)),
    }),
    response: z.object({ isNoted: z.literal(true) }),
    errors: ['access.denied', 'listing.notFound', 'listing.stepNotAllowed'],
  }),
  mediateExchange: defineRoute({
    method: 'POST',
    path: '/v1/staff/timebank/exchanges/{exchangeId}/mediate',
    summary: 'Decide how many minutes it was when the two do not agree, with the reason; 0: none',
    access: 'staff',
    params: exchange,
    body: z.strictObject({
      id: ActionId,
      version: z.int(),
      minutes: z.int().check(z.gte(0), z.lte(timebankLimits.mostMinutes)),
      reason: text(2, timebankLimits.reason),
    }),
    response: Exchange,
    errors: ['access.denied', 'exchange.notFound', 'exchange.changed', 'exchange.stepNotAllowed', 'id.reused'],
  }),
  stepPromised: defineRoute({
    method: 'POST',
    path: '/v1/staff/timebank/exchanges/{exchangeId}/steps',
    summary: 'The community’s side of a help that the pool pays: agree, decline, call off, confirm, rate',
    access: 'staff',
    params: exchange,
    body: ExchangeStep,
    response: Exchange,
    errors: ['access.denied', 'exchange.notFound', 'exchange.changed', 'exchange.stepNotAllowed', 'id.reused'],
  }),
  promiseHours: defineRoute({
    method: 'POST',
    path: '/v1/staff/timebank/promises',
    summary: 'Promise minutes of the pool to an old person living alone; the request is listed for volunteers',
    access: 'staff',
    body: z.strictObject({
      ...NewListing.shape,
      kind: z.literal('request'),
      /** Who it is for: staff read it, whoever has agreed to help is told how to call and find them. */
      elder: z.strictObject({ name: text(1, timebankLimits.call), ...UnitPlace.shape, phone: z.optional(text(5, 20)) }),
    }),
    response: Listing,
    errors: ['access.denied', 'community.notFound', 'pool.insufficient', 'id.reused'],
  }),
  findResidents: defineRoute({
    method: 'GET',
    path: '/v1/staff/timebank/{communityId}/residents',
    summary: 'Who is bound to a household, to act for one of them; logged for each of them',
    access: 'staff',
    params: community,
    query: z.strictObject({
      building: UnitPlace.shape.building,
      entrance: z.optional(UnitPlace.shape.entrance),
      room: UnitPlace.shape.room,
    }),
    response: z.object({ items: z.array(Resident) }),
    errors: ['access.denied', 'community.notFound'],
  }),
  getResidentHours: defineRoute({
    method: 'GET',
    path: '/v1/staff/timebank/{communityId}/residents/{claimId}',
    summary: 'What somebody for whom staff act has, their family members and running exchanges; logged',
    access: 'staff',
    params: z.strictObject({ communityId: CommunityId, claimId: ClaimId }),
    response: z.object({ free: z.int(), kin: z.array(Kin), exchanges: z.array(ExchangeCard) }),
    errors: ['access.denied', 'community.notFound', 'resident.notFound'],
  }),
  actForResident: defineRoute({
    method: 'POST',
    path: '/v1/staff/timebank/{communityId}/residents/{claimId}/acts',
    summary: 'Do for somebody who asked by telephone what they could do themselves; told to them, and on their lines',
    access: 'staff',
    params: z.strictObject({ communityId: CommunityId, claimId: ClaimId }),
    body: z.strictObject({ identified: Identified, act: ActFor }),
    response: z.object({ about: z.string() }),
    errors: [
      'access.denied',
      'resident.notFound',
      'listing.notFound',
      'listing.stepNotAllowed',
      'listing.tooMany',
      'exchange.notFound',
      'exchange.changed',
      'exchange.stepNotAllowed',
      'exchange.ownListing',
      'kin.notFound',
      'hours.insufficient',
      'transfer.refused',
      'id.reused',
    ],
  }),
};
