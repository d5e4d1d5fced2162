import { expect, test } from 'vitest';
import { asksOf, deedsOf } from './next-deed.ts';

const running = ['announce', 'summarise', 'meeting', 'vote', 'plan'] as const;
const hard = { kind: 'hard' as const, votes: [] };

test('有人附议够了，先受理，不受理在后面', () => {
  expect(
    deedsOf({ ...hard, may: ['refuse', 'takeUp'], missing: [], step: undefined, path: 'seven', tickets: [] }),
  ).toEqual(['takeUp', 'refuse']);
});

test.each([
  ['announce', 'seven', 'announce'],
  ['discuss', 'seven', 'meeting'],
  ['plan', 'seven', 'vote'],
] as const)('%s 还缺依据，先做能补上它的那件事', (step, path, deed) => {
  expect(deedsOf({ ...hard, may: [...running], missing: ['还没有'], step, path, tickets: [] })[0]).toBe(deed);
});

test('依据齐了，先完成这一步', () => {
  expect(
    deedsOf({ ...hard, may: [...running, 'step'], missing: [], step: 'discuss', path: 'seven', tickets: [] })[0],
  ).toBe('step');
});

const aVote = (state: string) => ({
  id: 'vot_xfl_01m7ahsw83e5p2v6q9r0t1x4y7' as const,
  title: '加装电梯',
  state,
  closesAt: '2026-12-15T01:00:00.000Z',
});

test.each([
  ['major', [], 'vote'],
  ['major', [aVote('cancelled')], 'vote'],
  ['major', [aVote('announced')], 'step'],
  ['hard', [], 'step'],
] as const)('%s 制定方案，纪要有了决议、表决 %j：先%s', (kind, votes, deed) => {
  const may = [...running, 'step'] as const;
  expect(
    deedsOf({ kind, votes: [...votes], may: [...may], missing: [], step: 'plan', path: 'seven', tickets: [] })[0],
  ).toBe(deed);
});

test('居民能做的不在这里', () => {
  expect(
    deedsOf({ ...hard, may: ['support', 'comment', 'rate'], missing: [], step: undefined, path: 'fast', tickets: [] }),
  ).toEqual([]);
});

test('快办的决策要写居委会的决定，确定主题要写一段话', () => {
  expect(asksOf({ step: 'decide', tickets: [] })).toEqual({ isWordsNeeded: true, hasDecision: true });
  expect(asksOf({ step: 'settle', tickets: [] })).toEqual({ isWordsNeeded: true, hasDecision: false });
  expect(asksOf({ step: 'list', tickets: [] })).toEqual({ isWordsNeeded: false, hasDecision: false });
});

test('决定了的事先转成工单；没有工单的，要写明怎样落实', () => {
  const may = [...running, 'step', 'ticket'] as const;
  const from = {
    ticketId: 'tkt_xfl_01m7ahsw83e5p2v6q9r0t1x4y7',
    link: 'from',
    state: 'assigned',
    isLate: false,
  } as const;
  const to = { ...from, link: 'to' } as const;
  const first = (tickets: (typeof from | typeof to)[]) =>
    deedsOf({ ...hard, may: [...may], missing: [], step: 'carryOut', path: 'seven', tickets })[0];
  expect(first([from])).toBe('ticket');
  expect(first([from, to])).toBe('step');
  expect(asksOf({ step: 'carryOut', tickets: [from] }).isWordsNeeded).toBe(true);
  expect(asksOf({ step: 'carryOut', tickets: [from, to] }).isWordsNeeded).toBe(false);
});
