import { expect, test } from 'vitest';
import { mineWords, placesWords } from './places-words.ts';
import { whenWords } from './when.ts';

test('时间写一天里的起止，跨过半夜写两头', () => {
  const startsAt = '2026-11-21T01:00:00.000Z';
  expect(whenWords({ startsAt, endsAt: '2026-11-21T03:30:00.000Z' })).toBe('11月21日 09:00–11:30');
  expect(whenWords({ startsAt, endsAt: '2026-11-21T17:00:00.000Z' })).toBe('11月21日 09:00 到 11月22日 01:00');
});

test('名额和自己的位置', () => {
  expect(placesWords({ places: 20, taken: 18, waiting: 0 })).toBe('还有 2 个名额');
  expect(placesWords({ places: 20, taken: 20, waiting: 0 })).toBe('名额满了');
  expect(placesWords({ places: 20, taken: 20, waiting: 3 })).toBe('名额满了，3 人候补');
  const id = 'act_0123456789abcdefghjkmnpqrs';
  expect(mineWords({ mine: { standing: 'waiting', position: 2, id } })).toBe('您在候补第 2 位');
  expect(mineWords({})).toBeUndefined();
});
