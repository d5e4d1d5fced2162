import { dayMs, hourMs, minuteMs } from './units.ts';

/** China is one zone, +08:00, without summer time since 1991. */
const offsetMs = 8 * hourMs;

/** Milliseconds since 1970 of an instant. Throws RangeError for what is no instant. */
export const msOf = (iso: string): number => {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${iso}`);
  return ms;
};

/** Where an instant stands on a Chinese wall: the day, counted from 1970-01-01, and the milliseconds since its midnight. Throws RangeError. */
export const chinaWall = (iso: string): { day: number; ms: number } => {
  const wall = msOf(iso) + offsetMs;
  const day = Math.floor(wall / dayMs);
  return { day, ms: wall - day * dayMs };
};

/** The instant (ISO, UTC, ms) of a time on a Chinese wall: the inverse of {@link chinaWall}. */
export const wallInstant = (day: number, ms: number): string => new Date(day * dayMs + ms - offsetMs).toISOString();

/** `YYYY-MM-DD` of a day counted from 1970-01-01. */
export const dayName = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The calendar day in China, `YYYY-MM-DD`, of an instant. Throws RangeError for what is no instant. */
export const chinaDay = (iso: string): string => dayName(chinaWall(iso).day);

/** The first instant (ISO, UTC, ms) of the next calendar day in China. Throws RangeError for what is no instant. */
export const endOfChinaDay = (iso: string): string => wallInstant(chinaWall(iso).day + 1, 0);

/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const near: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天' };
const mondayOf = (day: number): number => day - ((weekdayOf(day) + 6) % 7);

/**
 * A time as people say it: 「今天 18:00」「昨天 09:05」「周三 12:00」 within the Monday-to-Sunday week of `nowIso`,
 * 「6月20日 18:00」 within the year, 「2025年6月20日」 beyond. China time. Throws RangeError for what is no instant.
 */
export const shortTime = (iso: string, nowIso: string): string => {
  const { day, ms } = chinaWall(iso);
  const today = chinaWall(nowIso).day;
  const clock = `${twoDigits(Math.floor(ms / hourMs))}:${twoDigits(Math.floor((ms % hourMs) / minuteMs))}`;
  const nearName = near[day - today];
  if (nearName) return `${nearName} ${clock}`;
  if (mondayOf(day) === mondayOf(today)) return `周${'日一二三四五六'[weekdayOf(day)]} ${clock}`;
  const [year, month, date] = dayName(day).split('-').map(Number);
  const isThisYear = dayName(today).startsWith(`${year}-`);
  return isThisYear ? `${month}月${date}日 ${clock}` : `${year}年${month}月${date}日`;
};

/** 「11月17日 10:00」, China time: for words that are read on another day than they were written. Throws RangeError. */
export const exactTime = (iso: string): string => {
  const { day, ms } = chinaWall(iso);
  const [, month, date] = dayName(day).split('-').map(Number);
  const minutes = Math.floor(ms / minuteMs);
  return `${month}月${date}日 ${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
};

/** Until when, as people say it: an instant that is midnight in China is said by the day that ends with it. Throws RangeError. */
export const untilWords = (iso: string): string => {
  const isMidnight = chinaWall(iso).ms === 0;
  return isMidnight ? (exactTime(new Date(msOf(iso) - 1).toISOString()).split(' ')[0] ?? '') : exactTime(iso);
};

export type TimeLeft = { text: string; tone: 'late' | 'soon' | 'calm' };

/** Less than this is left: the card says so in the tone of haste. */
const soonMs = dayMs;

const spoken = (ms: number): string => {
  if (ms < hourMs) return `${Math.max(1, Math.floor(ms / minuteMs))} 分钟`;
  return ms < dayMs ? `${Math.floor(ms / hourMs)} 小时` : `${Math.floor(ms / dayMs)} 天`;
};

/**
 * 「剩 3 天」「剩 2 小时」「剩 25 分钟」「逾期 1 天」 in natural time, rounded down so that no more is promised than there is, and
 * at least one minute. `late`: the due time has passed; `soon`: less than 24 hours are left; else `calm`.
 * Throws RangeError for what is no instant.
 */
export const timeLeft = (dueIso: string, nowIso: string): TimeLeft => {
  const left = msOf(dueIso) - msOf(nowIso);
  if (left < 0) return { text: `逾期 ${spoken(-left)}`, tone: 'late' };
  return { text: `剩 ${spoken(left)}`, tone: left < soonMs ? 'soon' : 'calm' };
};
