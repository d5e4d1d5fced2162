import type { Vote } from '@suishoupai/shared/votes/contract';
import { ruleSets } from '@suishoupai/shared/votes/rule-sets';
import { voteStates } from '@suishoupai/shared/votes/transitions';
import { expect, test } from 'vitest';
import { standingWords } from './standing.ts';

const [ruleSet] = ruleSets;
if (ruleSet === undefined) throw new Error('there are rule sets');
const vote: Parameters<typeof standingWords>[0] = {
  state: 'open',
  opensAt: '2026-11-22T02:00:00.000Z',
  closesAt: '2026-11-29T02:00:00.000Z',
  objectionsUntil: '2026-12-04T16:00:00.000Z',
  may: [],
  takesPaper: true,
  ruleSet,
};
const words = (change: Partial<Vote>) => standingWords({ ...vote, ...change });

test.each(voteStates)('%s 都有一句话', (state) => {
  expect(words({ state })).toMatch(/。$/);
});

test('截止了还要对账的，说要对账；不用的，说会自动计票', () => {
  expect(words({ state: 'closed', may: ['settle'] })).toContain('对上张数');
  expect(words({ state: 'closed', takesPaper: false })).toContain('自动计票');
});

test('公示到哪一天，说的是那一天', () => {
  expect(words({ state: 'published' })).toContain('公示到 12月4日。');
});
