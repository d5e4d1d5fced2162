import { expect, test } from 'vitest';
import { transitions } from '../tickets/transitions.ts';
import { noticesOf } from './rules.ts';

const facts = {
  title: '路灯不亮',
  department: '幸福物业',
  at: '2026-11-16T02:00:00.000Z',
  dueAt: '2026-11-17T02:00:00.000Z',
  note: '需换灯头',
};

test('派遣告诉坐席，接单告诉居民，办完两边都告诉', () => {
  const to = (step: Parameters<typeof noticesOf>[0]) => noticesOf(step, facts).map((draft) => draft.to);
  expect(to('dispatch')).toEqual(['desk']);
  expect(to('accept')).toEqual(['reporter']);
  expect(to('resolve')).toEqual(['reporter', 'desk']);
  expect(to('report')).toEqual([]);
});

test('话里有事由、时限；没有时限就不提', () => {
  expect(noticesOf('accept', facts)[0]?.text).toBe('路灯不亮：幸福物业 已接单，预计 明天 10:00 前完成');
  expect(noticesOf('accept', { ...facts, dueAt: undefined })[0]?.text).toBe('路灯不亮：幸福物业 已接单');
  expect(noticesOf('rework', facts)[0]?.text).toContain('需换灯头');
});

test('每一步都有说法，不落空', () => {
  const steps = Object.keys(transitions) as (keyof typeof transitions)[];
  expect(steps.flatMap((step) => noticesOf(step, facts)).every(({ title, text }) => title !== '' && text !== '')).toBe(
    true,
  );
});
