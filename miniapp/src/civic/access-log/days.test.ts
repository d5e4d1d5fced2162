import type { AccessLogLine } from '@suishoupai/shared/people/contract';
import { expect, test } from 'vitest';
import { byDay, clockOf, dayTitle } from './days.ts';

const line = (at: string): AccessLogLine => ({
  at,
  who: '幸福物业',
  ticketId: 'tkt_xfl_01jd0000000000000000000000',
  what: 'ticket',
});

test('按中国的日子分，次序不变', () => {
  const lines = ['2026-11-16T16:00:00.000Z', '2026-11-16T15:59:00.000Z', '2026-11-16T02:00:00.000Z'].map(line);
  expect(byDay(lines)).toEqual([
    { day: '2026-11-17', lines: lines.slice(0, 1) },
    { day: '2026-11-16', lines: lines.slice(1) },
  ]);
  expect(byDay([])).toEqual([]);
});

test.each([
  ['2026-11-16', '11月16日'],
  ['2025-01-02', '2025年1月2日'],
])('%s 说成 %s', (day, title) => {
  expect(dayTitle(day, '2026-11-20T02:00:00.000Z')).toBe(title);
});

test('几点几分看中国的钟', () => {
  expect(clockOf('2026-11-16T16:05:00.000Z')).toBe('00:05');
});
