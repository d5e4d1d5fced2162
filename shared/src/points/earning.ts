import { chinaDay } from '../time/china.ts';
import type { Cause, Unit } from './transfer.ts';

/**
 * What is given for what, as dated versions: a change is a new version from a day on, and every entry names the one it was given under.
 * There is nothing for agreeing, sharing or inviting: what costs nothing would be all that is done.
 */
export type EarningRule = {
  id: Extract<Cause['kind'], 'report' | 'check' | 'vote' | 'meeting' | 'survey' | 'inspection' | 'service'>;
  version: number;
  /** In force from this day in China. */
  from: string;
  unit: Unit;
  /** For each cause; of `service`, for each minute. */
  amount: number;
  /** Most that one person gets in a day and in a month. */
  perDay: number;
  perMonth: number;
  /** What is given lapses at the end of the year after the next; hours never do. */
  lapses: boolean;
  title: string;
};

const points = (
  id: EarningRule['id'],
  amount: number,
  perDay: number,
  perMonth: number,
  title: string,
): EarningRule => ({
  ...{ id, amount, perDay, perMonth, title },
  ...{ version: 1, from: '2026-01-01', unit: 'points', lapses: true },
});

export const earningRules: readonly EarningRule[] = [
  points('report', 10, 30, 200, '上报的问题办结，确实修好了'),
  points('check', 2, 10, 60, '确认别人报的问题修没修好'),
  points('vote', 5, 20, 50, '参加表决，投什么都一样'),
  points('meeting', 5, 10, 40, '到会签到'),
  points('survey', 2, 6, 30, '填写征询'),
  points('inspection', 5, 20, 100, '完成一次巡查'),
  {
    ...{ id: 'service', version: 1, from: '2026-01-01', unit: 'minutes', amount: 1 },
    ...{ perDay: 720, perMonth: 12_000, lapses: false, title: '志愿服务，按核实的分钟数记' },
  },
];

/** The version in force when something happened; undefined before there was one. */
export const ruleAt = (id: EarningRule['id'], at: string, rules = earningRules): EarningRule | undefined =>
  rules
    .filter((rule) => rule.id === id && rule.from <= chinaDay(at))
    .toSorted((a, b) => a.version - b.version)
    .at(-1);

/** Last day of what is given at a moment: the end of the year after the next. */
export const lapseDay = (at: string): string => `${Number(chinaDay(at).slice(0, 4)) + 2}-12-31`;

/** How much one rule has given somebody in the day and month that were counted last. */
export type Given = { day: string; inDay: number; month: string; inMonth: number };

/** What was given of today and this month: yesterday's counts for nothing. */
const givenAt = (given: Given | undefined, at: string): Given => {
  const day = chinaDay(at);
  const month = day.slice(0, 7);
  return {
    ...{ day, inDay: given?.day === day ? given.inDay : 0 },
    ...{ month, inMonth: given?.month === month ? given.inMonth : 0 },
  };
};

/** How much of an amount may still be given under a rule's caps; 0 when the day or the month is full. */
export const allowedOf = (amount: number, rule: EarningRule, given: Given | undefined, at: string): number => {
  const { inDay, inMonth } = givenAt(given, at);
  return Math.max(0, Math.min(amount, rule.perDay - inDay, rule.perMonth - inMonth));
};

/** The counts after one more was given. */
export const givenAfter = (amount: number, given: Given | undefined, at: string): Given => {
  const now = givenAt(given, at);
  return { ...now, inDay: now.inDay + amount, inMonth: now.inMonth + amount };
};
