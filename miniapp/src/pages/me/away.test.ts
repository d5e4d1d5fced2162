import { expect, test } from 'vitest';
import { awayChoices, awayNow } from './away.ts';

test('都到早上八点，按中国的日子数；都在服务肯收的六十天以内', () => {
  const late = '2026-11-16T15:59:00.000Z';
  const untils = awayChoices(late).map(({ until }) => until);
  expect(untils[0]).toBe('2026-11-17T00:00:00.000Z');
  expect(awayChoices('2026-11-16T16:00:00.000Z')[0]?.until).toBe('2026-11-18T00:00:00.000Z');
  expect(untils).toEqual([...untils].sort());
  expect(untils.every((until) => Date.parse(until) - Date.parse(late) < 60 * 86_400_000)).toBe(true);
});

test('过了时间就算回来了', () => {
  const now = '2026-11-16T02:00:00.000Z';
  expect(awayNow('2026-11-16T02:00:00.001Z', now)).toBe('2026-11-16T02:00:00.001Z');
  expect(awayNow(now, now)).toBeUndefined();
  expect(awayNow(undefined, now)).toBeUndefined();
});
