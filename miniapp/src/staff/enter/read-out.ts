import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { standingOf } from '../../ticket/standing.ts';

/**
 * What is said to the resident on the telephone, or sent to them: the number, who has it, and until when. The limit is that of the next
 * step, which is nobody's promise that all of it is done by then.
 */
export const readOut = (ticket: TicketView, now: string): string => {
  const { title, number, dueAt } = ticket;
  const until = dueAt === undefined ? '' : `，${shortTime(dueAt, now)} 前会有回音`;
  return `您反映的「${title}」已经登记，编号 ${number}。现在${standingOf(ticket, now).title}${until}。有进展我们打电话告诉您。`;
};
