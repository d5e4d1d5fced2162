import { expect, it } from 'vitest';
import { taskLook, tasksTold } from './tasks.ts';
import { aTask } from './ticket.builder.ts';

const now = '2025-06-11T04:00:00.000Z';
const late = aTask({ department: { id: 'dep_xf', name: '消防站' }, dueAt: '2025-06-10T01:00:00.000Z', isLate: true });

it('协办的每种样子字和形都不同', () => {
  const looks = [
    aTask(),
    aTask({ state: 'reported' }),
    aTask({ state: 'reported', isLate: true }),
    aTask({ state: 'excused' }),
    late,
  ];
  expect(looks.map((task) => taskLook(task, now).word)).toEqual([
    '等回复',
    '已回复',
    '逾期后回复',
    '已免除',
    '逾期 1 天未回复',
  ]);
});

it('点名没有回复的；免除的不算', () => {
  const tasks = [aTask({ state: 'reported' }), late, aTask({ state: 'excused' })];
  expect(tasksTold(tasks, '幸福物业', now)).toEqual({
    share: '1/2 个部门已回复',
    sentence: '消防站 逾期未回复，已催办。',
  });
});

it('都回复了，轮到牵头的', () => {
  const tasks = [aTask({ state: 'reported' }), aTask({ state: 'excused' })];
  expect(tasksTold(tasks, '幸福物业', now).sentence).toBe('协办都回复了，等 幸福物业 办结。');
});
