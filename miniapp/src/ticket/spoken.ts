import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { becauseOf } from './because.ts';
import { standingOf } from './standing.ts';

/** The ticket as somebody would tell it: what, in whose hands, until when, and why. */
export const spokenOf = (ticket: TicketView, now: string): string => {
  const { title, note } = standingOf(ticket, now);
  const because = becauseOf(ticket, () => undefined);
  return [ticket.title, title, ...note.split(' · '), because?.head, because?.words]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => `${part}。`)
    .join('\n');
};
