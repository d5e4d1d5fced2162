import { expect, test } from 'vitest';
import { defaultLimits, dueIn, titleOf } from './rules.ts';
import { ticketStates } from './transitions.ts';

test.each([
  ['3 栋门前路灯不亮。晚上七点以后一直不亮', '3 栋门前路灯不亮'],
  ['路灯不亮\n很危险', '路灯不亮'],
  ['   ', '路灯'],
  ['', '路灯'],
  ['。。。', '路灯'],
  ['一'.repeat(32), '一'.repeat(32)],
  ['一'.repeat(33), `${'一'.repeat(31)}…`],
  ['👨‍🚒'.repeat(2), '👨‍🚒👨‍🚒'],
])('%j 的标题是 %j', (description, title) => {
  expect(titleOf(description, '路灯')).toBe(title);
});

const given = { now: '2026-11-16T02:00:00.000Z', limits: defaultLimits, resolveBy: '2026-11-25T10:00:00.000Z' };

test('首次响应二十四小时，处理到首次派遣时定下的时限，不因接单重算', () => {
  expect(dueIn('dispatched', given)).toBe('2026-11-17T02:00:00.000Z');
  expect(dueIn('accepted', given)).toBe(given.resolveBy);
  expect(dueIn('resolved', given)).toBe('2026-11-17T10:00:00.000Z');
});

test('办结的没有时限；历法未公布的年份不猜', () => {
  expect(ticketStates.filter((state) => dueIn(state, given) === undefined)).toEqual([
    'closed',
    'rated',
    'declined',
    'withdrawn',
  ]);
  expect(dueIn('rework', { ...given, now: '2031-03-03T02:00:00.000Z' })).toBeUndefined();
});
