import { expect, it } from 'vitest';
import { aTicket } from '../ticket.builder.ts';
import { alreadyWords, similarNote } from './similar-words.ts';
import type { SimilarTicket } from './use-similar.ts';

const aSimilar = (given: Partial<SimilarTicket> = {}): SimilarTicket => ({
  ticket: aTicket({ joins: 12 }),
  metres: 38,
  hasJoined: false,
  isMine: false,
  ...given,
});

it('说多远、多少人同感，手机说不准的米数不说', () => {
  expect(similarNote(aSimilar())).toBe('约 40 米 · 12 位邻居同感');
  expect(similarNote(aSimilar({ metres: 4, ticket: aTicket() }))).toBe('就在这里');
});

it('自己的、同感过的，不再请人同感', () => {
  expect(alreadyWords(aSimilar())).toBeUndefined();
  expect(alreadyWords(aSimilar({ isMine: true }))).toContain('您报过的');
  expect(alreadyWords(aSimilar({ hasJoined: true }))).toContain('已同感');
});
