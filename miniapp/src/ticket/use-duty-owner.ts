import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { useLists } from '../state/lists.ts';

/** Who answers for a category by the responsibility list; asked only where a department has named another's item. */
export const useDutyOwner = (ticket: TicketView | undefined): ((code: string) => string | undefined) => {
  const isNeeded = ticket?.events.some(({ belongsTo }) => belongsTo !== undefined) === true;
  const lists = useLists(isNeeded ? ticket.communityId : undefined);
  return (code) => {
    const line = lists?.duty.lines.find(({ categoryCode }) => categoryCode === code);
    return lists?.community.departments.find(({ id }) => id === line?.departmentId)?.name;
  };
};
