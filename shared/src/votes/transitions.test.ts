import { describe, expect, test } from 'vitest';
import {
  isPublished,
  mayDo,
  mayStep,
  stateAfter,
  type VoteDeed,
  type VoteStep,
  voteStates,
  voteTransitions,
} from './transitions.ts';

const states = (holds: (state: (typeof voteStates)[number]) => boolean) => voteStates.filter(holds).join(' ');

describe('哪一步能从哪里走', () => {
  test.each<[VoteStep, string]>([
    ['open', 'announced'],
    ['extend', 'open'],
    ['close', 'open'],
    ['count', 'closed'],
    ['publish', 'counted'],
    ['conclude', 'published'],
    ['cancel', 'announced open closed'],
    ['abandon', 'announced'],
  ])('%s：%s', (step, from) => {
    expect(states((state) => mayStep(step, state))).toBe(from);
  });

  test('计了票就不能再取消，走到头的哪里也不去', () => {
    const steps = Object.keys(voteTransitions) as VoteStep[];
    for (const state of ['final', 'cancelled'] as const)
      expect(steps.filter((step) => mayStep(step, state))).toEqual([]);
    expect(mayStep('cancel', 'counted')).toBe(false);
  });

  test('延期不换状态', () => {
    expect(stateAfter('extend', 'open')).toBe('open');
    expect(stateAfter('close', 'open')).toBe('closed');
  });
});

test.each<[VoteDeed, string]>([
  ['cast', 'open'],
  ['paper', 'open closed'],
  ['settle', 'closed'],
  ['object', 'published'],
  ['answer', 'published'],
  ['audit', 'published final'],
])('%s 在 %s', (deed, within) => {
  expect(states((state) => mayDo(deed, state))).toBe(within);
});

test('公示之后人人看得到结果', () => {
  expect(states(isPublished)).toBe('published final');
});
