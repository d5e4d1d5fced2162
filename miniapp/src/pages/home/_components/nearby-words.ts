import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { clockOf, holderOf, lookOf } from '../../../ui/ticket-look.ts';

const sentenceOf = (ticket: TicketCard, now: string): string =>
  [ticket.title, lookOf(ticket.state).text, holderOf(ticket), clockOf(ticket.dueAt, now)?.text]
    .filter((part) => part !== undefined)
    .join('，');

/** What is going on nearby, as somebody would read it out. */
export const nearbyWords = (tickets: readonly TicketCard[], now: string): string =>
  [
    `身边正在解决 ${tickets.length} 件事。`,
    ...tickets.map((ticket, index) => `第 ${index + 1} 件：${sentenceOf(ticket, now)}。`),
  ].join('\n');
