import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chinaDay, chinaWall, endOfChinaDay, shortTime, timeLeft, untilWords, wallInstant } from './china.ts';
import { china } from './test/wall.ts';

fc.configureGlobal({ seed: 20260617 });

const instant = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('中国的日子', () => {
  test.each([
    ['2026-06-17T15:59:59.999Z', '2026-06-17'],
    ['2026-06-17T16:00:00.000Z', '2026-06-18'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['1969-12-31T12:00:00.000Z', '1969-12-31'],
  ])('%s 在中国是 %s', (iso, day) => {
    expect(chinaDay(iso)).toBe(day);
  });

  test.each([
    ['2026-06-17T15:59:59.999Z', '2026-06-17T16:00:00.000Z'],
    ['2026-06-17T16:00:00.000Z', '2026-06-18T16:00:00.000Z'], // midnight belongs to the day it begins
    ['2025-12-31T10:00:00.000Z', '2025-12-31T16:00:00.000Z'],
  ])('%s 那一天到 %s 为止', (iso, end) => {
    expect(endOfChinaDay(iso)).toBe(end);
  });

  test('墙上时间可以还原', () => {
    fc.assert(
      fc.property(instant, (date) => {
        const { day, ms } = chinaWall(date.toISOString());
        expect(wallInstant(day, ms)).toBe(date.toISOString());
        expect(ms).toBeLessThan(86_400_000);
      }),
    );
  });

  test('不是时间就报错', () => {
    expect(() => chinaDay('')).toThrow(RangeError);
    expect(() => endOfChinaDay('今晚')).toThrow(RangeError);
  });
});

describe('短时间', () => {
  // Wednesday 17 June 2026.
  test.each([
    ['2026-06-17 18:00', '今天 18:00'],
    ['2026-06-17 00:00', '今天 00:00'],
    ['2026-06-17 23:59', '今天 23:59'],
    ['2026-06-18 18:00', '明天 18:00'],
    ['2026-06-16 09:05', '昨天 09:05'],
    ['2026-06-19 12:00', '周五 12:00'],
    ['2026-06-21 12:00', '周日 12:00'],
    ['2026-06-15 12:00', '周一 12:00'],
    ['2026-06-14 12:00', '6月14日 12:00'],
    ['2026-06-22 08:00', '6月22日 08:00'],
    ['2026-12-31 08:00', '12月31日 08:00'],
    ['2025-06-20 08:00', '2025年6月20日'],
    ['2027-01-04 08:00', '2027年1月4日'],
  ])('%s 说成「%s」', (wall, text) => {
    expect(shortTime(china(wall), china('2026-06-17 10:30'))).toBe(text);
  });

  test('跨年的那一周先说明天和周几', () => {
    const now = china('2025-12-31 20:00');
    expect(shortTime(china('2026-01-01 09:00'), now)).toBe('明天 09:00');
    expect(shortTime(china('2026-01-02 09:00'), now)).toBe('周五 09:00');
    expect(shortTime(china('2026-01-05 09:00'), now)).toBe('2026年1月5日');
  });

  test('周日属于过去的那一周', () => {
    const now = china('2026-06-21 10:00');
    expect(shortTime(china('2026-06-16 09:00'), now)).toBe('周二 09:00');
    expect(shortTime(china('2026-06-23 09:00'), now)).toBe('6月23日 09:00');
  });

  test('任何时间都有说法', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        expect(shortTime(a.toISOString(), b.toISOString())).toMatch(
          /^((今天|明天|昨天|周[一二三四五六日]|\d+月\d+日) \d\d:\d\d|\d{4}年\d+月\d+日)$/,
        );
      }),
    );
  });
});

describe('还剩多久', () => {
  const now = '2026-06-17T02:00:00.000Z';
  const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

  test.each([
    [0, '剩 1 分钟', 'soon'],
    [0.5, '剩 1 分钟', 'soon'],
    [25, '剩 25 分钟', 'soon'],
    [59.9, '剩 59 分钟', 'soon'],
    [60, '剩 1 小时', 'soon'],
    [179, '剩 2 小时', 'soon'],
    [24 * 60 - 1, '剩 23 小时', 'soon'],
    [24 * 60, '剩 1 天', 'calm'],
    [4 * 24 * 60 - 1, '剩 3 天', 'calm'],
    [-0.01, '逾期 1 分钟', 'late'],
    [-25, '逾期 25 分钟', 'late'],
    [-60, '逾期 1 小时', 'late'],
    [-24 * 60, '逾期 1 天', 'late'],
    [-47 * 60, '逾期 1 天', 'late'],
  ])('%f 分钟后到期：%s', (minutes, text, tone) => {
    expect(timeLeft(at(minutes), now)).toEqual({ text, tone });
  });

  test('不是时间就报错', () => {
    expect(() => timeLeft('明天', now)).toThrow(RangeError);
  });
});

test('到半夜为止的，说的是那一天', () => {
  expect(untilWords('2026-12-07T16:00:00.000Z')).toBe('12月7日');
  expect(untilWords('2026-12-07T04:30:00.000Z')).toBe('12月7日 12:30');
});
