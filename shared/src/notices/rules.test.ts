import { expect, test } from 'vitest';
import { transitions } from '../tickets/transitions.ts';
import { noticesOf } from './rules.ts';

const facts = {
  title: '路灯不亮',
  department: '幸福物业',
  dueAt: '2026-11-17T02:00:00.000Z',
  note: '需换灯头',
  isPassedOn: false,
};

test('派遣告诉坐席，接单告诉居民，办完两边都告诉', () => {
  const to = (step: Parameters<typeof noticesOf>[0]) => noticesOf(step, facts).map((draft) => draft.to);
  expect(to('dispatch')).toEqual(['desk']);
  expect(to('accept')).toEqual(['reporter']);
  expect(to('resolve')).toEqual(['reporter', 'desk']);
  expect(to('withdraw')).toEqual(['formerDesk']);
});

test('话里有事由、时限；没有时限就不提', () => {
  expect(noticesOf('accept', facts)[0]?.text).toBe('路灯不亮：幸福物业 已接单，预计 11月17日 10:00 前完成');
  expect(noticesOf('accept', { ...facts, dueAt: undefined })[0]?.text).toBe('路灯不亮：幸福物业 已接单');
  expect(noticesOf('rework', facts)[0]?.text).toContain('需换灯头');
});

test('要做的事说的是这一步的事', () => {
  const text = (step: Parameters<typeof noticesOf>[0]) => noticesOf(step, facts)[0]?.text;
  expect(text('dispatch')).toBe('路灯不亮，请在 11月17日 10:00 前接单');
  expect(text('report')).toBe('路灯不亮，请在 11月17日 10:00 前立案');
});

test('没有责任清单的上报告诉社区；当场派出去的只告诉接单的部门', () => {
  const titles = (isPassedOn: boolean) => noticesOf('report', { ...facts, isPassedOn }).map(({ title }) => title);
  expect(titles(false)).toEqual(['新的待立案']);
  expect(titles(true)).toEqual([]);
});

test('除了评价与公开审核，每一步都有人被告知', () => {
  const steps = Object.keys(transitions) as (keyof typeof transitions)[];
  const silent = steps.filter((step) => noticesOf(step, facts).length === 0);
  expect(silent.toSorted()).toEqual(['rate', 'review']);
  const drafts = steps.flatMap((step) => noticesOf(step, facts));
  expect(drafts.every(({ title, text }) => title !== '' && text !== '')).toBe(true);
});
