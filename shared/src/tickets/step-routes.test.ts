import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { stepRoutes } from './step-routes.ts';
import { isMark, type PersonStep, type Relation, type Step, stepNames, transitions } from './transitions.ts';

const steps = stepNames.filter((step): step is PersonStep => !isMark(step));
const tail = '0'.repeat(26);
const base = { id: `act_${tail}`, version: 1 };
const gifts = {
  note: { note: '好' },
  photos: { photoIds: [`med_${tail}`] },
  department: { departmentId: 'dep_wuye' },
  category: { categoryCode: 'E0102' },
  supporting: { supporting: [{ departmentId: 'dep_huanwei', task: '清运' }] },
  limit: { limit: { unit: 'workDay', amount: 3 } },
  day: { day: '2026-12-01' },
  ticket: { ticketId: `tkt_xfl_${tail}` },
  person: { personId: `usr_${tail}` },
  stars: { stars: 5 },
};

test.each(steps)('%s 的内容要的正是流转表要的', (step) => {
  const { body } = stepRoutes[step];
  const needs: readonly (keyof typeof gifts)[] = transitions[step].needs;
  const whole = Object.assign({}, base, ...needs.map((need) => gifts[need]));
  expect(z.safeParse(body, whole).success).toBe(true);
  for (const missing of needs) {
    const rest = Object.assign({}, base, ...needs.filter((need) => need !== missing).map((need) => gifts[need]));
    expect(z.safeParse(body, rest).success).toBe(false);
  }
});

test('居民能走的步骤对登录的人开放，其余只对工作人员', () => {
  const byResident = (step: Step) =>
    transitions[step].rows.some(({ by }) =>
      (by as readonly Relation[]).some((each) => each === 'reporter' || each === 'joiner'),
    );
  expect(steps.filter((step) => stepRoutes[step].access === 'person')).toEqual(steps.filter(byResident));
});

test('延期至多十个工作日', () => {
  const ask = (limit: object) => z.safeParse(stepRoutes.askExtension.body, { ...base, note: '等料', limit }).success;
  expect([ask({ unit: 'workDay', amount: 10 }), ask({ unit: 'workDay', amount: 11 })]).toEqual([true, false]);
});
