import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { titleOf } from '../ticket/event-words.ts';
import type { Entry } from './entry.ts';

/**
 * What a fresh look at the ticket says of an entry that came too late: it had arrived after all, or what others did since it was
 * seen; who saw only a card is told the last thing.
 */
export const lookedAgain = (
  { key, seenAt }: Pick<Entry, 'key' | 'seenAt'>,
  ticket: TicketView,
): { answer: TicketView } | { meanwhile: string | undefined } => {
  if (ticket.events.some(({ id }) => id === key)) return { answer: ticket };
  const { events } = ticket;
  const news = seenAt === undefined ? events.slice(-1) : events.filter(({ at }) => at > seenAt);
  return { meanwhile: news.length === 0 ? undefined : news.map((event) => titleOf(event)).join('，') };
};
