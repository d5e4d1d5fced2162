import { Instant } from '@suishoupai/shared/contract/fields';
import { Limit } from '@suishoupai/shared/duty/contract';
import {
  CommunityId,
  communityOf,
  DepartmentId,
  EventId,
  GridId,
  MediaId,
  PersonId,
  TicketId,
} from '@suishoupai/shared/ids';
import { Point } from '@suishoupai/shared/places/contract';
import { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { deskOf, type Step, statesBefore, ticketStates, transitions } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';

const Relation = z.enum(['system', 'reporter', 'handler', 'gridWorker', 'communityStaff']);
const StepName = z.enum(['report', ...(Object.keys(transitions) as Step[])]);

/** `pending` until WeChat has answered; `held` and `hidden` are shown to nobody outside, `hidden` by a person's decision. */
const Safety = z.enum(['pending', 'pass', 'held', 'hidden']);
export type Safety = z.output<typeof Safety>;

/** One line of the trace, never changed once written. `digest` tells a repeat from a reuse of its id. */
const Event = z.object({
  id: EventId,
  at: Instant,
  step: StepName,
  state: z.enum(ticketStates),
  actor: z.object({ relation: Relation, label: z.string(), personId: z.optional(PersonId) }),
  note: z.optional(z.string()),
  photoIds: z.array(MediaId),
  stars: z.optional(z.int()),
  digest: z.string(),
});
export type TicketEvent = z.output<typeof Event>;

/** Names stand beside ids as they were when written: a department that is renamed or gone still reads right. */
export const Ticket = z.object({
  id: TicketId,
  communityId: CommunityId,
  categoryCode: CategoryCode,
  title: z.string(),
  publicTitle: z.optional(z.string()),
  description: z.string(),
  place: z.object({ point: Point, label: z.string() }),
  grid: z.optional(z.object({ id: GridId, name: z.string() })),
  department: z.optional(z.object({ id: DepartmentId, name: z.string() })),
  reporterId: PersonId,
  state: z.enum(ticketStates),
  /** Counts the steps of people; what the clock writes into the trace does not make a page stale. */
  version: z.int(),
  dutyVersion: z.optional(z.int()),
  limits: z.object({ accept: Limit, resolve: Limit, check: Limit }),
  reportedAt: Instant,
  dueAt: z.optional(Instant),
  resolveBy: z.optional(Instant),
  isOverdue: z.boolean(),
  cover: z.optional(MediaId),
  publicCover: z.optional(MediaId),
  stars: z.optional(z.int()),
  events: z.array(Event),
  /** By media id and by event id: what others may see. */
  safety: z.record(z.string(), Safety),
});
export type Ticket = z.output<typeof Ticket>;

/** What a list carries of a ticket. */
const Card = z.pick(Ticket, {
  id: true,
  communityId: true,
  categoryCode: true,
  state: true,
  version: true,
  title: true,
  publicTitle: true,
  grid: true,
  department: true,
  reportedAt: true,
  dueAt: true,
  cover: true,
  publicCover: true,
  stars: true,
});
export type CardRecord = z.output<typeof Card>;
export type CardPage = { items: CardRecord[]; next: string | undefined };

const dueShards = 8;
const never = '9999-12-31T23:59:59.999Z';
const sk = 'ticket';
const ticketKey = (id: TicketId) => ({ pk: `${communityOf(id)}#${id}`, sk });
const deskKey = (communityId: CommunityId, desk: string) => `${communityId}#${desk}`;
const dueKey = (shard: number) => `due#${shard}`;
const shardOf = (id: TicketId) => id.charCodeAt(id.length - 1) % dueShards;

/** The name of the desk a ticket lies on; undefined when nobody has to act. */
export const deskNameOf = ({
  state,
  department,
  grid,
}: Pick<Ticket, 'state' | 'department' | 'grid'>): string | undefined => {
  switch (deskOf(state)) {
    case 'department':
      return department?.id ?? 'community';
    case 'grid':
      return grid?.id ?? 'community';
    case 'community':
      return 'community';
    default:
      return undefined;
  }
};

/** Words or photos wait for WeChat or for a person. */
const isForReview = ({ safety }: Pick<Ticket, 'safety'>): boolean =>
  Object.values(safety).some((each) => each === 'pending' || each === 'held');

/** The lists: which attribute names the list, and which one sorts it. */
const lists = {
  byCommunity: { key: 'communityKey', sort: 'reportedAt' },
  byReporter: { key: 'reporterKey', sort: 'reportedAt' },
  byDesk: { key: 'deskKey', sort: 'deskAt' },
  byReview: { key: 'reviewKey', sort: 'reportedAt' },
} as const;
type ListName = keyof typeof lists;

/** Lists of work begin with what waits longest, the others with the newest. */
const isNewestFirst = (list: ListName) => list === 'byCommunity' || list === 'byReporter';

const listKeys = (list: ListName, partition: string): ListKeys => ({
  fixed: { sk, [lists[list].key]: partition },
  open: ['pk', lists[list].sort],
});

/** Index attributes; all follow from the ticket. A ticket leaves `byDue` when its clock has struck. */
const indexKeys = (ticket: Ticket) => {
  const desk = deskNameOf(ticket);
  return {
    communityKey: ticket.communityId,
    reporterKey: ticket.reporterId,
    deskKey: desk === undefined ? undefined : deskKey(ticket.communityId, desk),
    deskAt: desk === undefined ? undefined : (ticket.dueAt ?? never),
    dueKey: ticket.dueAt === undefined || ticket.isOverdue ? undefined : dueKey(shardOf(ticket.id)),
    reviewKey: isForReview(ticket) ? ticket.communityId : undefined,
  };
};

export type Judgement = { item: string; verdict: Safety; from: readonly Safety[]; line?: TicketEvent };

export type TicketStore = {
  /** Puts a new ticket; when the id is taken, nothing is written and the one that stands there is returned. */
  open: (ticket: Ticket) => Promise<{ opened: boolean; ticket: Ticket }>;
  /** The ticket, read consistently; undefined when there is none. */
  find: (id: TicketId) => Promise<Ticket | undefined>;
  /**
   * Writes `after` if the stored ticket still has the trace that `before` had and a state the step may leave; of two steps taken at
   * once one is written. Safety verdicts that came in between stay. False: nothing was written.
   */
  take: (step: Step, before: Ticket, after: Ticket) => Promise<boolean>;
  /**
   * Sets the verdict on words or a photo if the present one is among `from`; false when it is not. With a `line` for the trace, verdict
   * and line are written together, and only if the trace is still the one that `ticket` has.
   */
  judge: (ticket: Ticket, judgement: Judgement) => Promise<boolean>;
  /** Newest first; may be a moment old, as all lists. */
  listByCommunity: (id: CommunityId, cursor?: string, limit?: number) => Promise<CardPage>;
  listByReporter: (id: PersonId, cursor?: string, limit?: number) => Promise<CardPage>;
  /** By clock, most urgent first. */
  listByDesk: (communityId: CommunityId, desk: string, cursor?: string, limit?: number) => Promise<CardPage>;
  /** What waits to be shown or hidden, the longest waiting first. */
  listForReview: (communityId: CommunityId, cursor?: string, limit?: number) => Promise<CardPage>;
  /** Tickets whose clock has struck by `now` and was not yet written into the trace; at most 50 per shard. */
  listDue: (now: string) => Promise<TicketId[]>;
  /** Token to go on after this card in the list of its desk. */
  cursorAfter: (card: CardRecord, desk: string) => string | undefined;
};

/** The attributes in which a judged item shows outside. */
const shownOutside = (ticket: Ticket, item: string): 'publicTitle' | 'publicCover' | undefined => {
  if (item === ticket.events[0]?.id) return 'publicTitle';
  return item === ticket.cover ? 'publicCover' : undefined;
};
const shownValue = (ticket: Ticket, shown: 'publicTitle' | 'publicCover') =>
  shown === 'publicTitle' ? ticket.title : ticket.cover;

const deskCursor = ({ id, communityId, reportedAt, dueAt }: CardRecord, desk: string) =>
  toCursor(
    desk === 'review'
      ? { ...ticketKey(id), reviewKey: communityId, reportedAt }
      : { ...ticketKey(id), deskKey: deskKey(communityId, desk), deskAt: dueAt ?? never },
  );

export const makeMemoryTicketStore = (): TicketStore => {
  const tickets = new Map<TicketId, Ticket>();
  const all = () => [...tickets.values()];
  const list = (name: ListName, partition: string, cursor: string | undefined, limit: number): CardPage => {
    const { key, sort } = lists[name];
    const keysOf = (ticket: Ticket): Item => ({ ...ticketKey(ticket.id), ...ticket, ...indexKeys(ticket) });
    const rank = (ticket: Ticket) => `${keysOf(ticket)[sort]} ${ticket.id}`;
    const sorted = all()
      .filter((ticket) => keysOf(ticket)[key] === partition)
      .toSorted((a, b) => (rank(a) < rank(b) === isNewestFirst(name) ? 1 : -1));
    const from = fromCursor(cursor, listKeys(name, partition))?.['pk'];
    const start = from === undefined ? 0 : sorted.findIndex(({ id }) => ticketKey(id).pk === from) + 1;
    const shown = sorted.slice(start, start + limit);
    const last = shown.at(-1);
    const isMore = start + limit < sorted.length;
    const next = (ticket: Ticket) =>
      toCursor({ ...ticketKey(ticket.id), [key]: partition, [sort]: keysOf(ticket)[sort] });
    return {
      items: shown.map((ticket) => z.parse(Card, ticket)),
      next: isMore && last !== undefined ? next(last) : undefined,
    };
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
      const { safety, publicTitle, publicCover } = stored;
      tickets.set(
        before.id,
        structuredClone({ ...after, publicTitle, publicCover, safety: { ...after.safety, ...safety } }),
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
      if (shown === 'publicTitle') stored.publicTitle = verdict === 'pass' ? stored.title : undefined;
      if (shown === 'publicCover') stored.publicCover = verdict === 'pass' ? stored.cover : undefined;
      return true;
    },
    listByCommunity: async (id, cursor, limit = ticketLimits.pageSize) => list('byCommunity', id, cursor, limit),
    listByReporter: async (id, cursor, limit = ticketLimits.pageSize) => list('byReporter', id, cursor, limit),
    listByDesk: async (communityId, desk, cursor, limit = ticketLimits.pageSize) =>
      list('byDesk', deskKey(communityId, desk), cursor, limit),
    listForReview: async (communityId, cursor, limit = ticketLimits.pageSize) =>
      list('byReview', communityId, cursor, limit),
    listDue: async (now) =>
      all()
        .filter(({ dueAt, isOverdue }) => dueAt !== undefined && dueAt <= now && !isOverdue)
        .map(({ id }) => id),
    cursorAfter: deskCursor,
  };
};

export const makeDynamoTicketStore = (table: Table): TicketStore => {
  const list = async (index: ListName, partition: string, cursor: string | undefined, limit: number) => {
    const { items, next } = await table.query({
      index,
      condition: '#key = :key',
      names: { '#key': lists[index].key },
      values: { ':key': partition },
      limit,
      newestFirst: isNewestFirst(index),
      from: fromCursor(cursor, listKeys(index, partition)),
    });
    return { items: items.map((item) => z.parse(Card, item)), next: toCursor(next) };
  };
  const find = async (id: TicketId) => {
    const item = await table.get(ticketKey(id));
    return item === undefined ? undefined : z.parse(Ticket, item);
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
    find,
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
      const isShown = verdict === 'pass' && shown !== undefined;
      const set = isShown ? `, ${shown} = :shown` : '';
      const remove = shown !== undefined && !isShown ? ` REMOVE ${shown}` : '';
      const added = line === undefined ? '' : ', events = list_append(events, :line)';
      const written = await table.update(
        ticketKey(ticket.id),
        `SET safety.#item = :verdict${set}${added}${remove}`,
        `safety.#item IN (${Object.keys(allowed).join(', ')})${line === undefined ? '' : ' AND size(events) = :count'}`,
        {
          names: { '#item': item },
          values: {
            ...allowed,
            ':verdict': verdict,
            ...(isShown ? { ':shown': shownValue(ticket, shown) } : {}),
            ...(line === undefined ? {} : { ':line': [line], ':count': ticket.events.length }),
          },
        },
      );
      if (written.applied) await leaveReview(z.parse(Ticket, written.item));
      return written.applied;
    },
    listByCommunity: (id, cursor, limit = ticketLimits.pageSize) => list('byCommunity', id, cursor, limit),
    listByReporter: (id, cursor, limit = ticketLimits.pageSize) => list('byReporter', id, cursor, limit),
    listByDesk: (communityId, desk, cursor, limit = ticketLimits.pageSize) =>
      list('byDesk', deskKey(communityId, desk), cursor, limit),
    listForReview: (communityId, cursor, limit = ticketLimits.pageSize) => list('byReview', communityId, cursor, limit),
    listDue: async (now) => {
      const shards = await Promise.all(
        Array.from({ length: dueShards }, (_, shard) =>
          table.query({
            index: 'byDue',
            condition: 'dueKey = :shard AND dueAt <= :now',
            values: { ':shard': dueKey(shard), ':now': now },
            limit: 50,
          }),
        ),
      );
      return shards.flatMap(({ items }) => items.map(({ pk }) => z.parse(TicketId, String(pk).split('#')[1])));
    },
    cursorAfter: deskCursor,
  };
};

/** SET what changed, REMOVE what is gone, append to the trace, add new safety keys and leave known ones alone. */
const stepExpression = (before: Ticket, after: Ticket) => {
  const kept = new Set(['events', 'safety', 'publicTitle', 'publicCover']);
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
