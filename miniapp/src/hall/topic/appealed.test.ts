import type { Voice } from '@suishoupai/shared/topics/contract';
import { expect, test } from 'vitest';
import { asAppealed, heldWords } from './appealed.ts';

const takenDown = { at: '2026-11-16T02:00:00.000Z', note: '写了门牌号', canAppeal: true };
const aVoice: Voice = {
  id: 'act_01jd0000000000000000000001',
  at: takenDown.at,
  author: '居民',
  stance: 'none',
  text: '赞成',
  isMine: true,
  safety: 'hidden',
  takenDown,
  replies: 0,
  reactions: { agree: 0, thanks: 0, doubt: 0 },
};

test('刚申诉的发言，马上显示申诉中', () => {
  expect(asAppealed(aVoice, new Set())).toBe(aVoice);
  expect(asAppealed(aVoice, new Set([aVoice.id]))).toMatchObject({ safety: 'appealed', takenDown: undefined });
});

test.each([
  [{ isHeld: false, isMine: true, takenDown: undefined }, [], undefined],
  [{ isHeld: true, isMine: true, takenDown: undefined }, [], '正在审核：'],
  [{ isHeld: true, isMine: false, takenDown: undefined }, [], '居民还看不到'],
  [{ isHeld: false, isMine: true, takenDown }, [], '没有公开：写了门牌号'],
  [{ isHeld: false, isMine: true, takenDown }, ['topic'], '申诉已提交'],
] as const)('%j %j', (topic, appealed, expected) => {
  const words = heldWords(topic, new Set(appealed));
  if (expected === undefined) expect(words).toBeUndefined();
  else expect(words).toContain(expected);
});
