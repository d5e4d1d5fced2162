import { PersonId, TicketId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';
import { ticketPk } from './store.ts';

/** How somebody came to join: of their own, or because their ticket was merged into this one. */
export type Via = 'self' | TicketId;

const Joiner = z.object({ personId: PersonId });
const Way = z.union([z.literal('self'), TicketId]);
const Pointer = z.object({ pk: z.string() });

const joinPrefix = 'join#';
const joinKey = (id: TicketId, personId: PersonId, via: Via) => ({
  pk: ticketPk(id),
  sk: `${joinPrefix}${personId}#${via}`,
});
const pageSize = 20;
const listKeys = (personId: PersonId): ListKeys => ({ fixed: { joinerKey: personId }, open: ['pk', 'sk', 'joinedAt'] });

/** The ticket that a stream record of a joiner belongs to; undefined for every other item. */
export const joinedTicketOf = ({ pk, sk }: Item): TicketId | undefined =>
  typeof sk === 'string' && sk.startsWith(joinPrefix) ? z.parse(TicketId, String(pk).split('#')[1]) : undefined;

export type JoinerStore = {
  /** Joins once for each way; false: had joined in that way already, and nothing changes. */
  join: (id: TicketId, personId: PersonId, via: Via, at: string) => Promise<boolean>;
  /** No longer joined in that way; one who was not changes nothing. */
  leave: (id: TicketId, personId: PersonId, via: Via) => Promise<void>;
  /** How somebody came to join; empty when they have not. May be a moment old. */
  ways: (id: TicketId, personId: PersonId) => Promise<Via[]>;
  /** Everyone, each once. */
  of: (id: TicketId) => Promise<PersonId[]>;
  /** Whom the merging of `via` brought here, and whether they have come in another way too. */
  broughtBy: (id: TicketId, via: TicketId) => Promise<{ personId: PersonId; hasOtherWay: boolean }[]>;
  /** Tickets somebody joined, the last one first; may be a moment old. */
  joinedBy: (personId: PersonId, cursor?: string) => Promise<{ ids: TicketId[]; next: string | undefined }>;
};

/** Everyone of a ticket with the ways they came by, from its rows. */
const waysOf = (rows: readonly Item[]): Map<PersonId, Via[]> => {
  const people = new Map<PersonId, Via[]>();
  for (const row of rows) {
    const { personId } = z.parse(Joiner, row);
    people.set(personId, [...(people.get(personId) ?? []), viaOf(row)]);
  }
  return people;
};
const viaOf = ({ sk }: Item): Via => z.parse(Way, String(sk).split('#')[2]);
const broughtBy = (rows: readonly Item[], via: TicketId) =>
  [...waysOf(rows)]
    .filter(([, ways]) => ways.includes(via))
    .map(([personId, ways]) => ({ personId, hasOtherWay: ways.length > 1 }));

const idOf = (item: Item): TicketId => z.parse(TicketId, z.parse(Pointer, item).pk.split('#')[1]);

export const makeMemoryJoinerStore = (): JoinerStore => {
  const joined = new Map<string, { id: TicketId; personId: PersonId; joinedAt: string; pk: string; sk: string }>();
  const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`;
  const all = () => [...joined.values()];
  const rowsOf = (id: TicketId) => all().filter((each) => each.id === id);
  return {
    join: async (id, personId, via, at) => {
      const key = joinKey(id, personId, via);
      const isNew = !joined.has(nameOf(key));
      if (isNew) joined.set(nameOf(key), { ...key, id, personId, joinedAt: at });
      return isNew;
    },
    leave: async (id, personId, via) => void joined.delete(nameOf(joinKey(id, personId, via))),
    ways: async (id, personId) => waysOf(rowsOf(id)).get(personId) ?? [],
    of: async (id) => [...waysOf(rowsOf(id)).keys()].toSorted(),
    broughtBy: async (id, via) => broughtBy(rowsOf(id), via),
    joinedBy: async (personId, cursor) => {
      const rank = ({ joinedAt, pk, sk }: Item) => `${joinedAt} ${pk} ${sk}`;
      const from = fromCursor(cursor, listKeys(personId));
      const mine = all()
        .filter((each) => each.personId === personId && (from === undefined || rank(each) < rank(from)))
        .toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1));
      const page = mine.slice(0, pageSize);
      const last = page.at(-1);
      const next =
        last === undefined || mine.length <= pageSize
          ? undefined
          : toCursor({ pk: last.pk, sk: last.sk, joinerKey: personId, joinedAt: last.joinedAt });
      return { ids: [...new Set(page.map(({ id }) => id))], next };
    },
  };
};

export const makeDynamoJoinerStore = (table: Table): JoinerStore => {
  const rowsOf = async (id: TicketId): Promise<Item[]> => {
    const rows: Item[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: 'pk = :ticket AND begins_with(sk, :prefix)',
        values: { ':ticket': ticketPk(id), ':prefix': joinPrefix },
        from,
      });
      rows.push(...items);
      from = next;
    } while (from !== undefined);
    return rows;
  };

  return {
    join: async (id, personId, via, at) => {
      const { applied } = await table.put(
        { ...joinKey(id, personId, via), personId, joinerKey: personId, joinedAt: at },
        'attribute_not_exists(pk)',
      );
      return applied;
    },
    leave: (id, personId, via) => table.delete(joinKey(id, personId, via)),
    ways: async (id, personId) => {
      const { items } = await table.query({
        condition: 'pk = :ticket AND begins_with(sk, :person)',
        values: { ':ticket': ticketPk(id), ':person': `${joinPrefix}${personId}#` },
        consistent: false,
      });
      return items.map(viaOf);
    },
    of: async (id) => [...waysOf(await rowsOf(id)).keys()],
    broughtBy: async (id, via) => broughtBy(await rowsOf(id), via),
    joinedBy: async (personId, cursor) => {
      const { items, next } = await table.query({
        index: 'byJoiner',
        condition: 'joinerKey = :person',
        values: { ':person': personId },
        limit: pageSize,
        newestFirst: true,
        from: fromCursor(cursor, listKeys(personId)),
      });
      return { ids: [...new Set(items.map(idOf))], next: toCursor(next) };
    },
  };
};
