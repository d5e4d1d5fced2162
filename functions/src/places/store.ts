import { CommunityId } from '@suishoupai/shared/ids';
import { Community, DutyLine } from '@suishoupai/shared/places/contract';
import { cellsOf } from '@suishoupai/shared/places/geo';
import * as z from 'zod/mini';
import type { Table } from '../dynamo/table.ts';

/** A responsibility list as it stood: a ticket keeps the version it was dispatched under. */
export const DutyList = z.object({ version: z.int(), lines: z.array(DutyLine) });
export type DutyList = z.output<typeof DutyList>;

const Listing = z.object({ id: CommunityId, name: z.string(), street: z.string() });
export type CommunityListing = z.output<typeof Listing>;

const CommunityItem = z.object({ community: Community });
const DutyItem = z.object({ duty: DutyList });
const CellItem = z.object({ sk: CommunityId });

const communityKey = (id: CommunityId) => ({ pk: id, sk: 'community' });
const dutyKey = (id: CommunityId) => ({ pk: id, sk: 'duty' });
const cellPk = (cell: string) => `cell#${cell}`;
const listingPk = 'communities';

export type PlacesStore = {
  /** Writes a community, the geohash cells it covers and its line in the listing; writing it again replaces it. */
  putCommunity: (community: Community) => Promise<void>;
  putDuty: (id: CommunityId, duty: DutyList) => Promise<void>;
  /** May be a moment old: places change by the month. */
  findCommunity: (id: CommunityId) => Promise<Community | undefined>;
  findDuty: (id: CommunityId) => Promise<DutyList | undefined>;
  /** Communities whose bounding cells include this geohash-6 cell; whether a point lies inside is for the caller to decide. */
  communitiesAt: (cell: string) => Promise<CommunityId[]>;
  /** At most 200, by id. */
  list: () => Promise<CommunityListing[]>;
};

export const makeMemoryPlacesStore = (): PlacesStore => {
  const communities = new Map<CommunityId, Community>();
  const duties = new Map<CommunityId, DutyList>();
  return {
    putCommunity: async (community) => {
      communities.set(community.id, structuredClone(community));
    },
    putDuty: async (id, duty) => {
      duties.set(id, structuredClone(duty));
    },
    findCommunity: async (id) => structuredClone(communities.get(id)),
    findDuty: async (id) => structuredClone(duties.get(id)),
    communitiesAt: async (cell) =>
      [...communities.values()]
        .filter(({ boundary }) => cellsOf(boundary).includes(cell))
        .map(({ id }) => id)
        .toSorted(),
    list: async () =>
      [...communities.values()]
        .map(({ id, name, street }) => ({ id, name, street }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
};

export const makeDynamoPlacesStore = (table: Table): PlacesStore => ({
  putCommunity: async (community) => {
    const { id, name, street } = community;
    const before = await table.get(communityKey(id));
    const oldCells = before === undefined ? [] : cellsOf(z.parse(CommunityItem, before).community.boundary);
    const cells = cellsOf(community.boundary);
    await table.put({ ...communityKey(id), community });
    for (const cell of cells) await table.put({ pk: cellPk(cell), sk: id });
    for (const cell of oldCells) if (!cells.includes(cell)) await table.delete({ pk: cellPk(cell), sk: id });
    await table.put({ pk: listingPk, sk: id, id, name, street });
  },
  putDuty: async (id, duty) => {
    await table.put({ ...dutyKey(id), duty });
  },
  findCommunity: async (id) => {
    const item = await table.get(communityKey(id), { consistent: false });
    return item === undefined ? undefined : z.parse(CommunityItem, item).community;
  },
  findDuty: async (id) => {
    const item = await table.get(dutyKey(id), { consistent: false });
    return item === undefined ? undefined : z.parse(DutyItem, item).duty;
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
    return items.map((item) => z.parse(Listing, item));
  },
});
