import { Instant } from '@suishoupai/shared/contract/fields';
import { ItemId } from '@suishoupai/shared/fieldwork/contract';
import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { CommunityId, GridId, PersonId, TicketId, VisitId } from '@suishoupai/shared/ids';
import { Consent } from '@suishoupai/shared/tickets/contract';
import * as z from 'zod/mini';
import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import type { Table } from '../dynamo/table.ts';

const Visit = z.object({
  id: VisitId,
  communityId: CommunityId,
  grid: z.object({ id: GridId, name: z.string() }),
  at: Instant,
  household: z.string(),
  phone: z.optional(z.string()),
  consent: Consent,
  by: z.string(),
  personId: PersonId,
  digest: z.string(),
  items: z.array(
    z.object({ id: ItemId, text: z.string(), answer: z.optional(z.string()), ticketId: z.optional(TicketId) }),
  ),
});
export type Visit = z.output<typeof Visit>;

type Placed = { communityId: CommunityId; gridId: GridId };
const gridPk = ({ communityId, gridId }: Placed) => `${communityId}#visits#${gridId}`;
const visitKey = (at: Placed, id: VisitId) => ({ pk: gridPk(at), sk: id });
const keyOf = ({ id, communityId, grid }: Visit) => visitKey({ communityId, gridId: grid.id }, id);
const pageFrom = (cursor: string | undefined, at: Placed) =>
  fromCursor(cursor, { fixed: { pk: gridPk(at) }, open: ['sk'] });

export type VisitStore = {
  /** Keeps a visit unless its id is taken, and returns the one that stands. */
  keep: (visit: Visit) => Promise<Visit>;
  find: (at: Placed, id: VisitId) => Promise<Visit | undefined>;
  /** Of one grid, the newest record first. */
  list: (at: Placed, cursor?: string) => Promise<{ items: Visit[]; next: string | undefined }>;
};

const { visitPage } = fieldworkLimits;

export const makeMemoryVisitStore = (): VisitStore => {
  const visits = new Map<string, Visit>();
  const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`;
  return {
    keep: async (visit) => {
      const standing = visits.get(nameOf(keyOf(visit))) ?? structuredClone(visit);
      visits.set(nameOf(keyOf(visit)), standing);
      return structuredClone(standing);
    },
    find: async (at, id) => structuredClone(visits.get(nameOf(visitKey(at, id)))),
    list: async (at, cursor) => {
      const after = pageFrom(cursor, at)?.['sk'];
      const rest = [...visits.values()]
        .filter((visit) => keyOf(visit).pk === gridPk(at) && (after === undefined || visit.id < String(after)))
        .toSorted((a, b) => (a.id < b.id ? 1 : -1));
      const items = rest.slice(0, visitPage).map((visit) => structuredClone(visit));
      const last = items.at(-1);
      return { items, next: toCursor(rest.length > visitPage && last !== undefined ? keyOf(last) : undefined) };
    },
  };
};

export const makeDynamoVisitStore = (table: Table): VisitStore => ({
  keep: async (visit) => {
    const written = await table.put({ ...keyOf(visit), ...visit }, 'attribute_not_exists(pk)');
    return written.applied ? visit : z.parse(Visit, written.existing);
  },
  find: async (at, id) => {
    const item = await table.get(visitKey(at, id));
    return item === undefined ? undefined : z.parse(Visit, item);
  },
  list: async (at, cursor) => {
    const { items, next } = await table.query({
      condition: 'pk = :pk',
      values: { ':pk': gridPk(at) },
      limit: visitPage,
      newestFirst: true,
      from: pageFrom(cursor, at),
    });
    return { items: items.map((item) => z.parse(Visit, item)), next: toCursor(next) };
  },
});
