import { expect, test } from 'vitest';
import { dayChoices, dayFrom, dayWords } from './days.ts';

/** 01:00 on the 17th in China, still the 16th elsewhere. */
const now = '2026-11-16T17:00:00.000Z';

test('按中国的日子说今天、昨天、明天，远的说几月几日周几', () => {
  expect(dayFrom(now, 0)).toBe('2026-11-17');
  expect(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-20'].map((day) => dayWords(day, now))).toEqual([
    '昨天',
    '今天',
    '明天',
    '11月20日 周五',
  ]);
});

test('另选的日子按先后排进去', () => {
  expect(dayChoices('2026-11-17', now)).toEqual(['2026-11-16', '2026-11-17', '2026-11-18']);
  expect(dayChoices('2026-11-02', now)).toEqual(['2026-11-02', '2026-11-16', '2026-11-17', '2026-11-18']);
});
