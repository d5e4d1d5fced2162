import type { TicketCard } from '@suishoupai/shared/tickets/contract';

export type Target = { ticket: TicketCard; metres?: number };

const most = 10;

/** Those whose number ends or whose title goes as was typed, letters in either case. */
export const matching = (targets: readonly Target[], query: string): Target[] => {
  const typed = query.trim().toLowerCase();
  return targets
    .filter(({ ticket }) => `${ticket.number} ${ticket.title} ${ticket.categoryName}`.toLowerCase().includes(typed))
    .slice(0, most);
};
