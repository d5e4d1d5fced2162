import * as z from 'zod/mini';
import { chinaDay } from '../time/china.ts';
import { Unit } from './transfer.ts';

/** What earns. There is nothing for agreeing, sharing or inviting, and a survey waits until there are surveys. */
export const RuleId = z.enum(['report', 'check', 'vote', 'meeting', 'inspection', 'service']);
export type RuleId = z.output<typeof RuleId>;

/**
 * What is given for what, as dated versions: a change is a new version from a day on, and every entry names the one it was given under.
 * What costs nothing earns nothing, or it would be all that is done.
 */
export const EarningRule = z.object({
  id: RuleId,
  version: z.int().check(z.gte(1)),
  /** In force from this day in China. */
  from: z.iso.date(),
  unit: Unit,
  /** For each cause; of `service`, for each minute. */
  amount: z.int().check(z.gte(1)),
  /** Most that one person gets in a day and in a month. */
  perDay: z.int().check(z.gte(1)),
  perMonth: z.int().check(z.gte(1)),
  /** Most that one person keeps; what is more is donated at once. Absent: no such limit. */
  mostKept: z.optional(z.int().check(z.gte(1))),
  /** What is given lapses at the end of the year after the next; hours never do. */
  lapses: z.boolean(),
  title: z.string(),
});
export type EarningRule = z.output<typeof EarningRule>;

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
  points('inspection', 5, 20, 100, '完成一次巡查'),
  {
    ...{ id: 'service', version: 1, from: '2026-01-01', unit: 'minutes', amount: 1 },
    ...{ perDay: 720, perMonth: 12_000, mostKept: 90_000, lapses: false, title: '志愿服务，按核实的分钟数记' },
  },
];

/** The version in force when something happened; undefined before there was one. */
export const ruleAt = (id: RuleId, at: string, rules = earningRules): EarningRule | undefined =>
  [...rules].filter((rule) => rule.id === id && rule.from <= chinaDay(at)).sort((a, b) => b.version - a.version)[0];

/** The versions that a day has not come for yet, the next first. */
export const comingRules = (id: RuleId, at: string, rules: readonly EarningRule[]): EarningRule[] =>
  rules
    .filter((rule) => rule.id === id && rule.from > chinaDay(at))
    .sort((a, b) => (a.from === b.from ? a.version - b.version : a.from < b.from ? -1 : 1));

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

/** How much of a rule's caps is used up. */
export const usedOf = (given: Given | undefined, at: string): { inDay: number; inMonth: number } => {
  const { inDay, inMonth } = givenAt(given, at);
  return { inDay, inMonth };
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
