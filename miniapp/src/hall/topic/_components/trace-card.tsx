import { shortTime } from '@suishoupai/shared/time/china';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicEventLabels, topicStepLabels } from '@suishoupai/shared/topics/labels';
import { Card } from '../../../ui/card.tsx';
import { Timeline } from '../../../ui/timeline.tsx';

/** Every step, by which post; the newest first. */
export const TraceCard = ({ topic: { events }, now }: { topic: Topic; now: string }) => (
  <Card title="经过">
    <Timeline
      moments={[...events].reverse().map(({ id, at, what, who, step, words }) => ({
        id,
        title: `${who} ${topicEventLabels[what]}${step === undefined ? '' : `「${topicStepLabels[step].name}」`}`,
        note: words,
        time: shortTime(at, now),
        isLate: what === 'answerLate' || what === 'stepLate',
      }))}
    />
  </Card>
);
