import type { TicketView } from '@suishoupai/shared/tickets/contract';

/** Whose reply the lead still waits for before it may report the work done, by name; nothing for whoever does not lead, or need not wait. */
export const awaitedReplies = ({ can, tasks }: Pick<TicketView, 'can' | 'tasks'>): string[] => {
  if (!can.includes('progress') || can.includes('resolve')) return [];
  return tasks.filter(({ state }) => state === 'open').map(({ department }) => department.name);
};
