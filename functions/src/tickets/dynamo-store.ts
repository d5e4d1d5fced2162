import { TicketId } from '@suishoupai/shared/ids';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { type TicketState, unfinishedStates } from '@suishoupai/shared/tickets/states';
import { statesBefore } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';
import { Card, type CardRecord, isForReview, Ticket } from './record.ts';
import {
  cursorAfter,
  dueKey,
  dueShards,
  indexKeys,
  isNewestFirst,
  isShown,
  type List,
  listKeys,
  lists,
  matches,
  mergedIdOf,
  mergedKey,
  mergedPrefix,
  shownOutside,
  shownValue,
  type TicketStore,
  taskItems,
  ticketKey,
  ticketPk,
} from './store.ts';

/** Rows that a filter may throw away while a page is being filled. */
const filteredRows = 100;
const filteredRounds = 5;

export const makeDynamoTicketStore = (table: Table): TicketStore => {
  const page = async ({ list, partition }: List, from: Item | undefined, limit: number) => {
    const { items, next } = await table.query({
      index: list,
      condition: '#key = :key',
      names: { '#key': lists[list].key },
      values: { ':key': partition },
      limit,
      newestFirst: isNewestFirst(list),
      from,
    });
    return { items: items.map((item) => z.parse(Card, item)), next };
  };

  /** The last verdict takes the ticket off the list; a step in between may have brought new words or photos, and then it stays. */
  const leaveReview = async (ticket: Ticket) => {
    if (isForReview(ticket)) return;
    await table.update(ticketKey(ticket.id), 'REMOVE reviewKey', 'size(events) = :count', {
      values: { ':count': ticket.events.length },
    });
  };

  return {
    open: async (ticket) => {
      const written = await table.put(
        { ...ticketKey(ticket.id), ...indexKeys(ticket), ...ticket },
        'attribute_not_exists(pk)',
      );
      return { opened: written.applied, ticket: z.parse(Ticket, written.applied ? written.item : written.existing) };
    },
    find: async (id, options) => {
      const item = await table.get(ticketKey(id), options);
      return item === undefined ? undefined : z.parse(Ticket, item);
    },
    take: async (step, before, after) => {
      const { update, names, values } = stepExpression(before, after);
      const from = statesIn(statesBefore(step));
      const write = {
        key: ticketKey(before.id),
        update,
        condition: `size(events) = :count AND ${from.condition}`,
        names: { ...names, ...from.names },
        values: { ...values, ...from.values, ':count': before.events.length },
      };
      const into = step === 'merge' ? after.mergedInto?.id : undefined;
      if (into === undefined) return (await table.update(write.key, write.update, write.condition, write)).applied;
      // Two that are merged into each other at once would both be gone: each write holds the other ticket to its state.
      const target = { key: ticketKey(into), ...statesIn(unfinishedStates) };
      return table.transact([{ update: write }, { check: target }, { put: mergedKey(into, before.id) }]);
    },
    judge: async (ticket, { item, verdict, from, line }) => {
      const allowed = Object.fromEntries(from.map((safety, i) => [`:from${i}`, safety]));
      const shown = shownOutside(ticket, item);
      const isOut = isShown(verdict) && shown !== undefined;
      const isWaiting = isForReview({ safety: { [item]: verdict } });
      const sets = [
        'safety.#item = :verdict',
        ...(isOut ? [`${shown} = :shown`] : []),
        ...(isWaiting ? ['reviewKey = :community'] : []),
        ...(line === undefined ? [] : ['events = list_append(events, :line)']),
      ];
      const remove = shown !== undefined && !isOut ? ` REMOVE ${shown}` : '';
      const written = await table.update(
        ticketKey(ticket.id),
        `SET ${sets.join(', ')}${remove}`,
        `safety.#item IN (${Object.keys(allowed).join(', ')})${line === undefined ? '' : ' AND size(events) = :count'}`,
        {
          names: { '#item': item },
          values: {
            ...allowed,
            ':verdict': verdict,
            ...(isOut ? { ':shown': shownValue(ticket, shown) } : {}),
            ...(isWaiting ? { ':community': ticket.communityId } : {}),
            ...(line === undefined ? {} : { ':line': [line], ':count': ticket.events.length }),
          },
        },
      );
      if (written.applied) await leaveReview(z.parse(Ticket, written.item));
      return written.applied;
    },
    watch: async ({ id, communityId }, item, safety) => {
      const isWaiting = isForReview({ safety: { [item]: safety } });
      const written = await table.update(
        ticketKey(id),
        `SET safety.#item = :safety${isWaiting ? ', reviewKey = :community' : ''}`,
        'attribute_exists(pk)',
        {
          names: { '#item': item },
          values: { ':safety': safety, ...(isWaiting ? { ':community': communityId } : {}) },
        },
      );
      if (written.applied) await leaveReview(z.parse(Ticket, written.item));
    },
    setJoins: async (id, joins) => {
      await table.update(ticketKey(id), 'SET joins = :joins', 'attribute_exists(pk) AND joins <> :joins', {
        values: { ':joins': joins },
      });
    },
    tieTopic: async (id, topicId) => {
      const written = await table.update(
        ticketKey(id),
        'SET topicId = :topic',
        'attribute_exists(pk) AND attribute_not_exists(topicId)',
        { values: { ':topic': topicId } },
      );
      const item = written.applied ? written.item : written.existing;
      return item === undefined ? undefined : z.parse(Ticket, item).topicId;
    },
    layTasks: async (ticket) => {
      for (const item of taskItems(ticket)) {
        await table.put(item, 'attribute_not_exists(pk) OR seq < :seq', { values: { ':seq': ticket.events.length } });
      }
    },
    mergedHere: async (id) => {
      const merged: TicketId[] = [];
      let from: Item | undefined;
      do {
        const { items, next } = await table.query({
          condition: 'pk = :ticket AND begins_with(sk, :prefix)',
          values: { ':ticket': ticketPk(id), ':prefix': mergedPrefix },
          from,
        });
        merged.push(...items.map(mergedIdOf));
        from = next;
      } while (from !== undefined);
      return merged;
    },
    list: async (name, { cursor, limit = ticketLimits.pageSize, filter } = {}) => {
      const from = fromCursor(cursor, listKeys(name));
      if (filter === undefined) {
        const { items, next } = await page(name, from, limit);
        return { items, next: toCursor(next) };
      }
      const found: CardRecord[] = [];
      let next = from;
      for (let round = 0; round < filteredRounds; round += 1) {
        const read = await page(name, next, filteredRows);
        found.push(...read.items.filter(matches(filter)));
        next = read.next;
        if (next === undefined || found.length >= limit) break;
      }
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return { items, next: found.length > limit && last !== undefined ? cursorAfter(last, name) : toCursor(next) };
    },
    listDue: async (now) => {
      const shards = await Promise.all(
        Array.from({ length: dueShards }, (_, shard) =>
          table.query({
            index: 'byDue',
            condition: 'dueKey = :shard AND wakeAt <= :now',
            values: { ':shard': dueKey(shard), ':now': now },
            limit: 50,
          }),
        ),
      );
      return shards.flatMap(({ items }) => items.map(({ pk }) => z.parse(TicketId, String(pk).split('#')[1])));
    },
    cursorAfter,
  };
};

const statesIn = (states: readonly TicketState[]) => {
  const values = Object.fromEntries(states.map((state, i) => [`:from${i}`, state]));
  return { condition: `#state IN (${Object.keys(values).join(', ')})`, names: { '#state': 'state' }, values };
};

/** SET what changed, REMOVE what is gone, append to the trace, add new safety keys and leave known ones alone. */
const stepExpression = (before: Ticket, after: Ticket) => {
  const kept = new Set(['events', 'safety', 'publicTitle', 'publicCover', 'joins', 'topicId']);
  const was: Item = { ...indexKeys(before), ...before };
  const is: Item = { ...indexKeys(after), ...after };
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => !kept.has(name) && JSON.stringify(was[name]) !== JSON.stringify(is[name]))
    .toSorted();
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = { ':added': after.events.slice(before.events.length) };
  const sets = ['events = list_append(events, :added)'];
  const removes: string[] = [];
  changed.forEach((name, i) => {
    names[`#c${i}`] = name;
    if (is[name] === undefined) removes.push(`#c${i}`);
    else {
      sets.push(`#c${i} = :c${i}`);
      values[`:c${i}`] = is[name];
    }
  });
  Object.entries(after.safety)
    .filter(([item]) => !(item in before.safety))
    .forEach(([item, safety], i) => {
      names[`#s${i}`] = item;
      values[`:s${i}`] = safety;
      sets.push(`safety.#s${i} = :s${i}`);
    });
  return {
    update: `SET ${sets.join(', ')}${removes.length === 0 ? '' : ` REMOVE ${removes.join(', ')}`}`,
    names,
    values,
  };
};
