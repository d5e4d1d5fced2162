import { invalidField } from '@suishoupai/shared/contract/errors';
import { Instant } from '@suishoupai/shared/contract/fields';
import { outcomes, PatrolItem } from '@suishoupai/shared/fieldwork/contract';
import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import {
  ActionId,
  CommunityId,
  communityOf,
  GridId,
  MediaId,
  PatrolId,
  PersonId,
  TicketId,
} from '@suishoupai/shared/ids';
import { Day } from '@suishoupai/shared/tickets/contract';
import * as z from 'zod/mini';
import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';

const Check = z.object({
  id: ActionId,
  digest: z.string(),
  personId: PersonId,
  by: z.string(),
  at: Instant,
  outcome: z.enum(outcomes),
  note: z.optional(z.string()),
  photoIds: z.array(MediaId),
  ticket: z.optional(z.object({ id: TicketId, number: z.string() })),
});
export type Check = z.output<typeof Check>;

/** `items` by their id, so that each can be written to alone; `order` is where it stands in the list. */
const Patrol = z.object({
  id: PatrolId,
  communityId: CommunityId,
  grid: z.object({ id: GridId, name: z.string() }),
  day: Day,
  madeBy: z.string(),
  personId: PersonId,
  digest: z.string(),
  items: z.record(z.string(), z.object({ ...PatrolItem.shape, order: z.int(), check: z.optional(Check) })),
});
export type Patrol = z.output<typeof Patrol>;

/** Where the list of that id lies: a list is asked for by day and grid, a tick comes with the id alone. */
const Address = z.object({ gridId: GridId, day: Day, digest: z.string() });
type Address = z.output<typeof Address>;

export type Placed = { id: PatrolId; day: string; gridId: GridId };
const addressKey = (id: PatrolId) => ({ pk: `${communityOf(id)}#${id}`, sk: 'patrol' });
const dayPk = (communityId: CommunityId, day: string) => `${communityId}#patrols#${day}`;
const patrolKey = ({ id, day, gridId }: Placed) => ({ pk: dayPk(communityOf(id), day), sk: `${gridId}#${id}` });
const keyOf = ({ id, day, grid }: Patrol) => patrolKey({ id, day, gridId: grid.id });

export type DayQuery = { communityId: CommunityId; day: string; gridId?: GridId | undefined };

const prefixOf = ({ gridId }: DayQuery) => (gridId === undefined ? 'grd_' : `${gridId}#`);
const pageFrom = (cursor: string | undefined, query: DayQuery): Item | undefined => {
  const from = fromCursor(cursor, { fixed: { pk: dayPk(query.communityId, query.day) }, open: ['sk'] });
  if (from === undefined || String(from['sk']).startsWith(prefixOf(query))) return from;
  throw invalidField('query.cursor', 'cursor', '这一页已失效，请从头刷新');
};

/** The patrol in a stream record; undefined for every other item, and for where one lies. */
export const patrolOf = (item: Item): Patrol | undefined =>
  String(item['pk']).split('#')[1] === 'patrols' ? z.parse(Patrol, item) : undefined;

export type PatrolStore = {
  /** Keeps a patrol and returns the one that stands under its id; undefined when that is another one, by its digest. */
  make: (patrol: Patrol) => Promise<Patrol | undefined>;
  /** For which grid and day the patrol of this id is; undefined when there is none. */
  locate: (id: PatrolId) => Promise<Placed | undefined>;
  /**
   * Writes what was found at an item that nobody has checked. `applied` false: nothing was written; `patrol` is the one that stands,
   * undefined when there is none.
   */
  check: (at: Placed, item: string, check: Check) => Promise<{ applied: boolean; patrol: Patrol | undefined }>;
  /** The patrols of a day by grid and, within it, by age. */
  list: (query: DayQuery, cursor?: string) => Promise<{ items: Patrol[]; next: string | undefined }>;
};

const { patrolPage } = fieldworkLimits;

export const makeMemoryPatrolStore = (): PatrolStore => {
  const patrols = new Map<PatrolId, Patrol>();
  return {
    make: async (patrol) => {
      const standing = patrols.get(patrol.id) ?? patrol;
      if (standing.digest !== patrol.digest) return undefined;
      patrols.set(patrol.id, structuredClone(standing));
      return structuredClone(standing);
    },
    locate: async (id) => {
      const patrol = patrols.get(id);
      return patrol === undefined ? undefined : { id, day: patrol.day, gridId: patrol.grid.id };
    },
    check: async ({ id }, item, check) => {
      const patrol = patrols.get(id);
      const found = patrol?.items[item];
      const applied = found !== undefined && found.check === undefined;
      if (applied) found.check = structuredClone(check);
      return { applied, patrol: structuredClone(patrol) };
    },
    list: async (query, cursor) => {
      const after = pageFrom(cursor, query)?.['sk'];
      const rest = [...patrols.values()]
        .map((patrol) => ({ patrol, key: keyOf(patrol) }))
        .filter(({ key }) => key.pk === dayPk(query.communityId, query.day) && key.sk.startsWith(prefixOf(query)))
        .filter(({ key }) => after === undefined || key.sk > String(after))
        .toSorted((a, b) => (a.key.sk < b.key.sk ? -1 : 1));
      const page = rest.slice(0, patrolPage);
      return {
        items: page.map(({ patrol }) => structuredClone(patrol)),
        next: toCursor(rest.length > patrolPage ? page.at(-1)?.key : undefined),
      };
    },
  };
};

export const makeDynamoPatrolStore = (table: Table): PatrolStore => ({
  make: async (patrol) => {
    const { id, grid, day, digest } = patrol;
    const address: Address = { gridId: grid.id, day, digest };
    const taken = await table.put({ ...addressKey(id), ...address }, 'attribute_not_exists(pk)');
    if (!taken.applied && z.parse(Address, taken.existing).digest !== digest) return undefined;
    const standing = taken.applied ? undefined : await table.get(keyOf(patrol));
    if (standing !== undefined) return z.parse(Patrol, standing);
    // A crash after the address leaves the list to the repeat.
    const written = await table.put({ ...keyOf(patrol), ...patrol }, 'attribute_not_exists(pk)');
    return written.applied ? patrol : z.parse(Patrol, written.existing);
  },
  locate: async (id) => {
    const item = await table.get(addressKey(id));
    if (item === undefined) return undefined;
    const { gridId, day } = z.parse(Address, item);
    return { id, day, gridId };
  },
  check: async (at, item, check) => {
    const written = await table.update(
      patrolKey(at),
      'SET #items.#item.#check = :check',
      'attribute_exists(#items.#item) AND attribute_not_exists(#items.#item.#check)',
      { names: { '#items': 'items', '#item': item, '#check': 'check' }, values: { ':check': check } },
    );
    const standing = written.applied ? written.item : written.existing;
    return { applied: written.applied, patrol: standing === undefined ? undefined : z.parse(Patrol, standing) };
  },
  list: async (query, cursor) => {
    const { items, next } = await table.query({
      condition: 'pk = :pk AND begins_with(sk, :prefix)',
      values: { ':pk': dayPk(query.communityId, query.day), ':prefix': prefixOf(query) },
      limit: patrolPage,
      from: pageFrom(cursor, query),
    });
    return { items: items.map((item) => z.parse(Patrol, item)), next: toCursor(next) };
  },
});
