import type { Limit } from '../duty/contract.ts';
import { afterWorkTime, dueAfter, workDayMs, workingTimeBetween } from './calendar.ts';
import { msOf } from './china.ts';

/**
 * The due time, ISO in UTC with milliseconds, of a clock that stood still from `pausedIso` to `resumedIso`. It gives back
 * in `hour` the natural time of the pause;
 * in `workHour` its working time, laid on in working time, so that as much is left at the end of the pause as at its start;
 * in `workDay` its working time rounded up to whole working days of eight hours, so that the handler never has less time than
 * before and less than a day more; the due time stays the close of a working day. Two pauses are each rounded up.
 * A pause without working time gives nothing in the last two. A clock paused at its due time or later was late already: its due time stays.
 * Undefined when a day it must look at belongs to a year whose notice is not in the product.
 * Throws RangeError for what is no instant and for a clock resumed before it was paused.
 */
export const shifted = (
  dueIso: string,
  pausedIso: string,
  resumedIso: string,
  unit: Limit['unit'],
): string | undefined => {
  const pauseMs = msOf(resumedIso) - msOf(pausedIso);
  if (pauseMs < 0) throw new RangeError(`resumed before it was paused: ${pausedIso} … ${resumedIso}`);
  if (msOf(pausedIso) >= msOf(dueIso)) return dueIso;
  if (unit === 'hour') return new Date(msOf(dueIso) + pauseMs).toISOString();
  const workMs = workingTimeBetween(pausedIso, resumedIso);
  if (workMs === undefined) return undefined;
  if (workMs === 0) return dueIso;
  switch (unit) {
    case 'workHour':
      return afterWorkTime(dueIso, workMs);
    case 'workDay':
      return dueAfter(dueIso, { unit, amount: Math.ceil(workMs / workDayMs) });
    default:
      return unit satisfies never;
  }
};
