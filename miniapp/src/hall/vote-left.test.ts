import { expect, it } from 'vitest';
import { voteClock, voteLeft } from './vote-left.ts';

const closesAt = '2026-12-15T01:00:00.000Z';

it.each([
  ['2026-12-13T00:00:00.000Z', '剩 2 天'],
  ['2026-12-15T00:58:30.000Z', '剩 1 分钟'],
  [closesAt, '已截止，待计票'],
  ['2026-12-15T01:04:00.000Z', '已截止，待计票'],
])('%s：%s', (now, words) => {
  expect(voteLeft(closesAt, now)).toBe(words);
});

it('服务说已经截止，就是截止，手机的钟慢也一样；后来延了期的，照新的时间', () => {
  const now = '2026-12-15T00:58:30.000Z';
  expect(voteLeft(closesAt, voteClock(closesAt, now, closesAt))).toBe('已截止，待计票');
  expect(voteClock(closesAt, '2026-12-15T02:00:00.000Z', closesAt)).toBe('2026-12-15T02:00:00.000Z');
  expect(voteLeft('2026-12-17T01:00:00.000Z', voteClock('2026-12-17T01:00:00.000Z', now, closesAt))).toBe('剩 2 天');
  expect(voteClock(closesAt, now, undefined)).toBe(now);
});
