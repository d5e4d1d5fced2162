import { expect, test } from 'vitest';
import { asksOf, deedsOf } from './next-deed.ts';

const running = ['announce', 'summarise', 'meeting', 'vote', 'plan'] as const;

test('有人附议够了，先受理，不受理在后面', () => {
  expect(deedsOf({ may: ['refuse', 'takeUp'], missing: [], step: undefined, path: 'seven' })).toEqual([
    'takeUp',
    'refuse',
  ]);
});

test.each([
  ['announce', 'seven', 'announce'],
  ['discuss', 'seven', 'meeting'],
  ['plan', 'seven', 'vote'],
] as const)('%s 还缺依据，先做能补上它的那件事', (step, path, deed) => {
  expect(deedsOf({ may: [...running], missing: ['还没有'], step, path })[0]).toBe(deed);
});

test('依据齐了，先完成这一步', () => {
  expect(deedsOf({ may: [...running, 'step'], missing: [], step: 'discuss', path: 'seven' })[0]).toBe('step');
});

test('居民能做的不在这里', () => {
  expect(deedsOf({ may: ['support', 'comment', 'rate'], missing: [], step: undefined, path: 'fast' })).toEqual([]);
});

test('快办的决策要写居委会的决定，确定主题要写一段话', () => {
  expect(asksOf({ step: 'decide' })).toEqual({ isWordsNeeded: true, hasDecision: true });
  expect(asksOf({ step: 'settle' })).toEqual({ isWordsNeeded: true, hasDecision: false });
  expect(asksOf({ step: 'list' })).toEqual({ isWordsNeeded: false, hasDecision: false });
});
