import { expect, test } from 'vitest';
import { instantOf, wallOf } from './wall.ts';

test.each([
  ['2026-11-22T16:00:00.000Z', '2026-11-23', '00:00'],
  ['2026-11-22T15:59:00.000Z', '2026-11-22', '23:59'],
  ['2026-12-31T23:30:00.000Z', '2027-01-01', '07:30'],
])('%s 在墙上是 %s %s，反过来也是', (iso, day, clock) => {
  expect(wallOf(iso)).toEqual({ day, clock });
  expect(instantOf(day, clock)).toBe(iso);
});
