import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limit } from '../duty/contract.ts';
import type { ClockName } from './clock-name.ts';
import {
  type Clock,
  extendClock,
  markStruck,
  nearestDue,
  nextStroke,
  pauseClocks,
  resumeClocks,
  standingOf,
  startClock,
  startClockUntil,
  stopClocks,
  strikesBy,
} from './clocks.ts';

/** A Monday at ten in China, far from any holiday. */
const monday = '2026-11-16T02:00:00.000Z';
const tuesdayMorning = '2026-11-17T02:00:00.000Z';
const oneDay: Limit = { unit: 'hour', amount: 24 };
const week: Limit = { unit: 'workDay', amount: 7 };
const respond = startClock('respond', monday, oneDay);
const resolve = startClock('resolve', monday, week);
const must = (clocks: readonly Clock[], name: ClockName): Clock => {
  const found = clocks.find((clock) => clock.name === name);
  if (found === undefined) throw new Error(`no clock ${name}`);
  return found;
};

describe('起步', () => {
  test('自然时：八成时预警，到点逾期，再过四小时升级', () => {
    expect(respond).toEqual({
      name: 'respond',
      limit: oneDay,
      startedAt: monday,
      warnAt: '2026-11-16T21:12:00.000Z',
      dueAt: tuesdayMorning,
      escalateAt: '2026-11-17T06:00:00.000Z',
    });
  });

  test('工作日：第七个工作日下班到期，过一个工作日升级', () => {
    expect(resolve).toMatchObject({ dueAt: '2026-11-25T10:00:00.000Z', escalateAt: '2026-11-26T10:00:00.000Z' });
    expect(resolve.warnAt).toBe('2026-11-24T06:48:00.000Z');
  });

  test('工作时：四个工作时跨过夜里', () => {
    const stage = startClock('stage0', '2026-11-16T08:00:00.000Z', { unit: 'workHour', amount: 4 });
    expect(stage).toMatchObject({ dueAt: '2026-11-17T03:00:00.000Z', escalateAt: '2026-11-17T08:00:00.000Z' });
  });

  test('历法没有公布的年份：有时钟，没有期限，永远不响', () => {
    const clock = startClock('resolve', '2031-03-03T02:00:00.000Z', week);
    expect([clock.dueAt, clock.warnAt, clock.escalateAt]).toEqual([undefined, undefined, undefined]);
    expect(strikesBy([clock], '2099-01-01T00:00:00.000Z')).toEqual([]);
    expect(nextStroke([clock])).toBeUndefined();
    expect(standingOf(clock, '2099-01-01T00:00:00.000Z')).toBe('running');
    const [extended] = extendClock([clock], 'resolve', week);
    expect(extended).toEqual(clock);
  });

  test('到某一刻为止的，没有预警', () => {
    const review = startClockUntil('review', monday, '2026-11-20T10:00:00.000Z');
    expect(strikesBy([review], '2026-11-20T10:00:00.000Z')).toEqual([{ name: 'review', strike: 'overdue' }]);
    expect(review.escalateAt).toBe('2026-11-23T10:00:00.000Z');
  });
});

describe('响', () => {
  const clocks = [respond, resolve];

  test('到了哪一刻响哪一下，响过的不再响', () => {
    expect(strikesBy(clocks, '2026-11-16T21:11:59.999Z')).toEqual([]);
    expect(nextStroke(clocks)).toBe('2026-11-16T21:12:00.000Z');
    expect(strikesBy(clocks, '2026-11-16T21:12:00.000Z')).toEqual([{ name: 'respond', strike: 'warning' }]);
    const warned = markStruck(clocks, 'respond', 'warning');
    expect(strikesBy(warned, '2026-11-16T21:12:00.000Z')).toEqual([]);
    expect(nextStroke(warned)).toBe(tuesdayMorning);
    expect(strikesBy(warned, tuesdayMorning)).toEqual([{ name: 'respond', strike: 'overdue' }]);
    const overdue = markStruck(warned, 'respond', 'overdue');
    expect(strikesBy(overdue, '2026-11-17T06:00:00.000Z')).toEqual([{ name: 'respond', strike: 'escalation' }]);
    const escalated = markStruck(overdue, 'respond', 'escalation');
    expect(strikesBy(escalated, '2026-11-20T00:00:00.000Z')).toEqual([]);
    expect(nextStroke(escalated)).toBe(resolve.warnAt);
  });

  test('看得晚了，过去的预警不补，逾期和升级一起补上', () => {
    expect(strikesBy(clocks, '2026-11-18T00:00:00.000Z')).toEqual([
      { name: 'respond', strike: 'overdue' },
      { name: 'respond', strike: 'escalation' },
    ]);
  });

  test('停了的、站住的不响', () => {
    expect(
      strikesBy(
        stopClocks(clocks, monday, () => true),
        '2026-12-31T00:00:00.000Z',
      ),
    ).toEqual([]);
    expect(strikesBy(pauseClocks(clocks, monday), '2026-12-31T00:00:00.000Z')).toEqual([]);
    expect(nextStroke(pauseClocks(clocks, monday))).toBeUndefined();
  });

  test('停过的时钟不再被记', () => {
    const stopped = stopClocks(clocks, monday, () => true);
    expect(markStruck(stopped, 'respond', 'overdue')).toEqual(stopped);
  });

  test('不论隔多久扫一次，每一下至多响一次，次序不乱', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 });
    const result = fc.check(
      fc.property(hours, (moments) => {
        let present: Clock[] = clocks;
        const rung: string[] = [];
        for (const hour of moments.toSorted((a, b) => a - b)) {
          const now = new Date(Date.parse(monday) + hour * 3_600_000).toISOString();
          for (const { name, strike } of strikesBy(present, now)) {
            rung.push(`${name} ${strike}`);
            present = markStruck(present, name, strike);
          }
          if (strikesBy(present, now).length > 0) return false;
        }
        const order = ['warning', 'overdue', 'escalation'];
        return clocks.every(({ name }) => {
          const own = rung.filter((each) => each.startsWith(`${name} `)).map((each) => each.split(' ')[1] ?? '');
          return own.every((strike, i) => i === 0 || order.indexOf(own[i - 1] ?? '') < order.indexOf(strike));
        });
      }),
      { seed: 20261122 },
    );
    expect(result.counterexample).toBeNull();
  });
});

describe('站住与接着走', () => {
  test('站住多久，期限推后多久；起步的时刻不变', () => {
    const paused = pauseClocks([respond, resolve], '2026-11-16T03:00:00.000Z');
    expect(paused.map(({ pausedAt }) => pausedAt)).toEqual(['2026-11-16T03:00:00.000Z', '2026-11-16T03:00:00.000Z']);
    const resumed = resumeClocks(paused, '2026-11-18T03:00:00.000Z');
    expect(must(resumed, 'respond')).toMatchObject({ startedAt: monday, dueAt: '2026-11-19T02:00:00.000Z' });
    expect(must(resumed, 'resolve')).toMatchObject({ startedAt: monday, dueAt: '2026-11-27T10:00:00.000Z' });
    expect(resumed.every(({ pausedAt }) => pausedAt === undefined)).toBe(true);
  });

  test('站住时已经晚了的，不因站住变得不晚', () => {
    const late = markStruck([respond], 'respond', 'overdue');
    const resumed = resumeClocks(pauseClocks(late, '2026-11-17T03:00:00.000Z'), '2026-11-20T03:00:00.000Z');
    expect(resumed[0]).toMatchObject({ dueAt: tuesdayMorning, struck: 'overdue' });
    expect(standingOf(must(resumed, 'respond'), '2026-11-20T03:00:00.000Z')).toBe('late');
  });

  test('站住再站住，只记第一次；没站住的、停了的不动', () => {
    const paused = pauseClocks([respond], '2026-11-16T03:00:00.000Z');
    expect(pauseClocks(paused, '2026-11-16T05:00:00.000Z')).toEqual(paused);
    expect(resumeClocks([respond], '2026-11-18T03:00:00.000Z')).toEqual([respond]);
    const stopped = stopClocks(paused, '2026-11-16T05:00:00.000Z', () => true);
    expect(resumeClocks(stopped, '2026-11-18T03:00:00.000Z')).toEqual(stopped);
  });

  test('接着走的时候，次序还是预警、到期、升级', () => {
    const limits = fc.constantFrom<Limit>(oneDay, week, { unit: 'workHour', amount: 4 });
    const hours = fc.nat({ max: 500 });
    const result = fc.check(
      fc.property(limits, hours, hours, (limit, before, length) => {
        const pausedAt = new Date(Date.parse(monday) + before * 3_600_000).toISOString();
        const resumedAt = new Date(Date.parse(pausedAt) + length * 3_600_000).toISOString();
        const [clock] = resumeClocks(pauseClocks([startClock('redo', monday, limit)], pausedAt), resumedAt);
        const { warnAt = '', dueAt = '', escalateAt = '' } = clock ?? {};
        return warnAt !== '' && warnAt <= dueAt && dueAt < escalateAt;
      }),
      { seed: 20261122 },
    );
    expect(result.counterexample).toBeNull();
  });
});

describe('延期', () => {
  test('在原来的期限上加，预警和升级跟着走，响过的重新算', () => {
    const overdue = markStruck([respond, resolve], 'resolve', 'overdue');
    const extended = extendClock(overdue, 'resolve', { unit: 'workDay', amount: 3 });
    expect(must(extended, 'resolve')).toMatchObject({
      startedAt: monday,
      dueAt: '2026-11-30T10:00:00.000Z',
      escalateAt: '2026-12-01T10:00:00.000Z',
      struck: undefined,
    });
    expect(must(extended, 'respond')).toEqual(respond);
    expect(
      extendClock(
        stopClocks([resolve], monday, () => true),
        'resolve',
        week,
      )[0]?.dueAt,
    ).toBe(resolve.dueAt);
  });
});

describe('怎么样了', () => {
  test('走着、晚了、站住、按时、没按时', () => {
    const at = (clock: Clock, now: string) => standingOf(clock, now);
    expect(at(respond, tuesdayMorning)).toBe('running');
    expect(at(respond, '2026-11-17T02:00:00.001Z')).toBe('late');
    expect(at(must(pauseClocks([respond], monday), 'respond'), '2026-12-01T00:00:00.000Z')).toBe('paused');
    const stoppedAt = (when: string) =>
      must(
        stopClocks([respond], when, () => true),
        'respond',
      );
    expect(at(stoppedAt(tuesdayMorning), '2026-12-01T00:00:00.000Z')).toBe('met');
    expect(at(stoppedAt('2026-11-17T02:00:00.001Z'), '2026-12-01T00:00:00.000Z')).toBe('missed');
  });

  test('站住的时候做完了，站住的那段不算晚', () => {
    const paused = pauseClocks([respond], '2026-11-16T03:00:00.000Z');
    const [done] = stopClocks(paused, '2026-11-20T03:00:00.000Z', () => true);
    expect(done === undefined ? undefined : standingOf(done, '2026-11-21T00:00:00.000Z')).toBe('met');
  });

  test('最急的是先到期的；站住的、没有期限的不算', () => {
    expect(nearestDue([resolve, respond])?.name).toBe('respond');
    expect(nearestDue([resolve, ...pauseClocks([respond], monday)])?.name).toBe('resolve');
    expect(nearestDue([startClock('resolve', '2031-03-03T02:00:00.000Z', week)])).toBeUndefined();
  });
});
