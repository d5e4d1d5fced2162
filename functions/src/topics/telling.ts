import { noticesOf, type TopicFacts, type TopicNotice } from '@suishoupai/shared/topics/notices';
import type { HallChange } from './follower.ts';
import { isTopicShown, type TopicRecord } from './record.ts';
import { topicOf } from './store.ts';

const factsOf = (topic: TopicRecord): TopicFacts => ({
  ...topic,
  title: isTopicShown(topic) ? topic.title : undefined,
});

/** Word of a change of a topic to those it is for. Late or again, it says the same under the same cause. */
export const makeTopicTelling =
  ({ tell }: { tell: (notice: TopicNotice) => Promise<void> }) =>
  async ({ before, after }: HallChange): Promise<void> => {
    const topic = topicOf(after);
    if (topic === undefined) return;
    const known = topicOf(before);
    for (const notice of noticesOf({ before: known && factsOf(known), after: factsOf(topic) })) await tell(notice);
  };
