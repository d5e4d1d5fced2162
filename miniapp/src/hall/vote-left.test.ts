import { expect, it } from 'vitest';
import { voteLeft } from './vote-left.ts';

const closesAt = '2026-12-15T01:00:00.000Z';

it.each([
  ['2026-12-13T00:00:00.000Z', '剩 2 天'],
  ['2026-12-15T00:58:30.000Z', '剩 1 分钟'],
  [closesAt, '已截止，待计票'],
  ['2026-12-15T01:04:00.000Z', '已截止，待计票'],
])('%s：%s', (now, words) => {
  expect(voteLeft(closesAt, now)).toBe(words);
});
