import type { TopicCard } from '@suishoupai/shared/topics/contract';
import { topicPathLabels, topicStepLabels } from '@suishoupai/shared/topics/labels';
import { stepsOf } from '@suishoupai/shared/topics/paths';

/** Where a topic stands on its path, for its bar. */
export const pathOf = ({ path, state, stepsDone }: Pick<TopicCard, 'path' | 'state' | 'stepsDone'>) => {
  const steps = stepsOf(path).map((step) => topicStepLabels[step]);
  const hasStopped = state === 'refused' || state === 'lapsed' || state === 'withdrawn';
  const isStarted = state === 'underway' || state === 'done';
  // The proposal itself is the first step of the fast path; the long one begins when the topic is taken up.
  const now = isStarted ? stepsDone : 0;
  const name = steps[now]?.name;
  const whole = topicPathLabels[path];
  if (hasStopped) return { steps, now, hasStopped, label: `${whole}，已停止` };
  if (!isStarted) return { steps, now, hasStopped: path === 'seven', label: `${whole}，还没有受理` };
  return {
    steps,
    now,
    hasStopped,
    label: name === undefined ? `${whole}，全部完成` : `${whole}，第 ${now + 1} 步：${name}`,
  };
};
