import { PersonId, type TopicId } from '@suishoupai/shared/ids';
import { safeParse } from 'zod/mini';
import type { MarksStore } from './marks-store.ts';
import type { TopicStore } from './store.ts';

type Deps = { topics: Pick<TopicStore, 'find'>; marks: Pick<MarksStore, 'whoOf'> };

/** Who follows a topic: its proposer and everyone who supported it, each once; nobody for a topic that is not there. */
export const makeTopicAudience =
  ({ topics, marks }: Deps) =>
  async (topicId: TopicId): Promise<PersonId[]> => {
    const [topic, supporters] = await Promise.all([topics.find(topicId), marks.whoOf(topicId, 'support')]);
    if (topic === undefined) return [];
    const people = supporters.flatMap((who) => {
      const parsed = safeParse(PersonId, who);
      return parsed.success ? [parsed.data] : [];
    });
    return [...new Set([topic.proposerId, ...people])];
  };
