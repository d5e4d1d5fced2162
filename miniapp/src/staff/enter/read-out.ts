import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { holderOf } from '../../ui/ticket-look.ts';

/** What is said to the resident on the telephone, or sent to them: the number, who has it, and until when. */
export const readOut = (ticket: TicketView, now: string): string => {
  const holder = holderOf(ticket);
  const { dueAt } = ticket;
  return [
    `您反映的「${ticket.title}」已经登记，编号 ${ticket.number}。`,
    holder === undefined
      ? undefined
      : `现在由${holder}办理${dueAt === undefined ? '' : `，${shortTime(dueAt, now)} 前有结果`}。`,
    '有进展我们打电话告诉您。',
  ]
    .filter((part) => part !== undefined)
    .join('');
};
