import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicKindLabels, topicStateLabels } from '@suishoupai/shared/topics/labels';
import { topicNote } from '../topic-look.ts';

/** A topic as somebody would read it out. */
export const spokenOf = (topic: Topic, now: string): string =>
  [
    `${topicKindLabels[topic.kind]}：${topic.title ?? '正在审核的议题'}。${topicStateLabels[topic.state]}，${topicNote(topic, now)}。`,
    topic.refusal === undefined ? undefined : `社区没有受理，理由是：${topic.refusal}`,
    topic.words,
    topic.summary === undefined ? undefined : `协商小结：${topic.summary.words}`,
  ]
    .filter((part) => part !== undefined)
    .join('\n');
