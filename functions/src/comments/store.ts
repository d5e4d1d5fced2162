import { commentLimits } from '@suishoupai/shared/comments/contract';
import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, PersonId, TicketId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';
import { Safety } from '../tickets/record.ts';
import { ticketPk } from '../tickets/store.ts';

export const CommentRecord = z.object({
  id: ActionId,
  ticketId: TicketId,
  at: Instant,
  authorId: PersonId,
  author: z.string(),
  text: z.string(),
  safety: Safety,
});
export type CommentRecord = z.output<typeof CommentRecord>;

const prefix = 'comment#';
const commentKey = (ticketId: TicketId, id: string) => ({ pk: ticketPk(ticketId), sk: `${prefix}${id}` });
const listKeys = (ticketId: TicketId): ListKeys => ({ fixed: { pk: ticketPk(ticketId) }, open: ['sk'] });
const listFrom = (cursor: string | undefined, ticketId: TicketId): Item | undefined => {
  const key = fromCursor(cursor, listKeys(ticketId));
  return key === undefined || String(key['sk']).startsWith(prefix) ? key : { ...key, sk: `${prefix}~` };
};

/** The comment in a stream record; undefined for every other item. */
export const commentOf = (item: Item): CommentRecord | undefined =>
  String(item['sk']).startsWith(prefix) ? z.parse(CommentRecord, item) : undefined;

export type CommentStore = {
  /** Puts a comment; when the id is taken, nothing is written and the one that stands there is returned. */
  add: (comment: CommentRecord) => Promise<{ isAdded: boolean; comment: CommentRecord }>;
  find: (ticketId: TicketId, id: string) => Promise<CommentRecord | undefined>;
  /** Sets the verdict if the present one is among `from`; false when it is not, or there is no such comment. */
  judge: (ticketId: TicketId, id: string, verdict: Safety, from: readonly Safety[]) => Promise<boolean>;
  /** Newest first, by the id its author's phone made. */
  list: (ticketId: TicketId, cursor?: string) => Promise<{ items: CommentRecord[]; next: string | undefined }>;
};

export const makeMemoryCommentStore = (): CommentStore => {
  const comments = new Map<string, CommentRecord>();
  const nameOf = (ticketId: TicketId, id: string) => `${ticketId} ${id}`;
  return {
    add: async (comment) => {
      const name = nameOf(comment.ticketId, comment.id);
      const existing = comments.get(name);
      if (existing === undefined) comments.set(name, { ...comment });
      return { isAdded: existing === undefined, comment: { ...(existing ?? comment) } };
    },
    find: async (ticketId, id) => structuredClone(comments.get(nameOf(ticketId, id))),
    judge: async (ticketId, id, verdict, from) => {
      const comment = comments.get(nameOf(ticketId, id));
      if (comment === undefined || !from.includes(comment.safety)) return false;
      comment.safety = verdict;
      return true;
    },
    list: async (ticketId, cursor) => {
      const from = listFrom(cursor, ticketId)?.['sk'];
      const rest = [...comments.values()]
        .filter((each) => each.ticketId === ticketId && (from === undefined || prefix + each.id < String(from)))
        .toSorted((a, b) => (a.id < b.id ? 1 : -1));
      const items = rest.slice(0, commentLimits.pageSize);
      const last = items.at(-1);
      const isMore = rest.length > items.length && last !== undefined;
      return { items: structuredClone(items), next: isMore ? toCursor(commentKey(ticketId, last.id)) : undefined };
    },
  };
};

export const makeDynamoCommentStore = (table: Table): CommentStore => ({
  add: async (comment) => {
    const written = await table.put(
      { ...commentKey(comment.ticketId, comment.id), ...comment },
      'attribute_not_exists(pk)',
    );
    const item = written.applied ? written.item : written.existing;
    return { isAdded: written.applied, comment: z.parse(CommentRecord, item) };
  },
  find: async (ticketId, id) => {
    const item = await table.get(commentKey(ticketId, id));
    return item === undefined ? undefined : z.parse(CommentRecord, item);
  },
  judge: async (ticketId, id, verdict, from) => {
    const allowed = Object.fromEntries(from.map((safety, i) => [`:from${i}`, safety]));
    const { applied } = await table.update(
      commentKey(ticketId, id),
      'SET safety = :verdict',
      `safety IN (${Object.keys(allowed).join(', ')})`,
      { values: { ...allowed, ':verdict': verdict } },
    );
    return applied;
  },
  list: async (ticketId, cursor) => {
    const { items, next } = await table.query({
      condition: 'pk = :ticket AND begins_with(sk, :prefix)',
      values: { ':ticket': ticketPk(ticketId), ':prefix': prefix },
      limit: commentLimits.pageSize,
      newestFirst: true,
      from: listFrom(cursor, ticketId),
      consistent: false,
    });
    return { items: items.map((item) => z.parse(CommentRecord, item)), next: toCursor(next) };
  },
});
