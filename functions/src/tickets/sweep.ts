import { stateAfter } from '@suishoupai/shared/tickets/transitions';
import { afterStep } from './loop.ts';
import type { TicketEvent, TicketStore } from './store.ts';

type Deps = { tickets: TicketStore; newEventId: () => TicketEvent['id'] };

/**
 * Writes into the trace of every ticket whose clock has struck that it is overdue, once per clock. The index only says where to look;
 * the ticket itself decides, so a sweep that runs twice, late or beside another changes nothing. Returns how many were marked.
 */
export const makeSweep =
  ({ tickets, newEventId }: Deps) =>
  async (now: Date): Promise<number> => {
    const at = now.toISOString();
    let marked = 0;
    for (const id of await tickets.listDue(at)) {
      const ticket = await tickets.find(id);
      if (ticket?.dueAt === undefined || ticket.dueAt > at || ticket.isOverdue) continue;
      const to = stateAfter('overdue', ticket.state);
      if (to === undefined) continue;
      const event = {
        id: newEventId(),
        at,
        actor: { relation: 'system' as const, label: '系统' },
        photoIds: [],
        digest: 'overdue',
      };
      if (await tickets.take('overdue', ticket, afterStep(ticket, 'overdue', { event, to }))) marked += 1;
    }
    return marked;
  };
