import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { WordsSheet } from '../../words-sheet.tsx';
import type { TopicControl } from '../_hooks/use-topic.ts';
import type { TopicDeed } from '../next-deed.ts';
import { AnnounceSheet } from './announce-sheet.tsx';
import { FinishSheet } from './finish-sheet.tsx';

type Props = { topic: Topic; opened: TopicDeed | undefined; control: TopicControl; onClose: () => void };

const refusals = ['不属于社区协商的范围，请拨打 12345', '已有相同的议题在办', '需要先由业主大会决定'];

/** The form of what was chosen. */
export const TopicSheets = ({ topic, opened, control, onClose }: Props) => {
  const { deeds } = control;
  const state = (about: string) => ({
    isRunning: deeds.running === about,
    isLocked: deeds.isLocked(about),
    refusal: deeds.refusalOf(about),
    onClose,
  });
  const close = (isDone: boolean) => isDone && onClose();
  switch (opened) {
    case 'refuse':
      return (
        <WordsSheet
          title="为什么不受理？"
          hint="理由大家都看得到。说清为什么，以及居民可以找谁。"
          placeholder="不受理的理由"
          submit="不予受理，公开理由"
          min={5}
          max={topicLimits.note}
          quick={refusals}
          onSubmit={(reason) => void control.refuse({ reason }).then(close)}
          {...state('refuse')}
        />
      );
    case 'summarise':
      return (
        <WordsSheet
          title="协商小结"
          hint="置顶在讨论上面。赞成的、反对的、没谈拢的都写上；以前的小结留在经过里。"
          placeholder="大家说了什么，谈成了什么，还有什么分歧"
          submit="置顶小结"
          min={10}
          max={topicLimits.summary}
          initial={topic.summary?.words ?? ''}
          onSubmit={(words) => void control.summarise({ words }).then(close)}
          {...state('summarise')}
        />
      );
    case 'announce':
      return (
        <AnnounceSheet
          topic={topic}
          onAnnounce={(announcement) => void control.announce(announcement).then(close)}
          {...state('announce')}
        />
      );
    case 'step':
      return (
        <FinishSheet
          key={topic.step}
          topic={topic}
          onFinish={(said) => topic.step !== undefined && void control.finish(topic.step, said).then(close)}
          {...state('finish')}
        />
      );
    default:
      return null;
  }
};
