import { PersonId, TicketId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';
import { ticketPk } from './store.ts';

/** How somebody came to join: of their own, or because their ticket was merged into this one. */
export type Via = 'self' | TicketId;

const Joiner = z.object({ personId: PersonId });
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
  /** Joins once for each way; a repeat changes nothing. */
  join: (id: TicketId, personId: PersonId, via: Via, at: string) => Promise<void>;
  /** No longer joined in that way; one who was not changes nothing. */
  leave: (id: TicketId, personId: PersonId, via: Via) => Promise<void>;
  /** Everyone who came by the merging of `via` is no longer joined in that way. */
  part: (id: TicketId, via: TicketId) => Promise<void>;
  /** In whatever way; may be a moment old. */
  hasJoined: (id: TicketId, personId: PersonId) => Promise<boolean>;
  /** Everyone, each once. */
  of: (id: TicketId) => Promise<PersonId[]>;
  /** Tickets somebody joined, the last one first; may be a moment old. */
  joinedBy: (personId: PersonId, cursor?: string) => Promise<{ ids: TicketId[]; next: string | undefined }>;
};

const idOf = (item: Item): TicketId => z.parse(TicketId, z.parse(Pointer, item).pk.split('#')[1]);

export const makeMemoryJoinerStore = (): JoinerStore => {
  const joined = new Map<string, { id: TicketId; personId: PersonId; joinedAt: string; pk: string; sk: string }>();
  const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`;
  const all = () => [...joined.values()];
  return {
    join: async (id, personId, via, at) => {
      const key = joinKey(id, personId, via);
      if (!joined.has(nameOf(key))) joined.set(nameOf(key), { ...key, id, personId, joinedAt: at });
    },
    leave: async (id, personId, via) => void joined.delete(nameOf(joinKey(id, personId, via))),
    part: async (id, via) => {
      for (const [name, each] of joined) if (each.id === id && each.sk.endsWith(`#${via}`)) joined.delete(name);
    },
    hasJoined: async (id, personId) => all().some((each) => each.id === id && each.personId === personId),
    of: async (id) => [
      ...new Set(
        all()
          .filter((each) => each.id === id)
          .map(({ personId }) => personId)
          .toSorted(),
      ),
    ],
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
  const rowsOf = async function* (id: TicketId) {
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: 'pk = :ticket AND begins_with(sk, :prefix)',
        values: { ':ticket': ticketPk(id), ':prefix': joinPrefix },
        from,
      });
      yield* items;
      from = next;
    } while (from !== undefined);
  };

  return {
    join: async (id, personId, via, at) => {
      await table.put(
        { ...joinKey(id, personId, via), personId, joinerKey: personId, joinedAt: at },
        'attribute_not_exists(pk)',
      );
    },
    leave: (id, personId, via) => table.delete(joinKey(id, personId, via)),
    part: async (id, via) => {
      for await (const item of rowsOf(id)) {
        if (String(item['sk']).endsWith(`#${via}`)) {
          await table.delete(joinKey(id, z.parse(Joiner, item).personId, via));
        }
      }
    },
    hasJoined: async (id, personId) => {
      const { items } = await table.query({
        condition: 'pk = :ticket AND begins_with(sk, :person)',
        values: { ':ticket': ticketPk(id), ':person': `${joinPrefix}${personId}#` },
        limit: 1,
        consistent: false,
      });
      return items.length > 0;
    },
    of: async (id) => {
      const people = new Set<PersonId>();
      for await (const item of rowsOf(id)) people.add(z.parse(Joiner, item).personId);
      return [...people];
    },
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
