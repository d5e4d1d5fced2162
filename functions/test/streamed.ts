import { communityOf, type TicketId } from '@suishoupai/shared/ids';
import type { CommentRecord } from '../src/comments/store.ts';
import type { Stores } from '../src/stores.ts';
import type { Change } from '../src/tickets/follower.ts';
import type { Ticket } from '../src/tickets/record.ts';
import { ticketPk } from '../src/tickets/store.ts';

/** Items of the tickets table as the stream tells of them. */
export const ticketItem = (ticket: Ticket) => ({ pk: ticketPk(ticket.id), sk: 'ticket', ...ticket });
export const commentItem = (comment: CommentRecord) => ({
  pk: ticketPk(comment.ticketId),
  sk: `comment#${comment.id}`,
  ...comment,
});

type Streamed = Pick<Stores, 'tickets' | 'joiners' | 'comments' | 'patrols'>;

/** The stream's part: what follows from a write is done before the writer is answered, so that tests see it at once. */
export const streamed = <Some extends Streamed>(stores: Some, follow: (change: Change) => Promise<void>): Some => {
  const { tickets, joiners, comments, patrols } = stores;
  /** A write that was applied, between the trace as it was and the ticket as it is now. */
  const written = async (before: Ticket, isApplied: boolean): Promise<boolean> => {
    const after = isApplied ? await tickets.find(before.id) : undefined;
    if (after !== undefined) await follow({ before: ticketItem(before), after: ticketItem(after) });
    return isApplied;
  };
  const joined = (id: TicketId) => ({ pk: ticketPk(id), sk: 'join#' });
  return {
    ...stores,
    tickets: {
      ...tickets,
      open: async (ticket) => {
        const result = await tickets.open(ticket);
        if (result.opened) await follow({ before: undefined, after: ticketItem(result.ticket) });
        return result;
      },
      take: async (step, before, after) => written(before, await tickets.take(step, before, after)),
      // Without a line for the trace nothing follows from a verdict.
      judge: async (ticket, judgement) => {
        const isApplied = await tickets.judge(ticket, judgement);
        return judgement.line === undefined ? isApplied : written(ticket, isApplied);
      },
    },
    joiners: {
      ...joiners,
      join: async (id, personId, via, at) => {
        const isNew = await joiners.join(id, personId, via, at);
        if (isNew) await follow({ before: undefined, after: joined(id) });
        return isNew;
      },
      leave: async (id, personId, via) => {
        await joiners.leave(id, personId, via);
        await follow({ before: joined(id), after: undefined });
      },
    },
    patrols: {
      ...patrols,
      check: async (at, item, check) => {
        const checked = await patrols.check(at, item, check);
        const pk = `${communityOf(at.id)}#patrols#${at.day}`;
        if (checked.applied) await follow({ before: undefined, after: { ...checked.patrol, pk, sk: at.id } });
        return checked;
      },
    },
    comments: {
      ...comments,
      add: async (comment) => {
        const added = await comments.add(comment);
        if (added.isAdded) await follow({ before: undefined, after: commentItem(added.comment) });
        return added;
      },
    },
  };
};
