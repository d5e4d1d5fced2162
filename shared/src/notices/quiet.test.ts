import { expect, test } from 'vitest';
import { pushAt, urgencyOf } from './quiet.ts';

/** An instant by the clock on a wall in China. */
const wall = (time: string, day = '2026-11-16') => new Date(`${day}T${time}+08:00`).toISOString();
const nextMorning = wall('07:00:00.000', '2026-11-17');

test.each([
  ['07:00:00.000', undefined],
  ['12:30:00.000', undefined],
  ['21:59:59.999', undefined],
  ['22:00:00.000', nextMorning],
  ['23:59:59.999', nextMorning],
  ['00:00:00.000', wall('07:00:00.000')],
  ['06:59:59.999', wall('07:00:00.000')],
])('%s 的消息', (time, later) => {
  expect(pushAt(wall(time), 'canWait')).toBe(later ?? wall(time));
  expect(pushAt(wall(time), 'urgent')).toBe(wall(time));
});

test('跨年的夜里也一样', () => {
  expect(pushAt(wall('23:00:00.000', '2026-12-31'), 'canWait')).toBe(wall('07:00:00.000', '2027-01-01'));
});

test.each([
  ['夜里，天亮前到期', '23:00:00.000', wall('02:00:00.000', '2026-11-17'), 'urgent'],
  ['夜里，天亮后到期', '23:00:00.000', wall('08:00:00.000', '2026-11-17'), 'canWait'],
  ['夜里，正好七点到期', '23:00:00.000', nextMorning, 'canWait'],
  ['夜里，已经过期', '23:00:00.000', wall('22:00:00.000'), 'canWait'],
  ['白天，一会儿就到期', '12:00:00.000', wall('12:01:00.000'), 'canWait'],
  ['没有时限', '23:00:00.000', undefined, 'canWait'],
])('%s', (_, time, dueAt, urgency) => {
  expect(urgencyOf(wall(time), dueAt)).toBe(urgency);
});

test('不是时间的，不算', () => {
  expect(() => pushAt('tomorrow', 'canWait')).toThrow(RangeError);
});
