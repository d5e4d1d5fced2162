import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { communityOf, TicketId, type TopicId } from '@suishoupai/shared/ids';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { isFinished, type TicketState } from '@suishoupai/shared/tickets/states';
import type { Step } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import { type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item } from '../dynamo/table.ts';
import {
  Card,
  type CardRecord,
  deskNameOf,
  isForReview,
  type Safety,
  type Ticket,
  type TicketEvent,
} from './record.ts';

export type CardPage = { items: CardRecord[]; next: string | undefined };

export const dueShards = 8;
export const never = '9999-12-31T23:59:59.999Z';
const sk = 'ticket';
export const ticketPk = (id: TicketId) => `${communityOf(id)}#${id}`;
/** Whether an item of the table is a ticket itself, and not what stands beside it. */
export const isTicketItem = (item: Item): boolean => item['sk'] === sk;
export const ticketKey = (id: TicketId) => ({ pk: ticketPk(id), sk });
const taskPrefix = 'task#';
const taskKey = (id: TicketId, departmentId: string) => ({ pk: ticketPk(id), sk: `${taskPrefix}${departmentId}` });
export const mergedPrefix = 'merged#';
/** Beside a ticket, for each that was merged into it. */
export const mergedKey = (into: TicketId, id: TicketId) => ({ pk: ticketPk(into), sk: `${mergedPrefix}${id}` });
export const mergedIdOf = ({ sk: row }: Item): TicketId => z.parse(TicketId, String(row).slice(mergedPrefix.length));
const deskKey = (communityId: CommunityId, desk: string) => `${communityId}#${desk}`;
const categoryKey = (communityId: CommunityId, code: CategoryCode) => `${communityId}#${code}`;
export const dueKey = (shard: number) => `due#${shard}`;
const shardOf = (id: TicketId) => id.charCodeAt(id.length - 1) % dueShards;

/** The lists: which attribute names the list, and which one sorts it. */
export const lists = {
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
export const isNewestFirst = (list: ListName) =>
  list === 'byCommunity' || list === 'byReporter' || list === 'byCategory';

export const listKeys = ({ list, partition }: List): ListKeys => ({
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
export const indexKeys = (ticket: Ticket) => {
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
export const taskItems = (ticket: Ticket): (Item & { pk: string; sk: string })[] => {
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
  /** The ticket, read consistently unless told otherwise; undefined when there is none. */
  find: (id: TicketId, options?: { consistent?: boolean }) => Promise<Ticket | undefined>;
  /**
   * Writes `after` if the stored ticket still has the trace that `before` had and a state the step may leave; of two steps taken at
   * once one is written. Safety verdicts and counts that came in between stay. A merge is written only while the ticket it goes into is
   * not over, and stands beside that one from then on. False: nothing was written.
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
  /**
   * Ties a ticket to the topic it gave rise to or that ordered it, the first one for ever; trace and version stay. Returns the one that
   * stands; undefined when there is no such ticket.
   */
  tieTopic: (id: TicketId, topicId: TopicId) => Promise<TopicId | undefined>;
  /** Lays the open tasks of a joint dispatch on the desks of their departments and clears those that are over; a later trace wins. */
  layTasks: (ticket: Ticket) => Promise<void>;
  /** Tickets that were ever merged into this one; whether they still are, they say themselves. */
  mergedHere: (id: TicketId) => Promise<TicketId[]>;
  /** A page of a list, at most `limit` cards; may be a moment old, as all lists. Narrowed by a filter it may end early with a `next`. */
  list: (list: List, page?: { cursor?: string | undefined; limit?: number; filter?: Filter }) => Promise<CardPage>;
  /** Tickets of which a clock has struck by `now` and that was not yet written into the trace; at most 50 per shard. */
  listDue: (now: string) => Promise<TicketId[]>;
  /** Token to go on after this card in a list. */
  cursorAfter: (card: CardRecord, list: List) => string | undefined;
};

/** The attributes in which a judged item shows outside. */
export const shownOutside = (ticket: Ticket, item: string): 'publicTitle' | 'publicCover' | undefined => {
  if (item === ticket.events[0]?.id) return 'publicTitle';
  return item === ticket.cover ? 'publicCover' : undefined;
};
export const shownValue = (ticket: Ticket, shown: 'publicTitle' | 'publicCover') =>
  shown === 'publicTitle' ? ticket.title : ticket.cover;
export const isShown = (safety: Safety) => safety === 'pass' || safety === 'flagged';

export const cursorAfter = ({ id, reportedAt, dueAt, task, department }: CardRecord, { list, partition }: List) => {
  const { key, sort } = lists[list];
  const own = task === undefined ? ticketKey(id) : taskKey(id, partition.split('#')[1] ?? department?.id ?? '');
  return toCursor({ ...own, [key]: partition, [sort]: sort === 'deskAt' ? (dueAt ?? never) : reportedAt });
};

export const matches =
  ({ states, categoryCode, departmentId, gridId, assigneeId, dueBy }: Filter) =>
  (card: CardRecord): boolean =>
    (states === undefined || states.includes(card.state)) &&
    (categoryCode === undefined || card.categoryCode === categoryCode) &&
    (departmentId === undefined || card.department?.id === departmentId) &&
    (gridId === undefined || card.grid?.id === gridId) &&
    (assigneeId === undefined || card.assignee?.personId === assigneeId) &&
    (dueBy === undefined || (card.dueAt !== undefined && card.dueAt <= dueBy));
