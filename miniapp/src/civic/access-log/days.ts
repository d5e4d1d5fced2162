import type { AccessLogLine } from '@suishoupai/shared/people/contract';
import { chinaDay } from '@suishoupai/shared/time/china';

/** Lines under the day in China on which they were written, in the order they come. */
export const byDay = <L extends AccessLogLine>(lines: readonly L[]): { day: string; lines: L[] }[] => {
  const days: { day: string; lines: L[] }[] = [];
  for (const line of lines) {
    const day = chinaDay(line.at);
    const last = days[days.length - 1];
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
};

/** 「11月16日」, and 「2025年11月16日」 in another year than today's. */
export const dayTitle = (day: string, nowIso: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  const isThisYear = chinaDay(nowIso).startsWith(`${year}-`);
  return `${isThisYear ? '' : `${year}年`}${month}月${date}日`;
};

/** 「10:05」 on a wall in China. */
export const clockOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
