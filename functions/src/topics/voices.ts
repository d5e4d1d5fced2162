import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { ActionId, TopicId } from '@suishoupai/shared/ids';
import { Reaction, type Voice } from '@suishoupai/shared/topics/contract';
import type { topicRoutes } from '@suishoupai/shared/topics/routes';
import { decideTopic } from '@suishoupai/shared/topics/transitions';
import { safeParse } from 'zod/mini';
import type { Viewer } from '../http/handlers.ts';
import type { TurnStore } from '../people/turn-store.ts';
import { makeTurns } from '../people/turns.ts';
import { takenDownOf } from './judgement.ts';
import { type MarksStore, reactionsTo } from './marks-store.ts';
import type { TopicReading } from './reading.ts';
import type { TopicRecord } from './record.ts';
import { authorOf, isTopicStaff, topicFactsOf, topicRelationsOf } from './standing.ts';
import { isVoiceShown, reactionCounts, type VoiceRecord } from './voice-record.ts';
import type { VoiceStore } from './voice-store.ts';

type Deps = {
  voices: Pick<VoiceStore, 'add' | 'find' | 'list' | 'stances'>;
  marks: Pick<MarksStore, 'set' | 'reactionsOf' | 'count'>;
  reading: Pick<TopicReading, 'find'>;
  turns: TurnStore;
};
type Said = RouteRequest<(typeof topicRoutes)['addVoice']>['body'];
type Reacted = RouteRequest<(typeof topicRoutes)['reactToVoice']>['body'];
type Listed = RouteRequest<(typeof topicRoutes)['listVoices']>['query'];

/** Somebody else's words as a viewer may see them. Others need not know that somebody complained. */
const voiceViewOf = (
  voice: VoiceRecord,
  { viewer, seesAll, reaction }: { viewer: Viewer | undefined; seesAll: boolean; reaction?: string | undefined },
): Voice => {
  const isMine = viewer?.personId === voice.authorId;
  const { id, at, author, stance, replyTo, safety, replies, reactions } = voice;
  const mine = safeParse(Reaction, reaction);
  return {
    id,
    at,
    author,
    stance,
    text: isMine || seesAll || isVoiceShown(voice) ? voice.text : undefined,
    replyTo,
    isMine,
    safety: !isMine && !seesAll && safety === 'flagged' ? 'pass' : safety,
    takenDown: isMine ? takenDownOf(voice) : undefined,
    replies,
    reactions: reactionCounts(reactions),
    myReaction: mine.success ? mine.data : undefined,
  };
};

/** The discussion of a topic: one level of replies, names hidden, others read it once it has passed the safety check. */
export const makeVoiceService = ({ voices, marks, reading, turns }: Deps) => {
  const { take: takeTurn } = makeTurns(turns);
  const mySide = (topic: TopicRecord, viewer: Viewer | undefined) => ({
    viewer,
    seesAll: isTopicStaff(topicRelationsOf(topic, viewer)),
  });
  const isReadable = (voice: VoiceRecord, topic: TopicRecord, viewer: Viewer | undefined): boolean =>
    isVoiceShown(voice) || voice.authorId === viewer?.personId || mySide(topic, viewer).seesAll;

  /** A voice that this viewer can see; to everybody else it is not there. */
  const findReadable = async (topic: TopicRecord, id: ActionId, viewer: Viewer | undefined): Promise<VoiceRecord> => {
    const voice = await voices.find(topic.id, id);
    if (voice === undefined || !isReadable(voice, topic, viewer)) throw new AppError('voice.notFound');
    return voice;
  };

  const mustMatch = (voice: VoiceRecord, viewer: Viewer, { stance, text, replyTo }: Said): void => {
    const isSame =
      voice.authorId === viewer.personId && voice.stance === stance && voice.text === text && voice.replyTo === replyTo;
    if (!isSame) throw new AppError('id.reused');
  };

  return {
    add: async (viewer: Viewer, topicId: TopicId, said: Said, now: Date): Promise<Voice> => {
      const topic = await reading.find(topicId);
      const { id, stance, text, replyTo } = said;
      const known = await voices.find(topicId, id);
      if (known !== undefined) {
        mustMatch(known, viewer, said);
        return voiceViewOf(known, mySide(topic, viewer));
      }
      const at = now.toISOString();
      const may = decideTopic('comment', topicFactsOf(topic, { now: at }), topicRelationsOf(topic, viewer));
      if (!may.isAllowed) throw new AppError(may.code);
      if (replyTo !== undefined) {
        const parent = await findReadable(topic, replyTo, viewer);
        if (parent.replyTo !== undefined) throw new AppError('voice.notFound');
      }
      await takeTurn('voice', viewer, now);
      const { isAdded, voice } = await voices.add({
        id,
        topicId,
        at,
        authorId: viewer.personId,
        author: authorOf(topic, viewer),
        stance,
        text,
        replyTo,
        rev: 1,
        safety: 'pending',
        replies: 0,
        reactions: reactionCounts({}),
      });
      if (!isAdded) mustMatch(voice, viewer, said);
      return voiceViewOf(voice, mySide(topic, viewer));
    },

    list: async (viewer: Viewer | undefined, topicId: TopicId, { replyTo, cursor }: Listed) => {
      const topic = await reading.find(topicId);
      const isFirst = replyTo === undefined && cursor === undefined;
      const [{ items, next }, stances] = await Promise.all([
        voices.list({ topicId, replyTo, cursor }),
        isFirst ? voices.stances(topicId) : undefined,
      ]);
      // What is hidden from this viewer leaves no gap to guess at.
      const readable = items.filter((voice) => isReadable(voice, topic, viewer));
      const ids = readable.map(({ id }) => id);
      const reactions = viewer && (await marks.reactionsOf(topicId, viewer.personId, ids));
      return {
        items: readable.map((voice) =>
          voiceViewOf(voice, { ...mySide(topic, viewer), reaction: reactions?.get(voice.id) }),
        ),
        next,
        stances,
      };
    },

    react: async (viewer: Viewer, topicId: TopicId, voiceId: ActionId, { id, reaction }: Reacted, now: Date) => {
      const topic = await reading.find(topicId);
      await findReadable(topic, voiceId, viewer);
      const tally = reactionsTo(voiceId);
      const mark = { id, at: now.toISOString(), value: reaction };
      const standing = await marks.set(topicId, tally, viewer.personId, mark);
      const mine = safeParse(Reaction, standing.value);
      return {
        reactions: reactionCounts(await marks.count(topicId, tally)),
        myReaction: mine.success ? mine.data : undefined,
      };
    },

    findReadable,
  };
};
export type VoiceService = ReturnType<typeof makeVoiceService>;
