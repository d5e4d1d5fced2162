import type { TopicId } from '@suishoupai/shared/ids';
import { decideTopic } from '@suishoupai/shared/topics/transitions';
import { crossed } from './change.ts';
import type { ChangeTopic } from './changing.ts';
import type { MarksStore } from './marks-store.ts';
import type { TopicEvent, TopicRecord } from './record.ts';
import { topicFactsOf } from './standing.ts';

type Deps = { marks: Pick<MarksStore, 'count'>; change: ChangeTopic; newEventId: () => TopicEvent['id'] };

/**
 * Counts who supports a topic anew; at the threshold it moves on, once, however many count at the same moment. Done twice, late or out of
 * order it changes nothing: the number only grows.
 */
export const makeCountSupport =
  ({ marks, change, newEventId }: Deps) =>
  async (id: TopicId, now: Date): Promise<TopicRecord> => {
    const { yes: supports = 0 } = await marks.count(id, 'support');
    const at = now.toISOString();
    return change(id, (topic) => {
      const counted = { ...topic, supports: Math.max(supports, topic.supports) };
      if (decideTopic('cross', topicFactsOf(counted, { now: at }), ['system']).isAllowed) {
        const words = `${counted.supports} 人附议，达到 ${topic.threshold} 人`;
        return crossed(topic, counted.supports, { id: newEventId(), at, who: '居民', words, digest: 'cross' });
      }
      return counted.supports === topic.supports ? undefined : counted;
    });
  };
export type CountSupport = ReturnType<typeof makeCountSupport>;
