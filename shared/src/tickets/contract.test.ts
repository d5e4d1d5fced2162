import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { stepRoutes } from './contract.ts';
import { isMark, type PersonStep, type Step, transitions } from './transitions.ts';

const steps = (Object.keys(transitions) as Step[]).filter((step): step is PersonStep => !isMark(step));
const tail = '0'.repeat(26);
const base = { id: `act_${tail}`, version: 1 };
const gifts = {
  note: { note: '好' },
  photos: { photoIds: [`med_${tail}`] },
  department: { departmentId: 'dep_wuye' },
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
  const byReporter = steps.filter((step) => (transitions[step].by as readonly string[]).includes('reporter'));
  expect(steps.filter((step) => stepRoutes[step].access === 'person')).toEqual(byReporter);
});
