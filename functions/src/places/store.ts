import { CommunityId, StreetId } from '@suishoupai/shared/ids';
import { Community, CommunityListing } from '@suishoupai/shared/places/contract';
import { cellsOf } from '@suishoupai/shared/places/geo';
import * as z from 'zod/mini';
import type { Table } from '../dynamo/table.ts';
import { type DutyStore, makeDynamoDutyStore, makeMemoryDutyStore } from './duty-store.ts';

/** Written before communities named their street: no coordinator has this one. */
const knownStreet = z._default(StreetId, 'str_none');
const CommunityItem = z.object({ community: z.extend(Community, { streetId: knownStreet }) });
const ListingItem = z.extend(CommunityListing, { streetId: knownStreet });
const CellItem = z.object({ sk: CommunityId });

const communityKey = (id: CommunityId) => ({ pk: id, sk: 'community' });
const cellPk = (cell: string) => `cell#${cell}`;
const listingPk = 'communities';

const listingOf = ({ id, name, street, streetId }: Community): CommunityListing => ({ id, name, street, streetId });

export type PlacesStore = DutyStore & {
  /** Writes a community, the geohash cells it covers and its line in the listing; writing it again replaces it. */
  putCommunity: (community: Community) => Promise<void>;
  /** May be a moment old: places change by the month. */
  findCommunity: (id: CommunityId) => Promise<Community | undefined>;
  /** Communities whose bounding cells include this geohash-6 cell; whether a point lies inside is for the caller to decide. */
  communitiesAt: (cell: string) => Promise<CommunityId[]>;
  /** At most 200, by id. */
  list: () => Promise<CommunityListing[]>;
};

export const makeMemoryPlacesStore = (): PlacesStore => {
  const communities = new Map<CommunityId, Community>();
  return {
    ...makeMemoryDutyStore(),
    putCommunity: async (community) => {
      communities.set(community.id, structuredClone(community));
    },
    findCommunity: async (id) => structuredClone(communities.get(id)),
    communitiesAt: async (cell) =>
      [...communities.values()]
        .filter(({ boundary }) => cellsOf(boundary).includes(cell))
        .map(({ id }) => id)
        .toSorted(),
    list: async () => [...communities.values()].map(listingOf).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
};

export const makeDynamoPlacesStore = (table: Table): PlacesStore => ({
  ...makeDynamoDutyStore(table),
  putCommunity: async (community) => {
    const { id } = community;
    const before = await table.get(communityKey(id));
    const oldCells = before === undefined ? [] : cellsOf(z.parse(CommunityItem, before).community.boundary);
    const cells = cellsOf(community.boundary);
    await table.put({ ...communityKey(id), community });
    for (const cell of cells) await table.put({ pk: cellPk(cell), sk: id });
    for (const cell of oldCells) if (!cells.includes(cell)) await table.delete({ pk: cellPk(cell), sk: id });
    await table.put({ pk: listingPk, sk: id, ...listingOf(community) });
  },
  findCommunity: async (id) => {
    const item = await table.get(communityKey(id), { consistent: false });
    return item === undefined ? undefined : z.parse(CommunityItem, item).community;
  },
  communitiesAt: async (cell) => {
    const { items } = await table.query({
      condition: 'pk = :cell',
      values: { ':cell': cellPk(cell) },
      consistent: false,
    });
    return items.map((item) => z.parse(CellItem, item).sk);
  },
  list: async () => {
    const { items } = await table.query({
      condition: 'pk = :listing',
      values: { ':listing': listingPk },
      limit: 200,
      consistent: false,
    });
    return items.map((item) => z.parse(ListingItem, item));
  },
});
