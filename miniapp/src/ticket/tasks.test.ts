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
  expect(looks.map((task) => taskLook(task, now, false).word)).toEqual([
    '等回复',
    '已回复',
    '逾期后回复',
    '已免除',
    '逾期 1 天未回复',
  ]);
});

it('点名没有回复的；免除的不算', () => {
  const tasks = [aTask({ state: 'reported' }), late, aTask({ state: 'excused' })];
  expect(tasksTold({ state: 'accepted', tasks }, '幸福物业', now)).toEqual({
    share: '1/2 个部门已回复',
    sentence: '消防站 逾期未回复，已催办。',
    isLate: true,
  });
});

it.each([
  ['accepted', '协办都回复了，等 幸福物业 办结。'],
  ['resolved', '协办都回复了，幸福物业 已处理，等核查。'],
  ['closed', '协办都回复了，这件事已办结。'],
  ['rated', '协办都回复了，这件事已办结。'],
  ['rework', '协办都回复了，等 幸福物业 重新办好。'],
] as const)('都回复了，%s 时说接下来等谁', (state, sentence) => {
  const tasks = [aTask({ state: 'reported' }), aTask({ state: 'excused' })];
  expect(tasksTold({ state, tasks }, '幸福物业', now).sentence).toBe(sentence);
});

it('都免除了，不说谁回复了', () => {
  expect(tasksTold({ state: 'accepted', tasks: [aTask({ state: 'excused' })] }, '幸福物业', now)).toMatchObject({
    share: '协办都已免除',
    sentence: '协办都免除了，等 幸福物业 办结。',
  });
});

it('挂账时协办的时限停着，不算逾期', () => {
  const tasks = [aTask({ dueAt: '2025-06-10T01:00:00.000Z' })];
  expect(tasksTold({ state: 'parked', tasks }, '幸福物业', now)).toMatchObject({
    sentence: '先挂账，协办的时限暂停计算。',
    isLate: false,
  });
});
