import type { TicketId } from '@suishoupai/shared/ids';
import { stateAfter } from '@suishoupai/shared/tickets/transitions';
import type { Log } from '../log.ts';
import { afterStep } from './loop.ts';
import type { TicketEvent, TicketStore } from './store.ts';

type Deps = { tickets: TicketStore; newEventId: () => TicketEvent['id']; log: Log };

/**
 * Writes into the trace of every ticket whose clock has struck that it is overdue, once per clock. The index only says where to look;
 * the ticket itself decides, so a sweep that runs twice, late or beside another changes nothing. A ticket that fails is logged and does
 * not keep the others waiting. Returns how many were marked and how many failed.
 */
export const makeSweep = ({ tickets, newEventId, log }: Deps) => {
  const mark = async (id: TicketId, at: string): Promise<boolean> => {
    const ticket = await tickets.find(id);
    if (ticket?.dueAt === undefined || ticket.dueAt > at || ticket.isOverdue) return false;
    const to = stateAfter('overdue', ticket.state);
    if (to === undefined) return false;
    const actor = { relation: 'system' as const, label: '系统' };
    const event = { id: newEventId(), at, actor, photoIds: [], digest: 'overdue' };
    return tickets.take('overdue', ticket, afterStep(ticket, 'overdue', { event, to }));
  };

  return async (now: Date): Promise<{ marked: number; failed: number }> => {
    const done = { marked: 0, failed: 0 };
    for (const id of await tickets.listDue(now.toISOString())) {
      try {
        if (await mark(id, now.toISOString())) done.marked += 1;
      } catch (error) {
        log.error('ticket not swept', { id, cause: error });
        done.failed += 1;
      }
    }
    return done;
  };
};
