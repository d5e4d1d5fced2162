import type { ActivityId, MeetingId, OrderId, TicketId, VoteId } from '@suishoupai/shared/ids';
import type { Line } from '@suishoupai/shared/points/contract';
import { routes } from '../../routes.ts';

/** The page of what a line is for; undefined when it has none. */
export const causePage = ({ cause: { kind, id } }: Pick<Line, 'cause'>): string | undefined => {
  switch (kind) {
    case 'report':
    case 'check':
      return routes.ticket(id as TicketId);
    case 'vote':
      return routes.vote(id as VoteId);
    case 'meeting':
      return routes.meeting(id as MeetingId);
    case 'service':
      return id.startsWith('atv_') ? routes.volunteering(id as ActivityId) : undefined;
    case 'order':
      return routes.order(id as OrderId);
    default:
      return undefined;
  }
};
