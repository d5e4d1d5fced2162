import type { TopicId } from '@suishoupai/shared/ids';
import type { MeetingRecord } from '../meetings/record.ts';
import type { VoteRecord } from '../votes/record.ts';
import { afterAction, type Line } from './change.ts';
import type { ChangeTopic } from './changing.ts';
import type { TopicRecord } from './record.ts';
import type { TopicStore } from './store.ts';

type Linked = {
  action: 'vote' | 'meeting';
  id: string;
  line: Pick<Line, 'at' | 'who' | 'words'>;
  /** What the card shows while it is open or to come. */
  shown: Partial<Pick<TopicRecord, 'vote' | 'meeting'>>;
};

const isComing = (state: MeetingRecord['state']) => state === 'announced' || state === 'inSession';

/**
 * Word from meetings and votes to the topic they are about: its trace names each once, its card the one that is open or next. Done again or
 * late it says the same. A topic that is not underway gets no lines.
 */
export const makeTopicLinks = ({ topics, change }: { topics: Pick<TopicStore, 'find'>; change: ChangeTopic }) => {
  const link = async (topicId: TopicId, { action, id, line, shown }: Linked): Promise<void> => {
    if ((await topics.find(topicId)) === undefined) return;
    // The line's id follows from what it is about, so that it is written once.
    const lineId = `evt_${id.slice(-26)}`;
    await change(topicId, (topic) => {
      const isKnown = topic.events.some((event) => event.id === lineId);
      const onCard = shown[action];
      const next = onCard ?? (topic[action]?.id === id ? undefined : topic[action]);
      if (isKnown) {
        return JSON.stringify(next) === JSON.stringify(topic[action]) ? undefined : { ...topic, [action]: next };
      }
      if (topic.state !== 'underway') return undefined;
      const event = { ...line, id: lineId, digest: 'link' };
      return afterAction(topic, { action, to: topic.state, line: event }, { [action]: next });
    });
  };

  return {
    vote: async (vote: VoteRecord): Promise<void> => {
      const { id, topicId, title, createdAt, createdBy, closesAt, state } = vote;
      if (topicId === undefined) return;
      const isOver = state !== 'announced' && state !== 'open';
      const line = { at: createdAt, who: createdBy.label, words: title };
      await link(topicId, {
        action: 'vote',
        id,
        line,
        shown: isOver ? {} : { vote: { id, closesAt, isOpen: state === 'open' } },
      });
    },

    /** `before` tells of topics that the meeting has dropped. */
    meeting: async (before: MeetingRecord | undefined, meeting: MeetingRecord): Promise<void> => {
      const { id, topicIds, title, announcedAt, startsAt, state } = meeting;
      const line = { at: announcedAt, who: '社区', words: title };
      for (const topicId of new Set([...topicIds, ...(before?.topicIds ?? [])])) {
        const isShown = isComing(state) && topicIds.includes(topicId);
        await link(topicId, { action: 'meeting', id, line, shown: isShown ? { meeting: { id, startsAt } } : {} });
      }
    },
  };
};
export type TopicLinks = ReturnType<typeof makeTopicLinks>;
