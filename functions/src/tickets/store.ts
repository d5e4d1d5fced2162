import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { communityOf, TicketId } from '@suishoupai/shared/ids';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { isFinished, type TicketState } from '@suishoupai/shared/tickets/states';
import { type Step, statesBefore } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';
import { Card, type CardRecord, deskNameOf, isForReview, type Safety, Ticket, type TicketEvent } from './record.ts';

export type CardPage = { items: CardRecord[]; next: string | undefined };

const dueShards = 8;
const never = '9999-12-31T23:59:59.999Z';
const sk = 'ticket';
export const ticketPk = (id: TicketId) => `${communityOf(id)}#${id}`;
/** Whether an item of the table is a ticket itself, and not what stands beside it. */
export const isTicketItem = (item: Item): boolean => item['sk'] === sk;
const ticketKey = (id: TicketId) => ({ pk: ticketPk(id), sk });
const taskPrefix = 'task#';
const taskKey = (id: TicketId, departmentId: string) => ({ pk: ticketPk(id), sk: `${taskPrefix}${departmentId}` });
const deskKey = (communityId: CommunityId, desk: string) => `${communityId}#${desk}`;
const categoryKey = (communityId: CommunityId, code: CategoryCode) => `${communityId}#${code}`;
const dueKey = (shard: number) => `due#${shard}`;
const shardOf = (id: TicketId) => id.charCodeAt(id.length - 1) % dueShards;

/** The lists: which attribute names the list, and which one sorts it. */
const lists = {
  byCommunity: { key: 'communityKey', sort: 'reportedAt' },
  byReporter: { key: 'reporterKey', sort: 'reportedAt' },
  byCategory: { key: 'categoryKey', sort: 'reportedAt' },
  byDesk: { key: 'deskKey', sort: 'deskAt' },
  byClock: { key: 'clockKey', sort: 'deskAt' },
  byReview: { key: 'reviewKey', sort: 'reportedAt' },
} as const;
type ListName = keyof typeof lists;
export type List = { list: ListName; partition: string };

/** Named lists of tickets. */
export const ticketLists = {
  community: (id: CommunityId): List => ({ list: 'byCommunity', partition: id }),
  reporter: (id: PersonId): List => ({ list: 'byReporter', partition: id }),
  category: (id: CommunityId, code: CategoryCode): List => ({ list: 'byCategory', partition: categoryKey(id, code) }),
  /** A desk's tickets and the tasks that others' tickets set it, by clock. */
  desk: (id: CommunityId, desk: string): List => ({ list: 'byDesk', partition: deskKey(id, desk) }),
  /** Whatever runs in a community, by clock. */
  running: (id: CommunityId): List => ({ list: 'byClock', partition: id }),
  /** What waits to be shown or hidden, the longest waiting first. */
  review: (id: CommunityId): List => ({ list: 'byReview', partition: id }),
};

/** Lists of work begin with what waits longest, the others with the newest. */
const isNewestFirst = (list: ListName) => list === 'byCommunity' || list === 'byReporter' || list === 'byCategory';

const listKeys = ({ list, partition }: List): ListKeys => ({
  fixed: { [lists[list].key]: partition },
  open: ['pk', 'sk', lists[list].sort],
});

/** What a list is narrowed to; looked at after reading, so that a page may cost more than it shows. */
export type Filter = {
  states?: readonly TicketState[] | undefined;
  categoryCode?: CategoryCode | undefined;
  departmentId?: string | undefined;
  gridId?: string | undefined;
  assigneeId?: PersonId | undefined;
  /** Due by this instant. */
  dueBy?: string | undefined;
};

/** Index attributes; all follow from the ticket. A ticket leaves `byDue` when none of its clocks will strike. */
const indexKeys = (ticket: Ticket) => {
  const desk = deskNameOf(ticket);
  const isOver = isFinished(ticket.state);
  return {
    communityKey: ticket.communityId,
    reporterKey: ticket.reporterId,
    categoryKey: categoryKey(ticket.communityId, ticket.categoryCode),
    clockKey: isOver ? undefined : ticket.communityId,
    deskKey: desk === undefined ? undefined : deskKey(ticket.communityId, desk),
    deskAt: isOver ? undefined : (ticket.dueAt ?? never),
    dueKey: ticket.wakeAt === undefined || isOver ? undefined : dueKey(shardOf(ticket.id)),
    reviewKey: isForReview(ticket) ? ticket.communityId : undefined,
  };
};

/** The card of a supporting department's task, as it lies on that department's desk; without a desk when the task is over. */
const taskItems = (ticket: Ticket): (Item & { pk: string; sk: string })[] => {
  const everAsked = new Set(ticket.events.flatMap(({ supporting = [] }) => supporting.map(({ id }) => id)));
  return [...everAsked].map((departmentId) => {
    const task = ticket.tasks.find((each) => each.department.id === departmentId);
    const key = { ...taskKey(ticket.id, departmentId), seq: ticket.events.length };
    if (task?.state !== 'open' || isFinished(ticket.state)) return key;
    const dueAt = ticket.clocks.find(({ name }) => name === `task:${departmentId}`)?.dueAt;
    const card = { ...z.parse(Card, ticket), dueAt, task: task.task, assignee: undefined };
    return { ...key, ...card, deskKey: deskKey(ticket.communityId, departmentId), deskAt: dueAt ?? never };
  });
};

export type Judgement = { item: string; verdict: Safety; from: readonly Safety[]; line?: TicketEvent };

export type TicketStore = {
  /** Puts a new ticket; when the id is taken, nothing is written and the one that stands there is returned. */
  open: (ticket: Ticket) => Promise<{ opened: boolean; ticket: Ticket }>;
  /** The ticket, read consistently; undefined when there is none. */
  find: (id: TicketId) => Promise<Ticket | undefined>;
  /**
   * Writes `after` if the stored ticket still has the trace that `before` had and a state the step may leave; of two steps taken at
   * once one is written. Safety verdicts and counts that came in between stay. False: nothing was written.
   */
  take: (step: Step, before: Ticket, after: Ticket) => Promise<boolean>;
  /**
   * Sets the verdict on words or a photo if the present one is among `from`; false when it is not. With a `line` for the trace, verdict
   * and line are written together, and only if the trace is still the one that `ticket` has.
   */
  judge: (ticket: Ticket, judgement: Judgement) => Promise<boolean>;
  /** Puts a comment among what waits for a person, or takes it off again once it was judged. Not for words or photos of the trace. */
  watch: (ticket: Ticket, item: string, safety: Safety) => Promise<void>;
  /** Keeps how many have joined; a ticket that is not there is left alone. */
  setJoins: (id: TicketId, joins: number) => Promise<void>;
  /** Lays the open tasks of a joint dispatch on the desks of their departments and clears those that are over; a later trace wins. */
  layTasks: (ticket: Ticket) => Promise<void>;
  /** A page of a list, at most `limit` cards; may be a moment old, as all lists. Narrowed by a filter it may end early with a `next`. */
  list: (list: List, page?: { cursor?: string | undefined; limit?: number; filter?: Filter }) => Promise<CardPage>;
  /** Tickets of which a clock has struck by `now` and that was not yet written into the trace; at most 50 per shard. */
  listDue: (now: string) => Promise<TicketId[]>;
  /** Token to go on after this card in a list. */
  cursorAfter: (card: CardRecord, list: List) => string | undefined;
};

/** The attributes in which a judged item shows outside. */
const shownOutside = (ticket: Ticket, item: string): 'publicTitle' | 'publicCover' | undefined => {
  if (item === ticket.events[0]?.id) return 'publicTitle';
  return item === ticket.cover ? 'publicCover' : undefined;
};
const shownValue = (ticket: Ticket, shown: 'publicTitle' | 'publicCover') =>
  shown === 'publicTitle' ? ticket.title : ticket.cover;
const isShown = (safety: Safety) => safety === 'pass' || safety === 'flagged';

const cursorAfter = ({ id, reportedAt, dueAt, task, department }: CardRecord, { list, partition }: List) => {
  const { key, sort } = lists[list];
  const own = task === undefined ? ticketKey(id) : taskKey(id, partition.split('#')[1] ?? department?.id ?? '');
  return toCursor({ ...own, [key]: partition, [sort]: sort === 'deskAt' ? (dueAt ?? never) : reportedAt });
};

const matches =
  ({ states, categoryCode, departmentId, gridId, assigneeId, dueBy }: Filter) =>
  (card: CardRecord): boolean =>
    (states === undefined || states.includes(card.state)) &&
    (categoryCode === undefined || card.categoryCode === categoryCode) &&
    (departmentId === undefined || card.department?.id === departmentId) &&
    (gridId === undefined || card.grid?.id === gridId) &&
    (assigneeId === undefined || card.assignee?.personId === assigneeId) &&
    (dueBy === undefined || (card.dueAt !== undefined && card.dueAt <= dueBy));

export const makeMemoryTicketStore = (): TicketStore => {
  const tickets = new Map<TicketId, Ticket>();
  const tasks = new Map<string, Item & { pk: string; sk: string }>();

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
      const { safety, publicTitle, publicCover, joins } = stored;
      tickets.set(
        before.id,
        structuredClone({ ...after, publicTitle, publicCover, joins, safety: { ...after.safety, ...safety } }),
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
    layTasks: async (ticket) => {
      for (const item of taskItems(ticket)) {
        const name = `${item.pk} ${item.sk}`;
        const seq = tasks.get(name)?.['seq'];
        if (seq === undefined || Number(seq) < ticket.events.length) tasks.set(name, structuredClone(item));
      }
    },
    list,
    listDue: async (now) =>
      [...tickets.values()]
        .filter((ticket) => indexKeys(ticket).dueKey !== undefined && (ticket.wakeAt ?? never) <= now)
        .map(({ id }) => id),
    cursorAfter,
  };
};

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
    find: async (id) => {
      const item = await table.get(ticketKey(id));
      return item === undefined ? undefined : z.parse(Ticket, item);
    },
    take: async (step, before, after) => {
      const expression = stepExpression(before, after);
      const from = Object.fromEntries(statesBefore(step).map((state, i) => [`:from${i}`, state]));
      const { applied } = await table.update(
        ticketKey(before.id),
        expression.update,
        `size(events) = :count AND #state IN (${Object.keys(from).join(', ')})`,
        {
          names: { ...expression.names, '#state': 'state' },
          values: { ...expression.values, ...from, ':count': before.events.length },
        },
      );
      return applied;
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
    layTasks: async (ticket) => {
      for (const item of taskItems(ticket)) {
        await table.put(item, 'attribute_not_exists(pk) OR seq < :seq', { values: { ':seq': ticket.events.length } });
      }
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

/** SET what changed, REMOVE what is gone, append to the trace, add new safety keys and leave known ones alone. */
const stepExpression = (before: Ticket, after: Ticket) => {
  const kept = new Set(['events', 'safety', 'publicTitle', 'publicCover', 'joins']);
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
