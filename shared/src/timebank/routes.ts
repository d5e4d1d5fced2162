import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, ExchangeId, ListingId, TransferId } from '../ids.ts';
import { FlagReason } from '../moderation/contract.ts';
import {
  Call,
  CallOffReason,
  Contact,
  Exchange,
  ExchangeCard,
  Kin,
  KinId,
  Listing,
  ListingCard,
  ListingKind,
  listed,
  Minutes,
  Pool,
  Skill,
  Stars,
} from './contract.ts';
import { timebankLimits } from './limits.ts';

const community = z.strictObject({ communityId: CommunityId });
const listing = z.strictObject({ listingId: ListingId });
const exchange = z.strictObject({ exchangeId: ExchangeId });

/** Minutes that somebody gives away. */
export const Given = z.int().check(z.gte(1), z.lte(timebankLimits.mostGiven));

const reach = { call: Call, contact: Contact };
const answered = { listingId: ListingId, minutes: Minutes, plannedAt: Instant, ...reach };

/** What either side does to an exchange; `version` is the one they saw. */
const step = { id: ActionId, version: z.int() };
export const ExchangeStep = z.discriminatedUnion('what', [
  z.strictObject({ ...step, what: z.literal('agree'), ...reach }),
  z.strictObject({ ...step, what: z.literal('decline') }),
  z.strictObject({ ...step, what: z.literal('withdraw') }),
  z.strictObject({ ...step, what: z.literal('callOff'), reason: CallOffReason }),
  /** 0: it did not happen. */
  z.strictObject({
    ...step,
    what: z.literal('confirm'),
    minutes: z.int().check(z.gte(0), z.lte(timebankLimits.mostMinutes)),
  }),
  z.strictObject({ ...step, what: z.literal('rate'), stars: Stars }),
]);
export type ExchangeStep = z.output<typeof ExchangeStep>;

export const ListingStep = z.strictObject({ id: ActionId, what: z.enum(['pause', 'resume', 'end']) });
export const NewListing = z.strictObject({ id: ListingId, ...listed });
export const NewExchange = z.strictObject({ id: ExchangeId, ...answered });
export const Gift = z.strictObject({ id: TransferId, to: KinId, minutes: Given });
export const Donation = z.strictObject({ id: TransferId, minutes: Given });

/** What is left after hours were given away, and to whom, as the giver calls them. */
const GivenAway = z.object({ id: TransferId, minutes: z.int(), to: z.string(), free: z.int() });
const stepErrors = [
  'exchange.notFound',
  'exchange.changed',
  'exchange.stepNotAllowed',
  'hours.insufficient',
  'id.reused',
] as const;

export const timebankRoutes = {
  getTimebank: defineRoute({
    method: 'GET',
    path: '/v1/timebank/{communityId}',
    summary: 'The person’s hours here, what waits for them, and what they could spend hours on',
    access: 'person',
    params: community,
    response: z.object({
      minutes: z.object({ posted: z.int(), reserved: z.int(), free: z.int() }),
      waiting: z.int(),
      nudge: z.object({ isOn: z.boolean(), offers: z.array(ListingCard) }),
    }),
    errors: ['community.notFound'],
  }),
  setNudge: defineRoute({
    method: 'POST',
    path: '/v1/timebank/{communityId}/nudge',
    summary: 'Hear once a month at most what unspent hours could be spent on, or not',
    access: 'person',
    params: community,
    body: z.strictObject({ id: ActionId, want: z.enum(['on', 'off']) }),
    response: z.object({ isOn: z.boolean() }),
    errors: ['community.notFound'],
  }),
  listListings: defineRoute({
    method: 'GET',
    path: '/v1/timebank/{communityId}/listings',
    summary: 'What neighbours offer or ask for, the newest first',
    access: 'anyone',
    params: community,
    query: z.strictObject({ kind: ListingKind, skill: z.optional(Skill), cursor: z.optional(Cursor) }),
    response: pageOf(ListingCard),
    errors: ['community.notFound'],
  }),
  listMyListings: defineRoute({
    method: 'GET',
    path: '/v1/timebank/{communityId}/my-listings',
    summary: 'What the person listed, also what is paused or ended, the newest first',
    access: 'person',
    params: community,
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(ListingCard),
    errors: [],
  }),
  makeListing: defineRoute({
    method: 'POST',
    path: '/v1/timebank/listings',
    summary: 'Offer help or ask for it',
    access: 'person',
    body: NewListing,
    response: Listing,
    errors: ['community.notFound', 'listing.tooMany', 'id.reused'],
  }),
  getListing: defineRoute({
    method: 'GET',
    path: '/v1/timebank/listings/{listingId}',
    summary: 'A listing, and for its owner what fits it and why',
    access: 'anyone',
    params: listing,
    response: Listing,
    errors: ['listing.notFound'],
  }),
  stepListing: defineRoute({
    method: 'POST',
    path: '/v1/timebank/listings/{listingId}/steps',
    summary: 'Pause, resume or end a listing; staff only what the community listed',
    access: 'person',
    params: listing,
    body: ListingStep,
    response: Listing,
    errors: ['access.denied', 'listing.notFound', 'listing.stepNotAllowed', 'id.reused'],
  }),
  flagListing: defineRoute({
    method: 'POST',
    path: '/v1/timebank/listings/{listingId}/flag',
    summary: 'Complain of the words of a listing (投诉); once for each person',
    access: 'person',
    params: listing,
    body: z.strictObject({ id: ActionId, reason: FlagReason }),
    response: z.object({ isNoted: z.literal(true) }),
    errors: ['listing.notFound', 'listing.stepNotAllowed', 'id.reused'],
  }),
  appealListing: defineRoute({
    method: 'POST',
    path: '/v1/timebank/listings/{listingId}/appeal',
    summary: 'Its owner asks once for another look at a takedown (申诉)',
    access: 'person',
    params: listing,
    body: z.strictObject({ id: ActionId, note: text(2, timebankLimits.words) }),
    response: z.object({ isNoted: z.literal(true) }),
    errors: ['access.denied', 'listing.notFound', 'listing.stepNotAllowed', 'id.reused'],
  }),
  answerListing: defineRoute({
    method: 'POST',
    path: '/v1/timebank/exchanges',
    summary: 'Answer a listing: how long and when, and how to be reached',
    access: 'person',
    body: NewExchange,
    response: Exchange,
    errors: ['listing.notFound', 'listing.stepNotAllowed', 'exchange.ownListing', 'hours.insufficient', 'id.reused'],
  }),
  listExchanges: defineRoute({
    method: 'GET',
    path: '/v1/timebank/{communityId}/exchanges',
    summary: 'The person’s exchanges, the newest first',
    access: 'person',
    params: community,
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(ExchangeCard),
    errors: [],
  }),
  getExchange: defineRoute({
    method: 'GET',
    path: '/v1/timebank/exchanges/{exchangeId}',
    summary: 'An exchange for one of its two, or for the community as mediator',
    access: 'person',
    params: exchange,
    response: Exchange,
    errors: ['exchange.notFound'],
  }),
  stepExchange: defineRoute({
    method: 'POST',
    path: '/v1/timebank/exchanges/{exchangeId}/steps',
    summary: 'Agree (which holds the minutes), decline, call off, confirm the minutes, rate',
    access: 'person',
    params: exchange,
    body: ExchangeStep,
    response: Exchange,
    errors: stepErrors,
  }),
  listKin: defineRoute({
    method: 'GET',
    path: '/v1/timebank/{communityId}/kin',
    summary: 'Family members to whom the person may give hours',
    access: 'person',
    params: community,
    response: z.object({ items: z.array(Kin) }),
    errors: [],
  }),
  inviteKin: defineRoute({
    method: 'POST',
    path: '/v1/timebank/{communityId}/kin/invitations',
    summary: 'A code of eight digits for a family member who is not of the same household',
    access: 'person',
    params: community,
    body: z.strictObject({ id: ActionId, call: Call }),
    response: z.object({ code: z.string(), until: Instant }),
    errors: ['community.notFound', 'kin.tooMany', 'id.reused'],
  }),
  acceptKin: defineRoute({
    method: 'POST',
    path: '/v1/timebank/{communityId}/kin/accept',
    summary: 'The other side confirms with the code; then either may give hours to the other',
    access: 'person',
    params: community,
    body: z.strictObject({ id: ActionId, code: z.string().check(z.regex(/^\d{8}$/)), call: Call }),
    response: z.object({ items: z.array(Kin) }),
    errors: ['kin.codeWrong', 'kin.tooManyTries', 'kin.tooMany'],
  }),
  giveHours: defineRoute({
    method: 'POST',
    path: '/v1/timebank/{communityId}/gifts',
    summary: 'Give minutes to a family member',
    access: 'person',
    params: community,
    body: Gift,
    response: GivenAway,
    errors: ['kin.notFound', 'hours.insufficient', 'transfer.refused', 'id.reused'],
  }),
  donateHours: defineRoute({
    method: 'POST',
    path: '/v1/timebank/{communityId}/donations',
    summary: 'Give minutes to the pool for old people living alone',
    access: 'person',
    params: community,
    body: Donation,
    response: GivenAway,
    errors: ['community.notFound', 'hours.insufficient', 'transfer.refused', 'id.reused'],
  }),
  getPool: defineRoute({
    method: 'GET',
    path: '/v1/timebank/{communityId}/pool',
    summary: 'The pool: donated, promised, used and free minutes, and every promise',
    access: 'anyone',
    params: community,
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: z.object({ pool: Pool, promises: z.array(ListingCard), next: z.optional(Cursor) }),
    errors: ['community.notFound'],
  }),
};
