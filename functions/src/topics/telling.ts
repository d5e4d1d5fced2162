import { communityOf } from '@suishoupai/shared/ids';
import {
  noticesOf,
  noticesOfVoice,
  type TopicFacts,
  type TopicNotice,
  type VoiceFacts,
} from '@suishoupai/shared/topics/notices';
import type { HallChange } from './follower.ts';
import { isTopicShown, type TopicRecord } from './record.ts';
import { topicOf } from './store.ts';
import type { VoiceRecord } from './voice-record.ts';
import { voiceOf } from './voice-store.ts';

const factsOf = (topic: TopicRecord): TopicFacts => ({
  ...topic,
  title: isTopicShown(topic) ? topic.title : undefined,
});

const voiceFactsOf = (voice: VoiceRecord): VoiceFacts => ({ ...voice, communityId: communityOf(voice.topicId) });

/** Word of a change of a topic or of a voice to those it is for. Late or again, it says the same under the same cause. */
export const makeTopicTelling =
  ({ tell }: { tell: (notice: TopicNotice) => Promise<void> }) =>
  async ({ before, after }: HallChange): Promise<void> => {
    const voice = voiceOf(after);
    if (voice !== undefined) {
      const said = voiceOf(before);
      const notices = noticesOfVoice({ before: said && voiceFactsOf(said), after: voiceFactsOf(voice) });
      for (const notice of notices) await tell(notice);
    }
    const topic = topicOf(after);
    if (topic === undefined) return;
    const known = topicOf(before);
    for (const notice of noticesOf({ before: known && factsOf(known), after: factsOf(topic) })) await tell(notice);
  };
