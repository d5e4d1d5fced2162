import type { TicketId } from '@suishoupai/shared/ids';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { isFinished } from '@suishoupai/shared/tickets/states';
import { statesBefore } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import { fromCursor } from '../dynamo/cursor.ts';
import type { Item } from '../dynamo/table.ts';
import { Card, type Ticket } from './record.ts';
import {
  cursorAfter,
  indexKeys,
  isNewestFirst,
  isShown,
  listKeys,
  lists,
  matches,
  never,
  shownOutside,
  type TicketStore,
  taskItems,
  ticketKey,
} from './store.ts';

export const makeMemoryTicketStore = (): TicketStore => {
  const tickets = new Map<TicketId, Ticket>();
  const tasks = new Map<string, Item & { pk: string; sk: string }>();
  const merged = new Map<TicketId, Set<TicketId>>();

  const rows = (): Item[] => [
    ...[...tickets.values()].map((ticket) => ({ ...ticketKey(ticket.id), ...ticket, ...indexKeys(ticket) })),
    ...tasks.values(),
  ];
  const list: TicketStore['list'] = async (name, { cursor, limit = ticketLimits.pageSize, filter = {} } = {}) => {
    const { key, sort } = lists[name.list];
    const rank = (row: Item) => `${row[sort]} ${row['pk']} ${row['sk']}`;
    const isLater = (a: string, b: string) => (isNewestFirst(name.list) ? a < b : a > b);
    const from = fromCursor(cursor, listKeys(name));
    const cards = rows()
      .filter((row) => row[key] === name.partition && (from === undefined || isLater(rank(row), rank(from))))
      .toSorted((a, b) => (isLater(rank(a), rank(b)) ? 1 : -1))
      .map((row) => z.parse(Card, row))
      .filter(matches(filter));
    const items = cards.slice(0, limit);
    const last = items.at(-1);
    return { items, next: cards.length > limit && last !== undefined ? cursorAfter(last, name) : undefined };
  };

  return {
    open: async (ticket) => {
      const existing = tickets.get(ticket.id);
      if (existing === undefined) tickets.set(ticket.id, structuredClone(ticket));
      return { opened: existing === undefined, ticket: structuredClone(existing ?? ticket) };
    },
    find: async (id) => structuredClone(tickets.get(id)),
    take: async (step, before, after) => {
      const stored = tickets.get(before.id);
      if (stored === undefined || stored.events.length !== before.events.length) return false;
      if (!statesBefore(step).includes(stored.state)) return false;
      const into = step === 'merge' ? after.mergedInto?.id : undefined;
      if (into !== undefined) {
        if (isFinished(tickets.get(into)?.state ?? 'merged')) return false;
        merged.set(into, (merged.get(into) ?? new Set()).add(before.id));
      }
      const { safety, publicTitle, publicCover, joins, topicId } = stored;
      tickets.set(
        before.id,
        structuredClone({ ...after, publicTitle, publicCover, joins, topicId, safety: { ...after.safety, ...safety } }),
      );
      return true;
    },
    judge: async ({ id, events }, { item, verdict, from, line }) => {
      const stored = tickets.get(id);
      const present = stored?.safety[item];
      if (stored === undefined || present === undefined || !from.includes(present)) return false;
      if (line !== undefined && stored.events.length !== events.length) return false;
      if (line !== undefined) stored.events.push(structuredClone(line));
      stored.safety[item] = verdict;
      const shown = shownOutside(stored, item);
      if (shown === 'publicTitle') stored.publicTitle = isShown(verdict) ? stored.title : undefined;
      if (shown === 'publicCover') stored.publicCover = isShown(verdict) ? stored.cover : undefined;
      return true;
    },
    watch: async ({ id }, item, safety) => {
      const stored = tickets.get(id);
      if (stored !== undefined) stored.safety[item] = safety;
    },
    setJoins: async (id, joins) => {
      const stored = tickets.get(id);
      if (stored !== undefined) stored.joins = joins;
    },
    tieTopic: async (id, topicId) => {
      const stored = tickets.get(id);
      if (stored === undefined) return undefined;
      stored.topicId ??= topicId;
      return stored.topicId;
    },
    layTasks: async (ticket) => {
      for (const item of taskItems(ticket)) {
        const name = `${item.pk} ${item.sk}`;
        const seq = tasks.get(name)?.['seq'];
        if (seq === undefined || Number(seq) < ticket.events.length) tasks.set(name, structuredClone(item));
      }
    },
    mergedHere: async (id) => [...(merged.get(id) ?? [])],
    list,
    listDue: async (now) =>
      [...tickets.values()]
        .filter((ticket) => indexKeys(ticket).dueKey !== undefined && (ticket.wakeAt ?? never) <= now)
        .map(({ id }) => id),
    cursorAfter,
  };
};
