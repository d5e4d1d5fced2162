import type { TopicId } from '@suishoupai/shared/ids';
import type { TopicStore } from './store.ts';

export type AnnouncedMatter = { matter: string; announcedAt: string };
export type AnnouncedMatters = (topicId: TopicId) => Promise<AnnouncedMatter[]>;

/**
 * What was announced (会前公告) for a topic that is underway, each matter once with its first notice, read consistently. Empty for a topic
 * that is not there or not underway: nothing may be put to the vote about it.
 */
export const makeAnnouncedMatters =
  ({ topics }: { topics: Pick<TopicStore, 'find'> }): AnnouncedMatters =>
  async (topicId) => {
    const topic = await topics.find(topicId);
    if (topic?.state !== 'underway') return [];
    const first = new Map<string, string>();
    for (const { matters, at } of topic.announcements) {
      for (const matter of matters) if (!first.has(matter)) first.set(matter, at);
    }
    return [...first].map(([matter, announcedAt]) => ({ matter, announcedAt }));
  };
