import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limit } from '../duty/contract.ts';
import { dueAfter, workDayMs, workingTimeBetween } from './calendar.ts';
import { shifted } from './pause.ts';
import { china, endsInOffice, wallOf } from './test/wall.ts';

fc.configureGlobal({ seed: 20260617 });

const minuteMs = 60_000;
const shiftedWall = (due: string, paused: string, resumed: string, unit: Limit['unit']) =>
  wallOf(shifted(china(due), china(paused), china(resumed), unit));

describe('时钟停了再走', () => {
  test.each([
    ['2026-02-15 12:00', '2026-02-14 10:00', '2026-02-16 11:00', '2026-02-17 13:00'],
    ['2026-12-31 20:00', '2026-12-31 10:00', '2027-01-02 10:00', '2027-01-02 20:00'], // needs no calendar
    ['2026-03-02 15:00', '2026-03-02 15:00', '2026-03-02 16:00', '2026-03-02 15:00'], // late already
  ])('自然时：%s 到期，%s 停到 %s，改为 %s', (due, paused, resumed, expected) => {
    expect(shiftedWall(due, paused, resumed, 'hour')).toBe(expected);
  });

  test.each([
    ['2026-03-02 15:00', '2026-03-02 10:00', '2026-03-02 11:00', '2026-03-02 16:00'],
    ['2026-03-02 15:00', '2026-03-02 11:30', '2026-03-02 13:30', '2026-03-02 16:00'], // noon left out
    ['2026-03-02 15:00', '2026-03-02 12:00', '2026-03-02 13:00', '2026-03-02 15:00'], // noon only
    ['2026-03-03 17:00', '2026-03-02 17:00', '2026-03-03 10:00', '2026-03-04 10:00'],
    ['2026-02-24 11:00', '2026-02-14 17:00', '2026-02-24 10:00', '2026-02-24 14:00'], // over 春节
    ['2026-02-24 11:00', '2026-02-14 18:00', '2026-02-24 09:00', '2026-02-24 11:00'], // 春节 only
    ['2026-02-14 16:00', '2026-02-14 15:00', '2026-02-25 10:00', '2026-02-25 11:00'], // resumed after the old due time
    ['2026-02-27 17:00', '2026-02-27 16:00', '2026-02-28 10:00', '2026-02-28 11:00'], // into the worked Saturday
    ['2025-09-30 17:00', '2025-09-30 16:00', '2025-10-09 09:30', '2025-10-09 10:30'], // over 国庆
    ['2025-10-10 17:00', '2025-10-10 16:00', '2025-10-11 10:00', '2025-10-11 11:00'],
    ['2026-10-08 12:00', '2026-09-30 17:00', '2026-10-08 10:00', '2026-10-08 15:00'],
    ['2026-03-02 15:00', '2026-03-02 16:00', '2026-03-05 16:00', '2026-03-02 15:00'], // late already
  ])('工作时：%s 到期，%s 停到 %s，改为 %s', (due, paused, resumed, expected) => {
    expect(shiftedWall(due, paused, resumed, 'workHour')).toBe(expected);
  });

  test.each([
    ['2026-03-11 18:00', '2026-03-03 10:00', '2026-03-03 10:01', '2026-03-12 18:00'], // a minute of work: a day
    ['2026-03-11 18:00', '2026-03-03 10:00', '2026-03-04 10:00', '2026-03-12 18:00'], // eight hours: a day
    ['2026-03-11 18:00', '2026-03-03 10:00', '2026-03-04 10:01', '2026-03-13 18:00'],
    ['2026-03-11 18:00', '2026-03-03 18:00', '2026-03-04 09:00', '2026-03-11 18:00'], // a night
    ['2026-03-11 18:00', '2026-03-07 10:00', '2026-03-08 20:00', '2026-03-11 18:00'], // a weekend
    ['2026-03-11 18:00', '2026-03-06 17:00', '2026-03-09 10:00', '2026-03-12 18:00'],
    ['2026-03-13 18:00', '2026-03-11 09:00', '2026-03-12 18:00', '2026-03-17 18:00'],
    ['2026-02-24 18:00', '2026-02-14 09:00', '2026-02-24 09:00', '2026-02-25 18:00'], // over 春节
    ['2026-02-14 18:00', '2026-02-14 17:59', '2026-02-24 09:00', '2026-02-24 18:00'],
    ['2026-02-27 18:00', '2026-02-26 09:00', '2026-02-27 09:00', '2026-02-28 18:00'], // onto the worked Saturday
    ['2025-09-30 18:00', '2025-09-28 09:00', '2025-09-30 09:00', '2025-10-10 18:00'], // from the worked Sunday over 国庆
    ['2026-10-08 18:00', '2026-09-30 18:00', '2026-10-08 09:00', '2026-10-08 18:00'], // 国庆 only
    ['2026-10-09 18:00', '2026-10-08 09:00', '2026-10-08 10:00', '2026-10-10 18:00'],
    ['2026-03-02 18:00', '2026-03-02 18:00', '2026-03-05 10:00', '2026-03-02 18:00'], // late already
  ])('工作日：%s 到期，%s 停到 %s，改为 %s', (due, paused, resumed, expected) => {
    expect(shiftedWall(due, paused, resumed, 'workDay')).toBe(expected);
  });

  test.each(['workHour', 'workDay'] as const)('%s：需要的年份还没公布就没有到期时间', (unit) => {
    expect(shiftedWall('2026-12-31 18:00', '2026-12-31 10:00', '2026-12-31 11:00', unit)).toBeUndefined();
    expect(shiftedWall('2026-12-31 18:00', '2026-12-31 10:00', '2027-01-05 11:00', unit)).toBeUndefined();
    expect(shiftedWall('2026-12-31 18:00', '2026-12-31 12:00', '2026-12-31 13:00', unit)).toBe('2026-12-31 18:00');
  });

  test.each(['hour', 'workHour', 'workDay'] as const)('%s：还没停就走、不是时间，都是程序错误', (unit) => {
    expect(() => shiftedWall('2026-03-02 15:00', '2026-03-02 10:00', '2026-03-02 09:59', unit)).toThrow(RangeError);
    expect(() => shiftedWall('2026-03-02 15:00', '2026-03-02 17:00', '2026-03-02 16:59', unit)).toThrow(RangeError);
    expect(() => shifted('明天', china('2026-03-02 10:00'), china('2026-03-02 11:00'), unit)).toThrow(RangeError);
  });
});

describe('任何时限、任何一次停顿', () => {
  const later = (iso: string, ms: number) => new Date(Date.parse(iso) + ms).toISOString();
  const left = (from: string, to: string, unit: Limit['unit']) =>
    unit === 'hour' ? Date.parse(to) - Date.parse(from) : (workingTimeBetween(from, to) ?? Number.NaN);
  const minutes = fc.integer({ min: 0, max: 10 * 24 * 60 }).map((amount) => amount * minuteMs);

  /** A clock that is stopped on a whole minute between its start and its due time. */
  const pause = fc
    .record({
      startMinute: fc.integer({ min: Date.parse('2025-01-12') / minuteMs, max: Date.parse('2026-10-31') / minuteMs }),
      limit: fc.oneof(
        fc.record({ unit: fc.constantFrom('hour', 'workHour'), amount: fc.integer({ min: 1, max: 40 }) }),
        fc.record({ unit: fc.constant('workDay'), amount: fc.integer({ min: 1, max: 15 }) }),
      ),
      share: fc.integer({ min: 0, max: 999 }).map((permille) => permille / 1000),
      length: minutes,
    })
    .map(({ startMinute, limit, share, length }) => {
      const start = new Date(startMinute * minuteMs).toISOString();
      const due = dueAfter(start, limit) ?? '';
      const passed = Math.floor((share * (Date.parse(due) - Date.parse(start))) / minuteMs) * minuteMs;
      const paused = later(start, passed);
      return { due, paused, resumed: later(paused, length), unit: limit.unit };
    });

  test('不拿走处理人的时间，也不多给：自然时、工作时分毫不差，工作日多不过一天', () => {
    fc.assert(
      fc.property(pause, ({ due, paused, resumed, unit }) => {
        const now = shifted(due, paused, resumed, unit) ?? '';
        const gained = left(paused, now, unit) - left(paused, resumed, unit) - left(paused, due, unit);
        expect(now >= due && now > resumed).toBe(true);
        expect(gained).toBeGreaterThanOrEqual(0);
        expect(gained).toBeLessThan(unit === 'workDay' ? workDayMs : 1);
      }),
    );
  });

  test('还在上班时间到期，工作日还在下班时到期', () => {
    fc.assert(
      fc.property(pause, ({ due, paused, resumed, unit }) => {
        fc.pre(unit !== 'hour');
        const now = shifted(due, paused, resumed, unit) ?? '';
        expect(endsInOffice(now)).toBe(true);
        if (unit === 'workDay') expect(wallOf(now)).toMatch(/ 18:00$/);
      }),
    );
  });

  test('停得久、停得早、到期晚，都不会更早', () => {
    fc.assert(
      fc.property(pause, minutes, ({ due, paused, resumed, unit }, more) => {
        const now = shifted(due, paused, resumed, unit) ?? '';
        const laterDue = dueAfter(due, { unit, amount: 1 }) ?? '';
        expect((shifted(due, paused, later(resumed, more), unit) ?? '') >= now).toBe(true);
        expect((shifted(due, later(paused, -more), resumed, unit) ?? '') >= now).toBe(true);
        expect((shifted(laterDue, paused, resumed, unit) ?? '') > now).toBe(true);
      }),
    );
  });

  test('没有停就没有变；到期以后再停也没有变', () => {
    fc.assert(
      fc.property(pause, minutes, ({ due, paused, resumed, unit }, after) => {
        expect(shifted(due, paused, paused, unit)).toBe(due);
        expect(shifted(due, resumed, resumed, unit)).toBe(due);
        expect(shifted(due, later(due, after), later(due, 2 * after), unit)).toBe(due);
      }),
    );
  });

  test('自然时、工作时：接连停两次等于停一次', () => {
    fc.assert(
      fc.property(pause, minutes, ({ due, paused, resumed, unit }, more) => {
        fc.pre(unit !== 'workDay');
        const once = shifted(due, paused, later(resumed, more), unit);
        expect(shifted(shifted(due, paused, resumed, unit) ?? '', resumed, later(resumed, more), unit)).toBe(once);
      }),
    );
  });
});
