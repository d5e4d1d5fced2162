import type { Limit } from '../duty/contract.ts';
import { chinaWall, dayName, endOfChinaDay, msOf, wallInstant, weekdayOf } from './china.ts';
import { holidayNotices } from './holidays.ts';
import { dayMs, hourMs } from './units.ts';

/** Working hours on a Chinese wall, in hours: 8 working hours make a working day. */
export const workPeriods = [
  { from: 9, to: 12 },
  { from: 13, to: 18 },
] as const;

export const workDayMs = workPeriods.reduce((sum, { from, to }) => sum + to - from, 0) * hourMs;

/** The holiday notice of this year is not in the product: nobody can say which of its days are worked. */
export class CalendarUnknownError extends Error {
  readonly year: number;
  constructor(year: number) {
    super(`no holiday notice for ${year}`);
    this.name = 'CalendarUnknownError';
    this.year = year;
  }
}

const dayOf = (name: string): number => Date.parse(`${name}T00:00:00.000Z`) / dayMs;
const knownYears = new Set(holidayNotices.map((notice) => notice.year));
const worked = new Set(holidayNotices.flatMap((notice) => notice.worked.map(dayOf)));
const off = new Set(
  holidayNotices.flatMap((notice) =>
    notice.off.flatMap(([first, last]) => {
      const start = dayOf(first);
      return Array.from({ length: dayOf(last) - start + 1 }, (_, i) => start + i);
    }),
  ),
);

const yearOf = (day: number): number => Number(dayName(day).slice(0, 4));

/** Undefined: the notice that would tell is not published. */
const isWorked = (day: number): boolean | undefined => {
  if (worked.has(day)) return true;
  if (off.has(day)) return false;
  if (!knownYears.has(yearOf(day))) return undefined;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
};

/**
 * Whether `YYYY-MM-DD` is a working day in China, holidays and make-up days (调休) counted. Throws CalendarUnknownError for
 * a year whose notice is not in the product, never guesses; RangeError for what is no date.
 */
export const isWorkday = (date: string): boolean => {
  const day = dayOf(date);
  // Date.parse reads 2026-02-30 as 2 March; a date that does not come back unchanged is none.
  if (Number.isNaN(day) || dayName(day) !== date) throw new RangeError(`not a date: ${date}`);
  const answer = isWorked(day);
  if (answer === undefined) throw new CalendarUnknownError(yearOf(day));
  return answer;
};

/**
 * The instant (ISO, UTC, ms) at which `ms` (above 0) of working time have passed since `fromIso`; a close of business stays that close and
 * is not the next opening. Undefined when a day it must look at belongs to a year whose notice is not in the product.
 */
export const afterWorkTime = (fromIso: string, ms: number): string | undefined => {
  const start = chinaWall(fromIso);
  let left = ms;
  for (let day = start.day; ; day += 1) {
    const isOpen = isWorked(day);
    if (isOpen === undefined) return undefined;
    if (!isOpen) continue;
    for (const period of workPeriods) {
      const from = Math.max(period.from * hourMs, day === start.day ? start.ms : 0);
      const room = Math.max(0, period.to * hourMs - from);
      if (left <= room) return wallInstant(day, from + left);
      left -= room;
    }
  }
};

/**
 * Milliseconds of working time from `fromIso` to `toIso`, nights, noons and days off left out. Undefined when office hours it
 * must count are of a year whose notice is not in the product. Throws RangeError for what is no instant and for an end before its start.
 */
export const workingTimeBetween = (fromIso: string, toIso: string): number | undefined => {
  if (msOf(toIso) < msOf(fromIso)) throw new RangeError(`ends before it starts: ${fromIso} … ${toIso}`);
  const start = chinaWall(fromIso);
  const end = chinaWall(toIso);
  let sum = 0;
  for (let day = start.day; day <= end.day; day += 1) {
    const first = day === start.day ? start.ms : 0;
    const last = day === end.day ? end.ms : dayMs;
    const officeMs = workPeriods.reduce(
      (ms, { from, to }) => ms + Math.max(0, Math.min(to * hourMs, last) - Math.max(from * hourMs, first)),
      0,
    );
    // A night needs no calendar, so that New Year's Eve after close is known before the notice is.
    const isOpen = officeMs > 0 && isWorked(day);
    if (isOpen === undefined) return undefined;
    if (isOpen) sum += officeMs;
  }
  return sum;
};

const afterNaturalTime = (fromIso: string, ms: number): string => new Date(msOf(fromIso) + ms).toISOString();

/** From when a limit counts, how much time it is, and the time it counts in. */
const courseOf = (startIso: string, { unit, amount }: Limit) => {
  switch (unit) {
    case 'hour':
      return { from: startIso, ms: amount * hourMs, after: afterNaturalTime };
    case 'workHour':
      return { from: startIso, ms: amount * hourMs, after: afterWorkTime };
    case 'workDay':
      return { from: endOfChinaDay(startIso), ms: amount * workDayMs, after: afterWorkTime };
    default:
      return unit satisfies never;
  }
};

/**
 * When a limit that starts at `startIso` ends, ISO in UTC with milliseconds. Rule (民法典 第201、203条):
 * `hour` runs from the moment itself, day and night;
 * `workHour` runs from the moment itself within {@link workPeriods} of working days, so from outside them it starts at the next opening;
 * `workDay` leaves out the day of the start (自次日起算), whatever its hour and whether worked or not, and ends at 18:00
 * China time of the n-th working day after it.
 * Undefined when a day it must look at belongs to a year whose notice is not in the product: the ticket then has no due time.
 * Throws RangeError for what is no instant.
 */
export const dueAfter = (startIso: string, limit: Limit): string | undefined => {
  const { from, ms, after } = courseOf(startIso, limit);
  return after(from, ms);
};

/** The close of business, 18:00 in China, of a day `YYYY-MM-DD`, worked or not: ISO in UTC. */
export const closeOfDay = (date: string): string => wallInstant(dayOf(date), workPeriods[1].to * hourMs);

/**
 * When `part` (0 < part < 1; 0.8 for the warning) of a limit that starts at `startIso` has passed, ISO in UTC with milliseconds:
 * of natural time for `hour`, else of working time, for `workDay` from the opening of the first working day that counts.
 * Known exactly when {@link dueAfter} of the same limit is, and always before it. Throws RangeError for a part that is none.
 */
export const partAfter = (startIso: string, limit: Limit, part: number): string | undefined => {
  if (!(part > 0 && part < 1)) throw new RangeError(`not a part: ${part}`);
  const { from, ms, after } = courseOf(startIso, limit);
  if (after(from, ms) === undefined) return undefined;
  return after(from, Math.min(ms - 1, Math.max(1, Math.round(ms * part))));
};
