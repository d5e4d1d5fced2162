import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { decide } from '@suishoupai/shared/tickets/transitions';
import type { Viewer } from '../http/handlers.ts';
import { digestOf } from './digest.ts';
import { mustRepeat, type Reading } from './reading.ts';
import type { Ticket, TicketEvent } from './record.ts';
import { actorOf, circumstancesOf, relationsOf } from './standing.ts';
import type { TicketStore } from './store.ts';

type Deps = { tickets: Pick<TicketStore, 'judge'>; reading: Reading };
type ReviewBody = RouteRequest<(typeof ticketRoutes)['reviewHeld']>['body'];

const reviewable = ['pending', 'held', 'hidden', 'pass', 'flagged', 'appealed'] as const;

/** Community staff show or hide what was checked or complained of; a line of the trace says who did. */
export const makeReview =
  ({ tickets, reading }: Deps) =>
  async (viewer: Viewer, ticketId: TicketId, body: ReviewBody, now: Date): Promise<TicketView> => {
    const { id, item, decision, reason } = body;
    const ticket = await reading.find(ticketId);
    const digest = digestOf({ step: 'review', item, decision, reason });
    const again = (standing: Ticket): Promise<TicketView> | undefined => {
      const earlier = standing.events.find((event) => event.id === id);
      if (earlier === undefined) return undefined;
      mustRepeat(earlier, { step: 'review', digest, viewer });
      return reading.view(standing, viewer, now);
    };
    const first = again(ticket);
    if (first !== undefined) return first;
    const facts = circumstancesOf(ticket, { viewer, now, reopenDays: 0 });
    const may = decide('review', facts, relationsOf(ticket, viewer, false));
    if (!may.isAllowed) throw new AppError(may.code);
    if (ticket.safety[item] === undefined) throw new AppError('ticket.stepNotAllowed');
    await reading.noteLook(ticket, viewer, now);
    // An appeal is not decided by whoever took it down.
    const last = ticket.events.findLast(({ review }) => review?.item === item);
    if (ticket.safety[item] === 'appealed' && last?.actor.personId === viewer.personId) {
      throw new AppError('access.denied');
    }
    const isPhoto = ticket.events.some(({ photoIds }) => photoIds.some((photo) => photo === item));
    const line: TicketEvent = {
      id,
      at: now.toISOString(),
      step: 'review',
      state: ticket.state,
      actor: actorOf(ticket, viewer, may.by),
      note: `${decision === 'show' ? '公开' : '不公开'}${isPhoto ? '一张照片' : '文字'}${reason === undefined ? '' : `：${reason}`}`,
      photoIds: [],
      digest,
      review: { item, isShown: decision === 'show', reason },
    };
    const verdict = decision === 'show' ? 'pass' : 'hidden';
    const isWritten = await tickets.judge(ticket, { item, verdict, from: reviewable, line });
    const present = await reading.find(ticketId);
    if (isWritten) return reading.view(present, viewer, now);
    // Refused because of another copy of the same request: that one is the answer.
    const mine = again(present);
    if (mine === undefined) throw new AppError('ticket.changed');
    return mine;
  };
