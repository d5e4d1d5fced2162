import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';

let just: TicketView | undefined;

/** The answer to a report, handed to the page that shows it, so that it need not be asked for again. */
export const giveReported = (ticket: TicketView): void => {
  just = ticket;
};

export const reportedJustNow = (id: TicketId): TicketView | undefined => (just?.id === id ? just : undefined);
