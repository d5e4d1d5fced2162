import type { TopicId } from '@suishoupai/shared/ids';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { pathOfKind, type TopicKind, type TopicPath } from '@suishoupai/shared/topics/paths';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { useState } from 'react';
import { call } from '../../../../api/client.ts';
import { useLoad } from '../../../../load/use-load.ts';
import { back } from '../../../../routes.ts';
import { useNow } from '../../../../state/now.ts';
import { notify } from '../../../../ui/notify.ts';
import { useDeeds } from '../../../use-deeds.ts';
import { openSteps, type PlannedStep, pathsOf, planProblem, usualPlan, withStep, written } from '../plan.ts';

type Draft = { kind: TopicKind; path: TopicPath; steps: PlannedStep[]; reason: string };

const askTopic = (topicId: TopicId) => call(topicRoutes.getTopic, { params: { topicId } });

const firstDraft = (topic: Topic, now: string): Draft => {
  const { kind, path } = topic;
  const isNew = topic.state !== 'underway';
  return { kind, path, reason: '', steps: isNew ? usualPlan(path, now) : openSteps(topic) };
};

/** The plan of a topic in the making: of all its steps as it is taken up, later of those that are not done. */
export const usePlan = (topicId: TopicId, ask = askTopic) => {
  const now = useNow();
  const { view, reload } = useLoad(topicId, () => ask(topicId));
  const topic = view.state === 'ready' ? view.data : undefined;
  const [changed, setChanged] = useState<Draft>();
  const draft = changed ?? (topic && firstDraft(topic, now));
  const isNew = topic?.state !== 'underway';
  const deeds = useDeeds({ onRefused: ({ code }) => code === 'topic.changed' && void reload() });

  const change = (next: Partial<Draft>) => draft !== undefined && setChanged({ ...draft, ...next });
  const setKind = (kind: TopicKind) => {
    if (draft === undefined) return;
    const path = pathsOf(kind).includes(draft.path) ? draft.path : pathOfKind[kind];
    change(path === draft.path ? { kind } : { kind, path, steps: usualPlan(path, now) });
  };

  const problem = (): string | undefined => {
    if (draft === undefined) return '正在打开';
    if (!isNew && draft.reason.trim().length < 2) return '写明为什么调整';
    return planProblem(draft.steps);
  };

  const submit = () =>
    deeds.run('plan', async (id) => {
      if (topic === undefined || draft === undefined) return;
      const { kind, path, reason } = draft;
      const steps = written(draft.steps);
      const seen = { id, version: topic.version };
      if (isNew)
        await call(topicStaffRoutes.takeUpTopic, { params: { topicId }, body: { ...seen, kind, path, steps } });
      else
        await call(topicStaffRoutes.planTopic, {
          params: { topicId },
          body: { ...seen, steps, reason: reason.trim() },
        });
      notify(isNew ? '已受理，大家看得到安排' : '安排已调整');
      back();
    });

  return {
    view,
    reload,
    draft,
    isNew,
    now,
    setKind,
    setPath: (path: TopicPath) => change({ path, steps: usualPlan(path, now) }),
    setReason: (reason: string) => change({ reason }),
    setStep: (step: PlannedStep['step'], next: Partial<Omit<PlannedStep, 'step'>>) =>
      draft !== undefined && change({ steps: withStep(draft.steps, step, next) }),
    problem: problem(),
    submit,
    isSending: deeds.running === 'plan',
    isLocked: deeds.isLocked('plan'),
    refusal: deeds.refusalOf('plan'),
  };
};
