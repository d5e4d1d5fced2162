import type { TopicId } from '@suishoupai/shared/ids';
import { decideTopic, type TopicAction } from '@suishoupai/shared/topics/transitions';
import type { Log } from '../log.ts';
import { afterAction, answerIsLate, stepIsLate } from './change.ts';
import type { ChangeTopic } from './changing.ts';
import type { CountSupport } from './counting.ts';
import type { TopicEvent, TopicRecord } from './record.ts';
import { topicFactsOf } from './standing.ts';
import type { TopicStore } from './store.ts';

type Deps = {
  topics: Pick<TopicStore, 'listDue'>;
  change: ChangeTopic;
  countSupport: CountSupport;
  newEventId: () => TopicEvent['id'];
  log: Log;
};

/**
 * What the clock does to topics: a proposal with too little support in time lapses, an answer or a step that is late is marked, once and
 * for all to read. The index only says where to look; the topic itself decides, so a sweep that runs twice, late or beside another changes
 * nothing. A topic that fails is logged and does not keep the others waiting.
 */
export const makeTopicSweep = ({ topics, change, countSupport, newEventId, log }: Deps) => {
  const next = (topic: TopicRecord, at: string): TopicRecord | undefined => {
    const facts = topicFactsOf(topic, { now: at });
    const mayHappen = (action: TopicAction) => decideTopic(action, facts, ['system']).isAllowed;
    const line = { id: newEventId(), at, who: '系统', digest: 'clock' };
    if (mayHappen('lapse')) {
      const words = `${topic.supports} 人附议，没有达到 ${topic.threshold} 人`;
      return afterAction(topic, { action: 'lapse', to: 'lapsed', line: { ...line, words } });
    }
    if (mayHappen('answerLate')) return answerIsLate(topic, line);
    return mayHappen('stepLate') ? stepIsLate(topic, line) : undefined;
  };

  const mark = async (id: TopicId, now: Date): Promise<boolean> => {
    // Support that was given in time counts, however late the stream is.
    const before = await countSupport(id, now);
    const after = await change(id, (topic) => next(topic, now.toISOString()));
    return after.events.length > before.events.length;
  };

  return async (now: Date): Promise<{ marked: number; failed: number }> => {
    const done = { marked: 0, failed: 0 };
    for (const id of await topics.listDue(now.toISOString())) {
      try {
        if (await mark(id, now)) done.marked += 1;
      } catch (error) {
        log.error('topic not swept', { id, cause: error });
        done.failed += 1;
      }
    }
    return done;
  };
};
