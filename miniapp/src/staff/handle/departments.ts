import { dutyFor } from '@suishoupai/shared/duty/rules';
import type { DepartmentId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { Lists } from '../../state/lists.ts';
import type { Choice } from '../../ui/choices.tsx';

type Belonging = NonNullable<TicketView['events'][number]['belongsTo']>;

/** What the department that sent it back says it belongs to; undefined when it was not just sent back. */
export const belongsTo = ({ state, events }: TicketView): Belonging | undefined => {
  if (state !== 'returned' && state !== 'disputed') return undefined;
  return [...events].reverse().find(({ step }) => step === 'return')?.belongsTo;
};

const lineFor = ({ duty }: Lists, ticket: TicketView) =>
  dutyFor(duty.lines, belongsTo(ticket)?.categoryCode ?? ticket.categoryCode);

const isJustReturned = ({ state, department }: TicketView, id: DepartmentId): boolean =>
  (state === 'returned' || state === 'disputed') && department?.id === id;

/** Whom the list names, unless that department has just sent it back. */
export const suggestedDepartment = (lists: Lists, ticket: TicketView): DepartmentId | undefined => {
  const id = lineFor(lists, ticket)?.departmentId;
  return id === undefined || isJustReturned(ticket, id) ? undefined : id;
};

/**
 * The department the responsibility list names comes first, then those that support it, then the rest in their own order: aside, where the
 * list names any.
 */
export const departmentChoices = (lists: Lists, ticket: TicketView): Choice<DepartmentId>[] => {
  const line = lineFor(lists, ticket);
  const said = belongsTo(ticket);
  const rankOf = (id: DepartmentId) => (id === line?.departmentId ? 0 : line?.supporting.includes(id) ? 1 : 2);
  const roles = [said === undefined ? '责任清单主办' : `「${said.name}」的主办`, '责任清单协办', undefined];
  return lists.community.departments
    .map(({ id, name }) => {
      const isReturned = isJustReturned(ticket, id);
      const note = [roles[rankOf(id)], isReturned ? '刚退回' : undefined].filter((part) => part !== undefined);
      const rank = rankOf(id);
      return {
        id,
        name,
        rank,
        ...(note.length === 0 ? {} : { note: note.join(' · ') }),
        ...(line !== undefined && rank === 2 && { isAside: true }),
      };
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ rank: _, ...choice }) => choice);
};
