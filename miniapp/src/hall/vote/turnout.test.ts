import type { Progress } from '@suishoupai/shared/votes/contract';
import { ruleSets } from '@suishoupai/shared/votes/rule-sets';
import { expect, it } from 'vitest';
import { missingWords, turnoutBars } from './turnout.ts';

const ruleSet = ruleSets.find(({ id }) => id === 'owners-ordinary');
if (ruleSet === undefined) throw new Error('the rule set is gone');

const aProgress = (headsPart: number, areaPart: number): Progress => ({
  at: '2026-11-20T08:00:00.000Z',
  eligible: { heads: 90, area: 900_000 },
  participating: { heads: headsPart, area: areaPart },
  tests: [
    { id: 'turnout-heads', dimension: 'heads', part: headsPart, needed: 60, whole: 90, isMet: headsPart >= 60 },
    {
      id: 'turnout-area',
      dimension: 'area',
      part: areaPart,
      needed: 600_000,
      whole: 900_000,
      isMet: areaPart >= 600_000,
    },
  ],
  buildings: [
    { building: '1', eligible: { heads: 30, area: 300_000 }, participating: { heads: 28, area: 290_000 } },
    { building: '3', eligible: { heads: 60, area: 600_000 }, participating: { heads: 32, area: 268_750 } },
  ],
});
const vote = (progress: Progress | undefined) => ({ ruleSet, progress, electorate: 'owners' as const });

it('两条线各画在三分之二，够数的打勾', () => {
  const bars = turnoutBars(vote(aProgress(62, 558_750)));
  expect(bars.map(({ label, value, isMet, mark }) => [label, value, isMet, mark?.text, mark?.at])).toEqual([
    ['人数', '68.8%', true, '2/3', 60],
    ['面积', '62%', false, '2/3', 600_000],
  ]);
});

it('说清还差多少、主要差在哪一栋', () => {
  expect(missingWords(vote(aProgress(62, 558_750)))).toBe('面积还差 412.50 ㎡，主要在 3 栋。');
});

it('够数以后不再催', () => {
  expect(missingWords(vote(aProgress(62, 600_000)))).toContain('已经够数');
});

it('不公布参与的，什么也不画', () => {
  expect(turnoutBars(vote(undefined))).toEqual([]);
  expect(missingWords(vote(undefined))).toBeUndefined();
});
