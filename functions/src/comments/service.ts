import type { Comment } from '@suishoupai/shared/comments/contract';
import { AppError } from '@suishoupai/shared/contract/errors';
import type { ActionId, TicketId } from '@suishoupai/shared/ids';
import type { Relation } from '@suishoupai/shared/tickets/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { TurnStore } from '../people/turn-store.ts';
import { makeTurns } from '../people/turns.ts';
import type { Ticket } from '../tickets/record.ts';
import { isStaff, relationsOf } from '../tickets/standing.ts';
import type { TicketStore } from '../tickets/store.ts';
import type { CommentRecord, CommentStore } from './store.ts';

type Deps = { tickets: Pick<TicketStore, 'find'>; comments: CommentStore; turns: TurnStore };

const isReviewer = (relations: readonly Relation[]) =>
  relations.some((relation) => relation === 'communityStaff' || relation === 'coordinator');

/** What neighbours add to a ticket; others read it once it has passed the safety check. */
export const makeCommentService = ({ tickets, comments, turns }: Deps) => {
  const { take: takeTurn } = makeTurns(turns);
  const find = async (id: TicketId): Promise<Ticket> => {
    const ticket = await tickets.find(id);
    if (ticket === undefined) throw new AppError('ticket.notFound');
    return ticket;
  };

  const viewOf = (record: CommentRecord, viewer: Viewer | undefined, seesAll: boolean): Comment => {
    const isMine = viewer?.personId === record.authorId;
    const isShown = isMine || seesAll || record.safety === 'pass' || record.safety === 'flagged';
    const { id, at, author, text, safety } = record;
    // Others need not know that somebody complained.
    const said = !isMine && !seesAll && safety === 'flagged' ? 'pass' : safety;
    return { id, at, author, text: isShown ? text : undefined, isMine, safety: said };
  };

  const mustBeSame = (comment: CommentRecord, viewer: Viewer, text: string): CommentRecord => {
    if (comment.authorId !== viewer.personId || comment.text !== text) throw new AppError('id.reused');
    return comment;
  };

  const authorOf = (ticket: Ticket, viewer: Viewer): string => {
    const relations = relationsOf(ticket, viewer, false);
    if (!isStaff(relations)) return relations.includes('reporter') ? '上报人' : '居民';
    const grant = viewer.grants.find((held) =>
      held.role === 'coordinator'
        ? held.streetId === ticket.streetId
        : held.role !== 'supplier' && held.communityId === ticket.communityId,
    );
    return grant?.label ?? '居民';
  };

  return {
    add: async (viewer: Viewer, ticketId: TicketId, { id, text }: { id: ActionId; text: string }, now: Date) => {
      const ticket = await find(ticketId);
      const known = await comments.find(ticketId, id);
      if (known !== undefined) return viewOf(mustBeSame(known, viewer, text), viewer, false);
      if (ticket.state === 'withdrawn') throw new AppError('ticket.stepNotAllowed');
      await takeTurn('comment', viewer, now);
      const { isAdded, comment } = await comments.add({
        id,
        ticketId,
        at: now.toISOString(),
        authorId: viewer.personId,
        author: authorOf(ticket, viewer),
        text,
        safety: 'pending',
      });
      return viewOf(isAdded ? comment : mustBeSame(comment, viewer, text), viewer, false);
    },

    list: async (viewer: Viewer | undefined, ticketId: TicketId, cursor: string | undefined) => {
      const ticket = await find(ticketId);
      const seesAll = isReviewer(relationsOf(ticket, viewer, false));
      const { items, next } = await comments.list(ticketId, cursor);
      const seen = items.map((record) => viewOf(record, viewer, seesAll));
      // What is hidden from this viewer leaves no gap to guess at.
      return { items: seen.filter(({ text }) => text !== undefined && ticket.state !== 'withdrawn'), next };
    },
  };
};

export type CommentService = ReturnType<typeof makeCommentService>;
