import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limit } from '../duty/contract.ts';
import {
  CalendarUnknownError,
  dueAfter,
  isWorkday,
  partAfter,
  workDayMs,
  workingTimeBetween,
  workPeriods,
} from './calendar.ts';
import { chinaDay } from './china.ts';
import { holidayNotices } from './holidays.ts';
import { china, endsInOffice, wallOf } from './test/wall.ts';

fc.configureGlobal({ seed: 20260617 });

const minuteMs = 60_000;
const due = (start: string, amount: number, unit: Limit['unit']) => wallOf(dueAfter(china(start), { unit, amount }));

/** Instants on a whole minute, far enough from the end of the published calendar. */
const start = fc
  .integer({ min: Date.parse('2025-01-01T00:00:00Z') / minuteMs, max: Date.parse('2026-10-31T00:00:00Z') / minuteMs })
  .map((minute) => new Date(minute * minuteMs).toISOString());
const hours = fc.integer({ min: 1, max: 40 });
const limit = fc.oneof(
  fc.record({ unit: fc.constant('hour' as const), amount: hours }),
  fc.record({ unit: fc.constant('workHour' as const), amount: hours }),
  fc.record({ unit: fc.constant('workDay' as const), amount: fc.integer({ min: 1, max: 15 }) }),
);
const sorted = (...instants: string[]) => instants.toSorted();

describe('工作日', () => {
  test.each([
    ['2025-01-01', false], // 元旦, Wednesday
    ['2025-01-26', true], // Sunday worked before 春节
    ['2025-01-27', true],
    ['2025-01-28', false], // 除夕
    ['2025-02-04', false],
    ['2025-02-05', true],
    ['2025-02-08', true], // Saturday worked
    ['2025-04-27', true], // Sunday worked
    ['2025-05-05', false],
    ['2025-06-02', false],
    ['2025-09-28', true],
    ['2025-10-08', false],
    ['2025-10-11', true],
    ['2025-10-12', false],
    ['2026-01-02', false],
    ['2026-01-04', true], // Sunday worked
    ['2026-02-14', true], // Saturday worked before 春节
    ['2026-02-15', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-02-28', true], // Saturday worked
    ['2026-03-01', false],
    ['2026-04-06', false],
    ['2026-05-05', false],
    ['2026-05-09', true],
    ['2026-06-19', false],
    ['2026-06-22', true],
    ['2026-09-20', true],
    ['2026-09-25', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-12-31', true],
  ])('%s 上班：%s', (date, expected) => {
    expect(isWorkday(date)).toBe(expected);
  });

  test.each([
    [2025, 28, 5],
    [2026, 33, 6],
  ])('%i 年放假 %i 天，周末上班 %i 天；调休日都在周末', (year, daysOff, daysWorked) => {
    const notice = holidayNotices.find((each) => each.year === year);
    const lengths = (notice?.off ?? []).map(([a, b]) => (Date.parse(b) - Date.parse(a)) / 86_400_000 + 1);
    expect(lengths.reduce((sum, each) => sum + each, 0)).toBe(daysOff);
    expect(notice?.worked).toHaveLength(daysWorked);
    for (const day of notice?.worked ?? []) expect([0, 6], day).toContain(new Date(day).getUTCDay());
  });

  test.each([2024, 2027, 1999])('%i 年没有公布的安排，不猜', (year) => {
    expect(() => isWorkday(`${year}-06-16`)).toThrow(expect.objectContaining({ name: 'CalendarUnknownError', year }));
    expect(() => isWorkday(`${year}-06-16`)).toThrow(CalendarUnknownError);
  });

  test.each(['', '2026-2-3', '2026-02-30', '2026-13-01', '20260203', '2026-02-03T00:00', '今天'])(
    '%j 不是日期',
    (text) => {
      expect(() => isWorkday(text)).toThrow(RangeError);
    },
  );

  test('一个工作日正好八个工作时', () => {
    expect(workDayMs).toBe(8 * 3_600_000);
  });
});

describe('自然时', () => {
  test.each([
    ['2026-02-14 17:30', 24, '2026-02-15 17:30'],
    ['2026-02-14 23:59', 2, '2026-02-15 01:59'],
    ['2026-12-31 23:00', 2, '2027-01-01 01:00'],
  ])('%s 起 %i 小时到 %s，节假日照算，无需日历', (from, amount, expected) => {
    expect(due(from, amount, 'hour')).toBe(expected);
  });

  test('毫秒不丢', () => {
    expect(dueAfter('2026-03-02T01:02:03.456Z', { unit: 'hour', amount: 1 })).toBe('2026-03-02T02:02:03.456Z');
  });
});

describe('工作时', () => {
  test.each([
    ['2026-03-02 09:00', 3, '2026-03-02 12:00'], // Monday, to the noon break exactly
    ['2026-03-02 09:00', 4, '2026-03-02 14:00'],
    ['2026-03-02 11:30', 1, '2026-03-02 13:30'], // over noon
    ['2026-03-02 12:30', 1, '2026-03-02 14:00'], // begun in the break
    ['2026-03-02 07:00', 1, '2026-03-02 10:00'], // before opening
    ['2026-03-02 10:00', 8, '2026-03-03 10:00'],
    ['2026-03-02 17:00', 4, '2026-03-03 12:00'],
    ['2026-03-02 18:00', 1, '2026-03-03 10:00'],
    ['2026-03-06 17:00', 4, '2026-03-09 12:00'], // Friday over a weekend
    ['2026-02-13 17:00', 4, '2026-02-14 12:00'], // Friday into a worked Saturday
    ['2026-02-14 17:00', 4, '2026-02-24 12:00'], // over nine days of 春节
    ['2026-02-17 10:00', 1, '2026-02-24 10:00'], // begun on 初一
    ['2026-09-30 16:00', 8, '2026-10-08 16:00'], // over 国庆
    ['2026-10-09 17:00', 2, '2026-10-10 10:00'], // Friday into the worked Saturday after 国庆
    ['2025-09-30 17:59', 1, '2025-10-09 09:59'],
    ['2025-12-31 17:00', 2, '2026-01-04 10:00'], // the first working day of 2026 is a Sunday
  ])('%s 起 %i 工作时到 %s', (from, amount, expected) => {
    expect(due(from, amount, 'workHour')).toBe(expected);
  });

  test('秒和毫秒照算', () => {
    expect(dueAfter('2026-03-02T09:59:59.001Z', { unit: 'workHour', amount: 1 })).toBe('2026-03-03T01:59:59.001Z');
  });

  const isOpen = (ms: number): boolean => {
    const iso = new Date(ms).toISOString();
    const hour = new Date(ms + 8 * 3_600_000).getUTCHours();
    return isWorkday(chinaDay(iso)) && workPeriods.some(({ from, to }) => hour >= from && hour < to);
  };

  test('与逐分钟走一遍的结果一致', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 20 }), (iso, amount) => {
        let at = Date.parse(iso);
        for (let left = amount * 60; left > 0; at += minuteMs) if (isOpen(at)) left -= 1;
        expect(dueAfter(iso, { unit: 'workHour', amount })).toBe(new Date(at).toISOString());
      }),
      { numRuns: 60 },
    );
  });

  test('可以相加：先 a 后 b 等于一次 a+b', () => {
    fc.assert(
      fc.property(start, hours, hours, (iso, a, b) => {
        const first = dueAfter(iso, { unit: 'workHour', amount: a }) ?? '';
        expect(dueAfter(first, { unit: 'workHour', amount: b })).toBe(
          dueAfter(iso, { unit: 'workHour', amount: a + b }),
        );
      }),
    );
  });
});

describe('工作日时限', () => {
  test.each([
    ['2026-03-02 09:00', 1, '2026-03-03 18:00'], // Monday: counted from the next day
    ['2026-03-02 23:59', 1, '2026-03-03 18:00'], // the hour of the day does not matter
    ['2026-03-03 00:00', 1, '2026-03-04 18:00'],
    ['2026-03-06 10:00', 1, '2026-03-09 18:00'], // Friday
    ['2026-03-07 10:00', 1, '2026-03-09 18:00'], // Saturday: Monday is the first working day after
    ['2026-03-02 10:00', 7, '2026-03-11 18:00'],
    ['2026-02-13 10:00', 1, '2026-02-14 18:00'], // worked Saturday
    ['2026-02-13 10:00', 2, '2026-02-24 18:00'],
    ['2026-02-14 10:00', 7, '2026-03-03 18:00'], // 24 25 26 27 28(worked) · 2 3
    ['2026-09-24 10:00', 3, '2026-09-30 18:00'], // over 中秋
    ['2026-09-30 10:00', 3, '2026-10-10 18:00'], // 8 9 10(worked)
    ['2025-12-31 10:00', 1, '2026-01-04 18:00'],
    ['2024-12-31 10:00', 1, '2025-01-02 18:00'], // the day of the start is not looked at
  ])('%s 起 %i 个工作日到 %s', (from, amount, expected) => {
    expect(due(from, amount, 'workDay')).toBe(expected);
  });

  test('与逐日数一遍的结果一致', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 15 }), (iso, amount) => {
        let at = Date.parse(`${chinaDay(iso)}T10:00:00.000Z`);
        for (let left = amount; left > 0; ) {
          at += 86_400_000;
          if (isWorkday(new Date(at).toISOString().slice(0, 10))) left -= 1;
        }
        expect(dueAfter(iso, { unit: 'workDay', amount })).toBe(new Date(at).toISOString());
      }),
    );
  });
});

describe('各种时限', () => {
  test('总在开始之后；开始得晚或给得多，都不会到得更早', () => {
    fc.assert(
      fc.property(start, start, limit, (a, b, given) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const earlyDue = dueAfter(early, given) ?? '';
        expect(earlyDue > early).toBe(true);
        expect((dueAfter(late, given) ?? '') >= earlyDue).toBe(true);
        expect((dueAfter(early, { ...given, amount: given.amount + 1 }) ?? '') > earlyDue).toBe(true);
      }),
    );
  });

  test('工作时和工作日不会在下班时间到期', () => {
    fc.assert(
      fc.property(start, limit, (iso, given) => {
        fc.pre(given.unit !== 'hour');
        const end = dueAfter(iso, given) ?? '';
        expect(endsInOffice(end)).toBe(true);
        if (given.unit === 'workDay') expect(wallOf(end)).toMatch(/ 18:00$/);
      }),
    );
  });

  test.each(['workHour', 'workDay'] as const)('%s：需要的年份还没公布就没有到期时间', (unit) => {
    expect(dueAfter(china('2026-12-31 17:30'), { unit, amount: 1 })).toBeUndefined();
    expect(dueAfter(china('2027-03-01 10:00'), { unit, amount: 1 })).toBeUndefined();
    expect(dueAfter(china('2026-12-01 10:00'), { unit, amount: 366 })).toBeUndefined();
  });

  test('年底当天办得完的仍有到期时间', () => {
    expect(due('2026-12-31 16:00', 2, 'workHour')).toBe('2026-12-31 18:00');
    expect(due('2026-12-30 16:00', 1, 'workDay')).toBe('2026-12-31 18:00');
  });

  test.each(['hour', 'workHour', 'workDay'] as const)('%s：不是时间的开始是程序错误', (unit) => {
    expect(() => dueAfter('昨天', { unit, amount: 1 })).toThrow(RangeError);
  });
});

describe('时限的一部分', () => {
  const part = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100);
  const partOf = (from: string, amount: number, unit: Limit['unit'], share: number) =>
    wallOf(partAfter(china(from), { unit, amount }, share));

  test.each([
    ['2026-02-14 17:30', 24, 'hour', 0.8, '2026-02-15 12:42'], // 19 h 12 min, holiday or not
    ['2026-03-02 09:00', 4, 'workHour', 0.8, '2026-03-02 13:12'],
    ['2026-03-02 09:00', 4, 'workHour', 0.75, '2026-03-02 12:00'], // the noon break itself, not the opening after it
    ['2026-03-06 17:00', 2, 'workHour', 0.8, '2026-03-09 09:36'],
    ['2026-03-02 09:00', 3, 'workHour', 0.7, '2026-03-02 11:06'], // not a millisecond less, although 3 × 0.7 is in floating point
    ['2026-03-02 09:00', 1, 'workDay', 0.8, '2026-03-03 16:24'],
    ['2026-03-02 23:59', 1, 'workDay', 0.8, '2026-03-03 16:24'],
    ['2026-03-06 10:00', 1, 'workDay', 0.5, '2026-03-09 14:00'],
    ['2026-03-02 10:00', 2, 'workDay', 0.5, '2026-03-03 18:00'],
    ['2026-03-02 10:00', 7, 'workDay', 0.8, '2026-03-10 14:48'],
    ['2025-12-31 10:00', 1, 'workDay', 0.8, '2026-01-04 16:24'],
  ] as const)('%s 起 %i %s 的 %f 到 %s', (from, amount, unit, share, expected) => {
    expect(partOf(from, amount, unit, share)).toBe(expected);
  });

  test('在开始之后、到期之前；开始得晚、给得多、份额大，都不会更早', () => {
    fc.assert(
      fc.property(start, start, limit, part, (a, b, given, share) => {
        const [early = '', late = ''] = sorted(a, b);
        const at = partAfter(early, given, share) ?? '';
        expect(at > early).toBe(true);
        expect(at < (dueAfter(early, given) ?? '')).toBe(true);
        expect((partAfter(late, given, share) ?? '') >= at).toBe(true);
        expect((partAfter(early, { ...given, amount: given.amount + 1 }, share) ?? '') > at).toBe(true);
        expect((partAfter(early, given, share + 0.005) ?? '') > at).toBe(true);
        if (given.unit !== 'hour') expect(endsInOffice(at)).toBe(true);
      }),
    );
  });

  test.each([Number.MIN_VALUE, 1 - Number.EPSILON / 2])('%f 也在开始之后、到期之前', (share) => {
    const from = china('2026-03-07 10:00');
    for (const unit of ['hour', 'workHour', 'workDay'] as const) {
      const given = { unit, amount: 3 };
      const at = partAfter(from, given, share) ?? '';
      expect(at > from && at < (dueAfter(from, given) ?? '')).toBe(true);
    }
  });

  test.each([0, 1, -0.2, 1.2, Number.NaN])('%f 不是一部分', (share) => {
    expect(() => partAfter(china('2026-03-02 09:00'), { unit: 'hour', amount: 1 }, share)).toThrow(RangeError);
  });

  test('没有到期时间就没有预警时间', () => {
    expect(partOf('2026-12-31 17:30', 1, 'workHour', 0.4)).toBeUndefined();
    expect(partOf('2026-12-30 10:00', 2, 'workDay', 0.4)).toBeUndefined();
    expect(partOf('2026-12-30 10:00', 1, 'workDay', 0.8)).toBe('2026-12-31 16:24');
    expect(partOf('2027-03-01 10:00', 10, 'hour', 0.8)).toBe('2027-03-01 18:00');
  });
});

describe('两个时刻之间的工作时', () => {
  const minutesBetween = (from: string, to: string) => {
    const ms = workingTimeBetween(china(from), china(to));
    return ms === undefined ? undefined : ms / minuteMs;
  };

  test.each([
    ['2026-03-02 09:00', '2026-03-02 18:00', 480],
    ['2026-03-02 00:00', '2026-03-03 00:00', 480],
    ['2026-03-02 11:30', '2026-03-02 13:30', 60],
    ['2026-03-02 12:00', '2026-03-02 13:00', 0],
    ['2026-03-02 18:00', '2026-03-03 09:00', 0],
    ['2026-03-02 17:59', '2026-03-03 09:01', 2],
    ['2026-03-06 17:00', '2026-03-09 10:00', 120],
    ['2026-02-14 18:00', '2026-02-24 09:00', 0], // 春节
    ['2026-02-13 18:00', '2026-03-02 09:00', 6 * 480],
    ['2025-09-27 00:00', '2025-10-13 00:00', 6 * 480],
    ['2025-12-31 17:00', '2026-01-04 10:00', 120],
    ['2026-12-31 18:00', '2027-01-01 09:00', 0], // nothing to be counted in the unknown year
    ['2027-05-01 10:00', '2027-05-01 10:00', 0],
    ['2026-12-31 18:00', '2027-01-01 09:01', undefined],
    ['2024-12-31 17:00', '2025-01-02 10:00', undefined],
  ])('%s 到 %s：%s 分钟', (from, to, expected) => {
    expect(minutesBetween(from, to)).toBe(expected);
  });

  test('与逐小时走一遍的结果一致', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 400 }), (iso, length) => {
        const from = Math.floor(Date.parse(iso) / 3_600_000) * 3_600_000;
        const ends = Array.from({ length }, (_, i) => new Date(from + (i + 1) * 3_600_000).toISOString());
        const to = ends.at(-1) ?? new Date(from).toISOString();
        expect(workingTimeBetween(new Date(from).toISOString(), to)).toBe(ends.filter(endsInOffice).length * 3_600_000);
      }),
      { numRuns: 40 },
    );
  });

  test('可以相加', () => {
    fc.assert(
      fc.property(start, start, start, (a, b, c) => {
        const [first = '', middle = '', last = ''] = sorted(a, b, c);
        expect((workingTimeBetween(first, middle) ?? 0) + (workingTimeBetween(middle, last) ?? 0)).toBe(
          workingTimeBetween(first, last),
        );
      }),
    );
  });

  test('从开始到到期正好是给的工作时', () => {
    fc.assert(
      fc.property(start, hours, (iso, amount) => {
        expect(workingTimeBetween(iso, dueAfter(iso, { unit: 'workHour', amount }) ?? '')).toBe(amount * 3_600_000);
      }),
    );
  });

  test('倒着问、不是时间，都是程序错误', () => {
    expect(() => minutesBetween('2026-03-02 10:00', '2026-03-02 09:59')).toThrow(RangeError);
    expect(() => workingTimeBetween('昨天', china('2026-03-02 10:00'))).toThrow(RangeError);
  });
});
