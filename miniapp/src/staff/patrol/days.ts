import { chinaDay, chinaWall, dayName, weekdayOf } from '@suishoupai/shared/time/china';

const near: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天' };

/** The number of a day, counted from 1970-01-01. */
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00.000Z`) / 86_400_000);

export const dayFrom = (now: string, days: number): string => dayName(chinaWall(now).day + days);

/** 「今天」「11月20日 周五」 */
export const dayWords = (day: string, now: string): string => {
  const word = near[numberOf(day) - chinaWall(now).day];
  if (word !== undefined) return word;
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日 周${'日一二三四五六'[weekdayOf(numberOf(day))]}`;
};

/** The days one looks at most, and the one that is chosen when it is another. */
export const dayChoices = (chosen: string, now: string): string[] => {
  const usual = [-1, 0, 1].map((days) => dayFrom(now, days));
  return usual.includes(chosen) ? usual : [...usual, chosen].sort();
};

export const today = (now: string): string => chinaDay(now);
