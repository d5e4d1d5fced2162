import type { TopicCard } from '@suishoupai/shared/topics/contract';
import { topicStateLabels, topicStepLabels } from '@suishoupai/shared/topics/labels';
import type { Tone } from '../ui/chip.tsx';
import type { IconName } from '../ui/icon/names.generated.ts';
import { clockOf } from '../ui/ticket-look.ts';

type Look = { text: string; tone: Tone; icon: IconName };

const looks: Record<TopicCard['state'], Omit<Look, 'text'>> = {
  proposed: { tone: 'info', icon: 'users' },
  supported: { tone: 'soon', icon: 'hourglass' },
  underway: { tone: 'brand', icon: 'list-checks' },
  done: { tone: 'calm', icon: 'circle-check' },
  refused: { tone: 'calm', icon: 'circle-x' },
  lapsed: { tone: 'calm', icon: 'minus' },
  withdrawn: { tone: 'calm', icon: 'undo-2' },
};

/** What is late is said in place of the state. */
export const topicLook = ({ state, isLate, dueAt }: TopicCard, now: string): Look => {
  const clock = isLate ? clockOf(dueAt, now) : undefined;
  if (clock?.isLate) return { text: clock.text, tone: 'late', icon: 'clock-alert' };
  if (isLate) return { text: '超过期限', tone: 'late', icon: 'clock-alert' };
  return { ...looks[state], text: topicStateLabels[state] };
};

/** The line beneath the title: how much support, which step, until when. */
export const topicNote = (topic: TopicCard, now: string): string => {
  const { state, supports, threshold, dueAt, isLate, step } = topic;
  const clock = isLate ? undefined : clockOf(dueAt, now)?.text;
  switch (state) {
    case 'proposed':
      return [`${supports} 人附议，满 ${threshold} 人社区必须答复`, clock].filter(Boolean).join(' · ');
    case 'supported':
      return [`${supports} 人附议`, isLate ? topicStateLabels.supported : '社区要答复', clock]
        .filter(Boolean)
        .join(' · ');
    case 'underway':
      return [step === undefined ? undefined : `这一步：${topicStepLabels[step].name}`, clock]
        .filter(Boolean)
        .join(' · ');
    default:
      return supports > 0 ? `${supports} 人附议` : topicStateLabels[state];
  }
};
