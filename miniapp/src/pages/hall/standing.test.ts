import { expect, it } from 'vitest';
import { myStanding, turnoutWords } from './standing.ts';

it.each([
  ['没登录，什么也不说', undefined, undefined],
  ['没有名额，什么也不说', 'none', undefined],
  ['还没投', 'canCast', { text: '您还没投', isDone: false }],
  ['两票投了一票', 'partly', { text: '您还有票没投', isDone: false }],
  ['投了', 'cast', { text: '您已投', isDone: true }],
] as const)('%s', (_, mine, words) => {
  expect(myStanding({ mine })).toEqual(words);
});

it('参与率说的是还差得多的那一头；不公开的不说', () => {
  const at = '2026-11-20T08:00:00.000Z';
  const of = (heads: number, area: number) => ({ heads, area });
  expect(turnoutWords({ turnout: { at, eligible: of(10, 1000), participating: of(7, 614) } })).toBe('参与 61.4%');
  expect(turnoutWords({ turnout: { at, eligible: of(10, 0), participating: of(7, 0) } })).toBe('参与 70%');
  expect(turnoutWords({})).toBeUndefined();
});
