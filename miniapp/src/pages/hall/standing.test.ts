import type { MySlot } from '@suishoupai/shared/votes/contract';
import { expect, it } from 'vitest';
import { myStanding } from './standing.ts';

const aSlot = (given: Partial<MySlot> = {}): MySlot => ({
  slot: 's',
  units: ['3 栋 501'],
  heads: 1,
  area: 8963,
  isShared: false,
  isOnPaper: false,
  mayCast: true,
  ...given,
});
const ballot = {
  choice: { option: 'approve' },
  castAt: '2026-11-20T08:00:00.000Z',
  channel: 'online',
  seq: 1,
  code: 'AAAA-BBBB-CCCC',
  leaf: 'a'.repeat(64),
  isByOther: false,
} as const;

it.each([
  ['没有名额，什么也不说', [], true, undefined],
  ['还没投', [aSlot()], true, '您还没投'],
  ['两票投了一票', [aSlot({ ballot }), aSlot({ slot: 't' })], true, '您还有 1 票没投'],
  ['投过还可以改', [aSlot({ ballot })], true, '您已投，截止前可改'],
  ['投过不能改', [aSlot({ ballot, mayCast: false })], false, '您已投'],
  ['交了纸质选票', [aSlot({ isOnPaper: true, mayCast: false })], true, '您已投'],
])('%s', (_, mine, isChangeable, words) => {
  expect(myStanding({ mine, isChangeable })?.text).toBe(words);
});
