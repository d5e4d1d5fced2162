import { expect, test } from 'vitest';
import { inHands, nextSteps } from './next-steps.ts';

const now = '2026-11-16T02:00:00.000Z';
const dueAt = '2026-11-17T02:00:00.000Z';
const wuye = { id: 'dep_wuye', name: '幸福物业' } as const;

test('派出去了：说谁、什么时候前接单', () => {
  const ticket = { state: 'dispatched', department: wuye, dueAt } as const;
  expect(inHands(ticket, now)).toEqual({ who: '已派给 幸福物业', until: '明天 10:00 前接单' });
  expect(nextSteps(ticket, now)[0]).toBe('幸福物业 明天 10:00 前接单；不归他们管的，退回社区重新派');
});

test('清单里没有的先到社区；没有时限就不编一个', () => {
  const ticket = { state: 'reported', department: undefined, dueAt: undefined } as const;
  expect(inHands(ticket, now)).toEqual({ who: '已到社区', until: '尽快看过并派给合适的部门' });
  expect(nextSteps(ticket, now)).toHaveLength(3);
});
