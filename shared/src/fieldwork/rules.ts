import { chinaDay } from '../time/china.ts';

/** Whether something done `at` came after the day in China, `YYYY-MM-DD`, that it was for. Throws RangeError for what is no instant. */
export const isAfterDay = (at: string, day: string): boolean => chinaDay(at) > day;

/**
 * How far the list for a day is at `now`. `left` counts what nobody has looked at; once the day is over it counts what nobody looked at
 * within it, so that a late tick does not mend the day's record. Throws RangeError for what is no instant.
 */
export const progressOf = (
  items: readonly { check?: { at: string } | undefined }[],
  day: string,
  now: string,
): { done: number; total: number; left: number; isOver: boolean } => {
  const checks = items.flatMap(({ check }) => (check === undefined ? [] : [check]));
  const isOver = isAfterDay(now, day);
  const inTime = checks.filter(({ at }) => !isAfterDay(at, day)).length;
  return {
    done: checks.length,
    total: items.length,
    left: items.length - (isOver ? inTime : checks.length),
    isOver,
  };
};
