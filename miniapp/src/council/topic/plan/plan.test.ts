import { topicKinds, topicPaths } from '@suishoupai/shared/topics/paths';
import { planProblem as serverProblem } from '@suishoupai/shared/topics/rules';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { expect, test } from 'vitest';
import { openSteps, pathsOf, planProblem, usualPlan, withStep, written } from './plan.ts';

const now = '2026-11-22T02:00:00.000Z';
const today = '2026-11-22';
const id = 'act_01jd0000000000000000000000';

test.each(['seven', 'fast'] as const)('%s 的常用计划一打开就能交', (path) => {
  const plan = usualPlan(path, now);
  expect(plan.map(({ step }) => step)).toEqual(topicPaths[path]);
  expect(planProblem(plan)).toBeUndefined();
  expect(serverProblem(path, plan, today)).toBeUndefined();
  const body = { id, version: 1, kind: 'misc', path, steps: written(plan) };
  expect(topicStaffRoutes.takeUpTopic.body.parse(body)).toEqual(body);
});

test('快办的，七天之内走完', () => {
  expect(usualPlan('fast', now).at(-1)?.dueOn).toBe('2026-11-29');
});

test('前一步推后，后面的跟着推后，没有一步早于前一步', () => {
  const plan = withStep(usualPlan('seven', now), 'list', { dueOn: '2027-06-01' });
  expect(plan.every(({ dueOn }) => dueOn >= '2027-06-01')).toBe(true);
  const early = withStep(usualPlan('seven', now), 'discuss', { dueOn: today });
  expect(serverProblem('seven', early, today)).toBeUndefined();
});

test('空着的字要补上', () => {
  expect(planProblem(withStep(usualPlan('fast', now), 'decide', { who: '  ' }))).toBeDefined();
});

test('大事不能走快办', () => {
  expect(topicKinds.map((kind) => [kind, pathsOf(kind).includes('fast')])).toEqual([
    ['major', false],
    ['hard', false],
    ['urgent', true],
    ['worry', false],
    ['misc', true],
  ]);
});

test('做完的步骤不再改', () => {
  const [first, ...rest] = usualPlan('seven', now);
  const steps = [...(first ? [{ ...first, doneAt: now }] : []), ...rest];
  expect(openSteps({ steps }).map(({ step }) => step)).toEqual(topicPaths.seven.slice(1));
});
