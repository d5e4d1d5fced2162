import { meetingOf } from '../meetings/store.ts';
import type { PeopleStore } from '../people/store.ts';
import type { TicketStore } from '../tickets/store.ts';
import { voteOf } from '../votes/store.ts';
import type { WeChat } from '../wechat/client.ts';
import type { ChangeTopic, ChangeVoice } from './changing.ts';
import type { CountSupport } from './counting.ts';
import type { TopicLinks } from './links.ts';
import { type MarksStore, reactionsTo, repliesTo, tallyOf, voiceOfTally } from './marks-store.ts';
import type { EnterOrder } from './ordering.ts';
import type { TopicRecord } from './record.ts';
import { topicOf } from './store.ts';
import { isVoiceShown, reactionCounts, type VoiceRecord } from './voice-record.ts';
import { type VoiceStore, voiceOf } from './voice-store.ts';

type Item = Parameters<typeof tallyOf>[0];
/** An item of the deliberations table as it stood before and after; absent when it was not there. */
export type HallChange = { before: Item | undefined; after: Item | undefined };

type Deps = {
  voices: Pick<VoiceStore, 'find'>;
  marks: Pick<MarksStore, 'set' | 'count'>;
  tickets: Pick<TicketStore, 'tieTopic'>;
  people: Pick<PeopleStore, 'find'>;
  wechat: Pick<WeChat, 'checkText'>;
  change: ChangeTopic;
  changeVoice: ChangeVoice;
  countSupport: CountSupport;
  enterOrder: EnterOrder;
  links: TopicLinks;
  now: () => Date;
};

const sameCounts = (a: Record<string, number>, b: Record<string, number>): boolean =>
  Object.keys({ ...a, ...b }).every((name) => (a[name] ?? 0) === (b[name] ?? 0));

/**
 * What follows from a change to a topic, its discussion or what people marked. Every effect looks at what stands by then, so a record that
 * comes twice, late or out of order changes nothing. Of what belongs to other parts of 议事厅 only meetings and votes reach the topic.
 */
export const makeTopicFollower = (deps: Deps) => {
  const { voices, marks, tickets, people, wechat, change, changeVoice, countSupport, enterOrder, links, now } = deps;

  const check = async (authorId: TopicRecord['proposerId'], words: string) => {
    const author = await people.find(authorId);
    return author === undefined ? 'held' : wechat.checkText(author.openid, words);
  };

  const followTopic = async (before: TopicRecord | undefined, topic: TopicRecord): Promise<void> => {
    const { id, title, words, fromTicketId } = topic;
    if (before === undefined) {
      const safety = await check(topic.proposerId, `${title}\n${words}`);
      await change(id, (standing) => (standing.safety === 'pending' ? { ...standing, safety } : undefined));
      if (fromTicketId !== undefined) await tickets.tieTopic(fromTicketId, id);
    }
    for (const order of topic.orders.slice(before?.orders.length ?? 0)) {
      await enterOrder(topic, order, now());
      await tickets.tieTopic(order.ticketId, id);
    }
  };

  const followVoice = async (before: VoiceRecord | undefined, voice: VoiceRecord): Promise<void> => {
    const { id, topicId } = voice;
    if (before === undefined && voice.safety === 'pending') {
      const safety = await check(voice.authorId, voice.text);
      await changeVoice(topicId, id, (standing) =>
        standing.safety === 'pending' ? { ...standing, safety } : undefined,
      );
      return;
    }
    if (before?.safety === voice.safety || voice.replyTo === undefined) return;
    const standing = await voices.find(topicId, id);
    if (standing?.replyTo === undefined) return;
    const { at, replyTo } = standing;
    await marks.set(topicId, repliesTo(replyTo), id, { id, at, value: isVoiceShown(standing) ? 'yes' : undefined });
  };

  return async ({ before, after }: HallChange): Promise<void> => {
    const item = after ?? before;
    const counted = item === undefined ? undefined : tallyOf(item);
    if (counted !== undefined) {
      const { topicId, tally } = counted;
      const voiceId = voiceOfTally(tally);
      if (tally === 'support') await countSupport(topicId, now());
      if (voiceId === undefined) return;
      const [reacted, replied] = await Promise.all([
        marks.count(topicId, reactionsTo(voiceId)),
        marks.count(topicId, repliesTo(voiceId)),
      ]);
      const counts = { reactions: reactionCounts(reacted), replies: replied['yes'] ?? 0 };
      await changeVoice(topicId, voiceId, (voice) =>
        voice.replies === counts.replies && sameCounts(voice.reactions, counts.reactions)
          ? undefined
          : { ...voice, ...counts },
      );
      return;
    }
    const topic = topicOf(after);
    if (topic !== undefined) return followTopic(topicOf(before), topic);
    const voice = voiceOf(after);
    if (voice !== undefined) return followVoice(voiceOf(before), voice);
    if (after === undefined) return;
    const meeting = meetingOf(after);
    if (meeting !== undefined) return links.meeting(before === undefined ? undefined : meetingOf(before), meeting);
    const vote = voteOf(after);
    if (vote !== undefined) await links.vote(vote);
  };
};
export type FollowTopics = ReturnType<typeof makeTopicFollower>;
