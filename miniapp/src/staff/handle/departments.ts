import { dutyFor } from '@suishoupai/shared/duty/rules';
import type { DepartmentId } from '@suishoupai/shared/ids';
import type { placesRoutes } from '@suishoupai/shared/places/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type * as z from 'zod/mini';

type Answer = z.output<(typeof placesRoutes)['getCommunity']['response']>;
export type DepartmentChoice = { id: DepartmentId; name: string; note?: string };

/** The department the responsibility list names comes first, then those that support it, then the rest in their own order. */
export const departmentChoices = ({ community, duty }: Answer, ticket: TicketView): DepartmentChoice[] => {
  const line = dutyFor(duty.lines, ticket.categoryCode);
  const rankOf = (id: DepartmentId) => (id === line?.departmentId ? 0 : line?.supporting.includes(id) ? 1 : 2);
  const roles = ['责任清单主办', '责任清单协办', undefined];
  return community.departments
    .map(({ id, name }) => {
      const isReturned = ticket.state === 'returned' && ticket.department?.id === id;
      const note = [roles[rankOf(id)], isReturned ? '刚退回' : undefined].filter((part) => part !== undefined);
      return { id, name, rank: rankOf(id), ...(note.length === 0 ? {} : { note: note.join(' · ') }) };
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ rank: _, ...choice }) => choice);
};
