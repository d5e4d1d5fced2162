import { dutyFor } from '@suishoupai/shared/duty/rules';
import type { DepartmentId, TicketId } from '@suishoupai/shared/ids';
import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import type { Lists } from '../../state/lists.ts';
import type { Choice } from '../../ui/choices.tsx';

/** What may be dispatched with others in one go. */
export const isPickable = ({ state }: Pick<TicketCard, 'state'>): boolean => state === 'filed' || state === 'returned';

/** In or out; the same picks when there is no room for one more. */
export const togglePick = (picks: readonly TicketId[], id: TicketId): readonly TicketId[] => {
  if (picks.includes(id)) return picks.filter((each) => each !== id);
  return picks.length >= ticketLimits.batch ? picks : [...picks, id];
};

/** One id for each ticket, department and version: a repeat of the same is recognised, another choice is another action. */
export const attemptKey = ({ id, version }: Pick<TicketCard, 'id' | 'version'>, departmentId: DepartmentId): string =>
  `${id} ${version} ${departmentId}`;

export type Answer = { ticketId: TicketId; refusal?: { code: string; message: string } | undefined };
export type Refusals = Partial<Record<TicketId, string>>;

/** Which are done, and why the others are not: those stay picked. */
export const outcomeOf = (answers: readonly Answer[]): { done: TicketId[]; refusals: Refusals } => ({
  done: answers.filter(({ refusal }) => refusal === undefined).map(({ ticketId }) => ticketId),
  refusals: Object.fromEntries(
    answers.flatMap(({ ticketId, refusal }) => (refusal === undefined ? [] : [[ticketId, refusal.message]])),
  ),
});

/** 「已派遣 3 件，2 件没有派成，原因写在卡片上」 */
export const outcomeWords = (done: number, refused: number): string => {
  if (refused === 0) return `已派遣 ${done} 件`;
  return `${done === 0 ? '' : `已派遣 ${done} 件，`}${refused} 件没有派成，原因写在卡片上`;
};

/** For whom of the picked ones the responsibility list names a department: the one with most of them first. */
export const batchChoices = (
  { community, duty }: Lists,
  cards: readonly Pick<TicketCard, 'categoryCode'>[],
): Choice<DepartmentId>[] => {
  const leads = cards.map(({ categoryCode }) => dutyFor(duty.lines, categoryCode)?.departmentId);
  return community.departments
    .map(({ id, name }) => ({ id, name, count: leads.filter((lead) => lead === id).length }))
    .sort((a, b) => b.count - a.count)
    .map(({ id, name, count }) => ({ id, name, note: count === 0 ? undefined : `责任清单主办其中 ${count} 件` }));
};
