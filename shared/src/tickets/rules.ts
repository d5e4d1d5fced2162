import type { Limit } from '../duty/contract.ts';
import { dueAfter } from '../time/calendar.ts';
import type { TicketState } from './transitions.ts';

/** Limits of one line of the responsibility list. */
export type Limits = { accept: Limit; resolve: Limit; check: Limit };

/** First response within 24 natural hours, resolution within 7 working days, check within 1: the documents' defaults. */
export const defaultLimits: Limits = {
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 7 },
  check: { unit: 'workDay', amount: 1 },
};

const titleLength = 32;

/** The first clause of what the resident wrote, at most 32 characters; the category's name when nothing was written. */
export const titleOf = (description: string, categoryName: string): string => {
  const clause = description.split(/[\n。！？!?；;]/, 1)[0]?.trim() ?? '';
  if (clause === '') return categoryName;
  const characters = Array.from(clause);
  return characters.length <= titleLength ? clause : `${characters.slice(0, titleLength - 1).join('')}…`;
};

/**
 * When the current state must be left, ISO in UTC. `resolveBy` is set at the first dispatch and kept through returns (首接负责).
 * Undefined when nothing is due or the calendar of a needed year is not published.
 */
export const dueIn = (
  state: TicketState,
  { now, limits, resolveBy }: { now: string; limits: Limits; resolveBy: string | undefined },
): string | undefined => {
  switch (state) {
    case 'reported':
    case 'filed':
    case 'dispatched':
    case 'returned':
      return dueAfter(now, limits.accept);
    case 'accepted':
      return resolveBy;
    case 'rework':
      return dueAfter(now, limits.resolve);
    case 'resolved':
      return dueAfter(now, limits.check);
    case 'closed':
    case 'rated':
    case 'declined':
    case 'withdrawn':
      return undefined;
    default:
      return state satisfies never;
  }
};
