import { expect, test } from 'vitest';
import { isAfterDay, progressOf } from './rules.ts';

const day = '2026-11-16';
/** 23:59 of that day in China, and a minute later. */
const [inTime, late] = ['2026-11-16T15:59:00.000Z', '2026-11-16T16:00:00.000Z'];

test('一天到中国时间零点为止', () => {
  expect([isAfterDay(inTime, day), isAfterDay(late, day)]).toEqual([false, true]);
});

test('当天数还剩几条；过了这天，补查的不算当天查的', () => {
  const items = [{ check: { at: inTime } }, { check: { at: late } }, {}];
  expect(progressOf([{ check: { at: inTime } }, {}, {}], day, inTime)).toEqual({
    done: 1,
    total: 3,
    left: 2,
    isOver: false,
  });
  expect(progressOf(items, day, '2026-11-20T00:00:00.000Z')).toEqual({ done: 2, total: 3, left: 2, isOver: true });
});
