import type { TicketId } from '@suishoupai/shared/ids';
import type { Stores } from '../src/stores.ts';
import type { Change } from '../src/tickets/follower.ts';
import { ticketPk } from '../src/tickets/store.ts';

type Streamed = Pick<Stores, 'tickets' | 'joiners' | 'comments'>;

/** The stream's part: what follows from a write is done before the writer is answered, so that tests see it at once. */
export const streamed = <Some extends Streamed>(stores: Some, follow: (change: Change) => Promise<void>): Some => {
  const { tickets, joiners, comments } = stores;
  const asItem = async (id: TicketId) => {
    const ticket = await tickets.find(id);
    return ticket === undefined ? undefined : { pk: ticketPk(id), sk: 'ticket', ...ticket };
  };
  const around = async <T>(id: TicketId, write: () => Promise<T>): Promise<T> => {
    const before = await asItem(id);
    const result = await write();
    await follow({ before, after: await asItem(id) });
    return result;
  };
  const joined = (id: TicketId) => ({ pk: ticketPk(id), sk: 'join#' });
  return {
    ...stores,
    tickets: {
      ...tickets,
      open: (ticket) => around(ticket.id, () => tickets.open(ticket)),
      take: (step, before, after) => around(before.id, () => tickets.take(step, before, after)),
      judge: (ticket, judgement) => around(ticket.id, () => tickets.judge(ticket, judgement)),
    },
    joiners: {
      ...joiners,
      join: async (id, personId, via, at) => {
        await joiners.join(id, personId, via, at);
        await follow({ before: undefined, after: joined(id) });
      },
      leave: async (id, personId, via) => {
        await joiners.leave(id, personId, via);
        await follow({ before: joined(id), after: undefined });
      },
      part: async (id, via) => {
        await joiners.part(id, via);
        await follow({ before: joined(id), after: undefined });
      },
    },
    comments: {
      ...comments,
      add: async (comment) => {
        const added = await comments.add(comment);
        const item = { pk: ticketPk(comment.ticketId), sk: `comment#${comment.id}`, ...added.comment };
        if (added.isAdded) await follow({ before: undefined, after: item });
        return added;
      },
    },
  };
};
