import type { Limit } from '../duty/contract.ts';
import { chinaWall, dayName, wallInstant, weekdayOf } from './china.ts';
import { holidayNotices } from './holidays.ts';
import { dayMs, hourMs } from './units.ts';

/** Working hours on a Chinese wall, in hours: 8 working hours make a working day. */
export const workPeriods = [
  { from: 9, to: 12 },
  { from: 13, to: 18 },
] as const;

/** The close of business, at which a limit in working days ends (民法典 第203条). */
const closeHour = 18;

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

const afterWorkHours = (startIso: string, amount: number): string | undefined => {
  const start = chinaWall(startIso);
  let left = amount * hourMs;
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

const afterWorkDays = (startIso: string, amount: number): string | undefined => {
  let { day } = chinaWall(startIso);
  for (let left = amount; left > 0; ) {
    day += 1;
    const isOpen = isWorked(day);
    if (isOpen === undefined) return undefined;
    if (isOpen) left -= 1;
  }
  return wallInstant(day, closeHour * hourMs);
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
  switch (limit.unit) {
    case 'hour': {
      const { day, ms } = chinaWall(startIso);
      return wallInstant(day, ms + limit.amount * hourMs);
    }
    case 'workHour':
      return afterWorkHours(startIso, limit.amount);
    case 'workDay':
      return afterWorkDays(startIso, limit.amount);
    default:
      return limit.unit satisfies never;
  }
};
