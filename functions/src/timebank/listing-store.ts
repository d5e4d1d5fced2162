import { type CommunityId, communityOf, ListingId, PersonId } from '@suishoupai/shared/ids';
import { ListingCard, type ListingKind, type Skill } from '@suishoupai/shared/timebank/contract';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import * as z from 'zod/mini';
import type { Act } from '../dynamo/memory-items.ts';
import type { Item, Key } from '../dynamo/table.ts';
import { putAlong, putOver, type TimebankItems } from './items-store.ts';
import { isShown, ListingRecord } from './record.ts';

/** A card as it is kept: whose it is tells each reader whether it is theirs. */
export const ListingCardRecord = z.object({
  ...z.omit(ListingCard, { isMine: true }).shape,
  ownerId: z.optional(PersonId),
});
export type ListingCardRecord = z.output<typeof ListingCardRecord>;

const listingPk = (id: ListingId) => `${communityOf(id)}#listing#${id}`;
const listingKey = (id: ListingId): Key => ({ pk: listingPk(id), sk: 'listing' });
const listKey = (communityId: CommunityId, kind: ListingKind, skill?: Skill) =>
  `${communityId}#listings#${kind}${skill === undefined ? '' : `#${skill}`}`;
const ownKey = (communityId: CommunityId, personId: PersonId) => `${communityId}#listings#${personId}`;
const poolKey = (communityId: CommunityId) => `${communityId}#promises`;
export const reviewKey = (communityId: CommunityId) => `${communityId}#timebank`;
const dueKey = 'due#listings';

export const cardOf = (listing: ListingRecord): ListingCardRecord =>
  z.parse(ListingCardRecord, { ...listing, words: isShown(listing) ? listing.words : undefined });

const isWaiting = ({ safety }: ListingRecord) => safety === 'held' || safety === 'flagged' || safety === 'appealed';

const itemsOf = (listing: ListingRecord): [Item & Key, ...(Item & Key)[]] => {
  const { id, communityId, ownerId, at, kind, skill, state, fundedBy, until, revision } = listing;
  const pk = listingPk(id);
  const card = cardOf(listing);
  const isListed = state === 'open' && isShown(listing) && listing.takenBy === undefined;
  return [
    {
      ...{ pk, sk: 'listing', revision, listing, card, listAt: at },
      ...(isListed ? { listKey: listKey(communityId, kind) } : {}),
      ...(ownerId === undefined ? {} : { personKey: ownKey(communityId, ownerId) }),
      ...(isWaiting(listing) ? { reviewKey: reviewKey(communityId), reviewAt: at } : {}),
      ...(state === 'ended' || fundedBy === 'pool' ? {} : { dueKey, wakeAt: until }),
    },
    { pk, sk: 'skill', card, listAt: at, ...(isListed ? { listKey: listKey(communityId, kind, skill) } : {}) },
    ...(fundedBy === 'pool' ? [{ pk, sk: 'pool', card, listAt: at, listKey: poolKey(communityId) }] : []),
  ];
};

/** What a write of a listing is in a transaction: revision n where n − 1 stands (1 where nothing does). */
export const listingActs = (listing: ListingRecord): Act[] => {
  const [first, ...along] = itemsOf(listing);
  return [putOver(first, listing.revision === 1 ? undefined : listing.revision - 1), ...along.map(putAlong)];
};

/** The listing in a stream record; undefined for every other item. */
export const listingOf = (item: Item | undefined): ListingRecord | undefined =>
  item?.['sk'] === 'listing' ? z.parse(ListingRecord, item['listing']) : undefined;

/** The listing that a key of an index is of; undefined when it is of something else. */
export const listingIdOf = ({ pk, sk }: Key): ListingId | undefined => {
  if (sk !== 'listing') return undefined;
  const id = z.safeParse(ListingId, pk.split('#')[2]);
  return id.success ? id.data : undefined;
};

export type CardPage = { items: ListingCardRecord[]; next: string | undefined };
type Listed = {
  communityId: CommunityId;
  kind: ListingKind;
  skill?: Skill | undefined;
  cursor?: string | undefined;
  limit?: number;
};

const pageOf = ({ items, next }: { items: Item[]; next: string | undefined }): CardPage => ({
  items: items.map(({ card }) => z.parse(ListingCardRecord, card)),
  next,
});

export const makeListingStore = (items: TimebankItems) => ({
  /** By key, read consistently; undefined when there is none. */
  find: async (id: ListingId): Promise<ListingRecord | undefined> => listingOf(await items.get(listingKey(id))),
  /** Writes revision n where n − 1 stands; false when somebody else was first. */
  save: (listing: ListingRecord): Promise<boolean> => items.transact(listingActs(listing)),
  /** What others may answer, of all skills or of one, the newest first. */
  list: async ({ communityId, kind, skill, cursor, limit = timebankLimits.pageSize }: Listed): Promise<CardPage> =>
    pageOf(
      await items.list({ index: 'byList', value: listKey(communityId, kind, skill), limit, newestFirst: true, cursor }),
    ),
  /** What a person listed, the newest first. */
  listOf: async (
    communityId: CommunityId,
    personId: PersonId,
    cursor?: string,
    limit: number = timebankLimits.pageSize,
  ): Promise<CardPage> =>
    pageOf(
      await items.list({ index: 'byPerson', value: ownKey(communityId, personId), limit, newestFirst: true, cursor }),
    ),
  /** What was ever promised out of the pool, the newest first. */
  promises: async (communityId: CommunityId, cursor?: string): Promise<CardPage> =>
    pageOf(
      await items.list({
        index: 'byList',
        value: poolKey(communityId),
        limit: timebankLimits.pageSize,
        newestFirst: true,
        cursor,
      }),
    ),
  /** Listings whose time is over, the longest first. */
  due: async (now: string): Promise<ListingId[]> =>
    (await items.list({ index: 'byDue', value: dueKey, limit: 50, upTo: now })).items.flatMap(
      (key) => listingIdOf(key) ?? [],
    ),
});

export type ListingStore = ReturnType<typeof makeListingStore>;
