import { describe, expect, test } from 'vitest';
import { earliestOpening, objectionsEnd, spanProblem } from './clock.ts';

/** An instant by the clock on a wall in China. */
const wall = (time: string) => new Date(`${time}+08:00`).toISOString();

describe('公告几天后才能开始，按中国的自然日', () => {
  test.each([
    ['2026-11-16T09:00:00.000', 15, '2026-12-01T00:00:00.000'],
    ['2026-11-16T23:59:59.999', 15, '2026-12-01T00:00:00.000'],
    ['2026-11-17T00:00:00.000', 15, '2026-12-02T00:00:00.000'],
    ['2026-12-30T12:00:00.000', 3, '2027-01-02T00:00:00.000'],
    ['2026-11-16T09:00:00.000', 0, '2026-11-16T09:00:00.000'],
  ])('%s 公告 %i 天，%s', (announced, noticeDays, expected) => {
    expect(earliestOpening(wall(announced), { noticeDays })).toBe(wall(expected));
  });
});

test('公示满几个整天', () => {
  expect(objectionsEnd(wall('2026-11-16T09:00:00.000'), { publicationDays: 7 })).toBe(wall('2026-11-24T00:00:00.000'));
});

describe('开放多久', () => {
  const from = '2026-12-01T00:00:00.000';
  test.each([
    ['2026-12-01T00:00:00.000', undefined, '截止要晚于开始'],
    ['2026-11-30T00:00:00.000', undefined, '截止要晚于开始'],
    ['2026-12-01T00:01:00.000', undefined, undefined],
    ['2028-01-01T00:00:00.000', undefined, '最多开放一年'],
    ['2026-12-05T23:59:59.999', { min: 5, max: 60 }, '至少开放 5 天'],
    ['2026-12-06T00:00:00.000', { min: 5, max: 60 }, undefined],
    ['2027-01-30T00:00:00.000', { min: 5, max: 60 }, undefined],
    ['2027-01-30T00:00:00.001', { min: 5, max: 60 }, '最多开放 60 天'],
  ])('到 %s', (to, votingDays, expected) => {
    expect(spanProblem({ opensAt: wall(from), closesAt: wall(to) }, { votingDays })).toBe(expected);
  });
});
