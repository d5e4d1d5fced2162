import * as z from 'zod/mini';
import { chinaDay } from './time/china.ts';

/**
 * Ids are `prefix_` + 26 characters of Crockford base 32 in lower case (48 bits of time, 80 of chance), so they sort by birth and
 * cannot be guessed. A ticket's id carries the community between the two, because every partition key begins with its tenant.
 */
const tail = '[0-9a-hjkmnp-tv-z]{26}';
const slug = '[a-z][a-z0-9]{1,15}';

const idSchema = <P extends string>(prefix: P) =>
  z.templateLiteral([`${prefix}_`, z.string().check(z.regex(new RegExp(`^${tail}$`)))]);

export const PersonId = idSchema('usr');
export const MediaId = idSchema('med');
/** Made by the phone before the first attempt of anything that may be repeated. */
export const ActionId = idSchema('act');
export const EventId = z.string().check(z.regex(new RegExp(`^(act|evt)_${tail}$`)));
export const CommunityId = z.string().check(z.regex(new RegExp(`^${slug}$`)));
/** A street office (街道办): one step above its communities. */
export const StreetId = z.string().check(z.regex(/^str_[a-z0-9]{1,16}$/));
export const GridId = z.string().check(z.regex(/^grd_[a-z0-9]{1,16}$/));
export const DepartmentId = z.string().check(z.regex(/^dep_[a-z0-9]{1,24}$/));
/** A shop or association that goods and services of the rewards come from. */
export const SupplierId = z.string().check(z.regex(/^sup_[a-z0-9]{1,24}$/));
export const TicketId = z.string().check(z.regex(new RegExp(`^tkt_${slug}_${tail}$`)));
/** A list for one day's patrol, and the record of a visit to a household; both name their community as a ticket does. */
export const PatrolId = z.string().check(z.regex(new RegExp(`^ptl_${slug}_${tail}$`)));
export const VisitId = z.string().check(z.regex(new RegExp(`^vst_${slug}_${tail}$`)));
/** What residents decide together: topics, meetings and votes name their community too; so does a request to be bound to a household. */
export const TopicId = z.string().check(z.regex(new RegExp(`^top_${slug}_${tail}$`)));
export const MeetingId = z.string().check(z.regex(new RegExp(`^mtg_${slug}_${tail}$`)));
export const VoteId = z.string().check(z.regex(new RegExp(`^vot_${slug}_${tail}$`)));
/** A movement in the books of points and hours. */
export const TransferId = idSchema('trf');
/** An activity of volunteers, a listing of the time bank and what two agree on it, a reward and an order of it, a certificate. */
export const ActivityId = z.string().check(z.regex(new RegExp(`^atv_${slug}_${tail}$`)));
export const ListingId = z.string().check(z.regex(new RegExp(`^lst_${slug}_${tail}$`)));
export const ExchangeId = z.string().check(z.regex(new RegExp(`^exc_${slug}_${tail}$`)));
export const RewardId = z.string().check(z.regex(new RegExp(`^rwd_${slug}_${tail}$`)));
export const OrderId = z.string().check(z.regex(new RegExp(`^ord_${slug}_${tail}$`)));
export const CertificateId = z.string().check(z.regex(new RegExp(`^cer_${slug}_${tail}$`)));
export const ClaimId = z.string().check(z.regex(new RegExp(`^clm_${slug}_${tail}$`)));

export type PersonId = z.output<typeof PersonId>;
export type MediaId = z.output<typeof MediaId>;
export type ActionId = z.output<typeof ActionId>;
export type CommunityId = z.output<typeof CommunityId>;
export type StreetId = z.output<typeof StreetId>;
export type GridId = z.output<typeof GridId>;
export type DepartmentId = z.output<typeof DepartmentId>;
export type SupplierId = z.output<typeof SupplierId>;
export type TicketId = z.output<typeof TicketId>;
export type PatrolId = z.output<typeof PatrolId>;
export type VisitId = z.output<typeof VisitId>;
export type TopicId = z.output<typeof TopicId>;
export type MeetingId = z.output<typeof MeetingId>;
export type VoteId = z.output<typeof VoteId>;
export type TransferId = z.output<typeof TransferId>;
export type ActivityId = z.output<typeof ActivityId>;
export type ListingId = z.output<typeof ListingId>;
export type ExchangeId = z.output<typeof ExchangeId>;
export type RewardId = z.output<typeof RewardId>;
export type OrderId = z.output<typeof OrderId>;
export type CertificateId = z.output<typeof CertificateId>;
export type ClaimId = z.output<typeof ClaimId>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The 26-character tail of an id. `bytes` are 10 random bytes; without `crypto` in WeChat the caller brings them.
 * Throws RangeError when fewer are given: a short id would collide.
 */
export const idTail = (nowMs: number, bytes: Uint8Array): string => {
  if (bytes.length < 10) throw new RangeError('an id needs 10 random bytes');
  let time = '';
  for (let rest = nowMs, i = 0; i < 10; i += 1, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time;
  let random = '';
  for (let i = 0, bits = 0, value = 0; random.length < 16; ) {
    if (bits < 5) {
      value = (value << 8) | (bytes[i++] ?? 0);
      bits += 8;
    }
    bits -= 5;
    random += alphabet[(value >> bits) & 31];
    value &= (1 << bits) - 1;
  }
  return time + random;
};

export const newTicketId = (communityId: CommunityId, newTail: string): TicketId => `tkt_${communityId}_${newTail}`;
export const newPatrolId = (communityId: CommunityId, newTail: string): PatrolId => `ptl_${communityId}_${newTail}`;
export const newVisitId = (communityId: CommunityId, newTail: string): VisitId => `vst_${communityId}_${newTail}`;
export const newTopicId = (communityId: CommunityId, newTail: string): TopicId => `top_${communityId}_${newTail}`;
export const newMeetingId = (communityId: CommunityId, newTail: string): MeetingId => `mtg_${communityId}_${newTail}`;
export const newVoteId = (communityId: CommunityId, newTail: string): VoteId => `vot_${communityId}_${newTail}`;
export const newClaimId = (communityId: CommunityId, newTail: string): ClaimId => `clm_${communityId}_${newTail}`;
export const newActivityId = (communityId: CommunityId, newTail: string): ActivityId => `atv_${communityId}_${newTail}`;
export const newListingId = (communityId: CommunityId, newTail: string): ListingId => `lst_${communityId}_${newTail}`;
export const newExchangeId = (communityId: CommunityId, newTail: string): ExchangeId => `exc_${communityId}_${newTail}`;
export const newRewardId = (communityId: CommunityId, newTail: string): RewardId => `rwd_${communityId}_${newTail}`;
export const newOrderId = (communityId: CommunityId, newTail: string): OrderId => `ord_${communityId}_${newTail}`;
export const newCertificateId = (communityId: CommunityId, newTail: string): CertificateId =>
  `cer_${communityId}_${newTail}`;

/** The transfer that what has such an id sets off: it has the same tail. */
export const transferIdOf = (id: ActivityId | ExchangeId | OrderId): TransferId => `trf_${id.slice(-26)}` as TransferId;

/** The community that an id names: of a ticket, patrol, visit, topic, meeting, vote, activity, listing, exchange, reward, order, certificate or claim. The id must have passed its schema. */
export const communityOf = (id: string): CommunityId => id.split('_')[1] ?? '';

/** The short number people read out on the phone: day of birth in China and the last five characters. */
export const ticketNumber = (ticketId: TicketId, reportedAt: string): string => {
  const day = chinaDay(reportedAt);
  return `${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}-${ticketId.slice(-5).toUpperCase()}`;
};
