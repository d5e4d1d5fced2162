import { AppError } from '@suishoupai/shared/contract/errors';
import type { ActionId, TopicId } from '@suishoupai/shared/ids';
import type { TopicRecord } from './record.ts';
import type { TopicStore } from './store.ts';
import type { VoiceRecord } from './voice-record.ts';
import type { VoiceStore } from './voice-store.ts';

/** Supporters, the clock and the staff write beside each other; nobody else is many. */
const maxTries = 8;

type Next<Record> = (standing: Record) => Promise<Record | undefined> | Record | undefined;

/** Reads what stands, says what comes of it, and writes it if it still stands so; else looks again. Undefined: nothing is to be written. */
const retried = async <Record>(
  read: () => Promise<Record>,
  write: (before: Record, after: Record) => Promise<boolean>,
  next: Next<Record>,
): Promise<Record> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const before = await read();
    const after = await next(before);
    if (after === undefined) return before;
    if (await write(before, after)) return after;
  }
  throw new AppError('topic.changed');
};

/** Changes a topic as it stands at the moment of writing; `topic.notFound` when there is none. Returns the topic after. */
export const makeTopicChange =
  ({ topics }: { topics: Pick<TopicStore, 'find' | 'save'> }) =>
  (id: TopicId, next: Next<TopicRecord>): Promise<TopicRecord> =>
    retried(
      async () => {
        const topic = await topics.find(id);
        if (topic === undefined) throw new AppError('topic.notFound');
        return topic;
      },
      topics.save,
      next,
    );
export type ChangeTopic = ReturnType<typeof makeTopicChange>;

/** The same for a voice; `voice.notFound` when there is none. */
export const makeVoiceChange =
  ({ voices }: { voices: Pick<VoiceStore, 'find' | 'save'> }) =>
  (topicId: TopicId, id: ActionId, next: Next<VoiceRecord>): Promise<VoiceRecord> =>
    retried(
      async () => {
        const voice = await voices.find(topicId, id);
        if (voice === undefined) throw new AppError('voice.notFound');
        return voice;
      },
      voices.save,
      next,
    );
export type ChangeVoice = ReturnType<typeof makeVoiceChange>;
