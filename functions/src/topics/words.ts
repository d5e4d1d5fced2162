import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { ActionId, CommunityId, TopicId } from '@suishoupai/shared/ids';
import { moderationLimits } from '@suishoupai/shared/moderation/contract';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import type { topicRoutes } from '@suishoupai/shared/topics/routes';
import type { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import type { Viewer } from '../http/handlers.ts';
import type { ModerationStore, Objection } from '../moderation/store.ts';
import { postFor } from '../people/posts.ts';
import type { PlacesService } from '../places/service.ts';
import type { ChangeTopic, ChangeVoice } from './changing.ts';
import { type Judgeable, mayJudge } from './judgement.ts';
import type { TopicReading } from './reading.ts';
import type { TopicRecord } from './record.ts';
import { isTopicStaff, topicRelationsOf } from './standing.ts';
import type { TopicStore, Waiting } from './store.ts';
import type { VoiceRecord } from './voice-record.ts';
import type { VoiceStore } from './voice-store.ts';
import type { VoiceService } from './voices.ts';

type Deps = {
  topics: Pick<TopicStore, 'find' | 'listWaiting'>;
  voices: Pick<VoiceStore, 'find' | 'listWaiting'>;
  /** Complaints lie beside the topic, as those about tickets do beside theirs. */
  topicObjections: ModerationStore;
  places: Pick<PlacesService, 'getCommunity'>;
  reading: Pick<TopicReading, 'find'>;
  findReadable: VoiceService['findReadable'];
  change: ChangeTopic;
  changeVoice: ChangeVoice;
};
type Flag = RouteRequest<(typeof topicRoutes)['flagVoice']>['body'];
type Judged = RouteRequest<(typeof topicStaffRoutes)['judgeWords']>['body'];
type Appealed = RouteRequest<(typeof topicRoutes)['appealWords']>['body'];

const isNoted = { isNoted: true as const };

/** Complaints about what people said, and what staff decide on them and on what the safety check has held. */
export const makeWordsService = (deps: Deps) => {
  const { topics, voices, topicObjections, places, reading, findReadable, change, changeVoice } = deps;

  /** Those about an item that no decision has settled yet. */
  const openObjections = async (topicId: TopicId, item: string, judged: Judgeable['judged']): Promise<Objection[]> =>
    (await topicObjections.list(topicId, item)).filter(({ at }) => at > (judged?.at ?? ''));

  const writerOf = (found: TopicRecord | VoiceRecord) => ('text' in found ? found.authorId : found.proposerId);

  const wordsOf = (words: string, title?: string) => (title === undefined ? words : `${title}\n${words}`);

  const waitingItem = async (viewer: Viewer, { topicId, item }: Waiting) => {
    const found: TopicRecord | VoiceRecord | undefined =
      item === 'topic' ? await topics.find(topicId) : await voices.find(topicId, item);
    // The list may be a moment old.
    if (found === undefined || found.safety === 'pass' || found.safety === 'hidden') return [];
    const isAppeal = found.safety === 'appealed';
    const objections = isAppeal ? [] : await openObjections(topicId, item, found.judged);
    return [
      {
        topicId,
        item,
        text: 'text' in found ? found.text : wordsOf(found.words, found.title),
        at: 'text' in found ? found.at : found.proposedAt,
        kind: isAppeal ? ('appeal' as const) : objections.length === 0 ? ('check' as const) : ('flag' as const),
        reasons: [...new Set(objections.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))],
        takenDownFor: isAppeal ? found.judged?.note : undefined,
        note: isAppeal ? found.appeal?.note : undefined,
        mayJudge: mayJudge(found, viewer.personId, writerOf(found)),
      },
    ];
  };

  return {
    flag: async (viewer: Viewer, topicId: TopicId, voiceId: ActionId, { id, reason, note }: Flag, now: Date) => {
      const topic = await reading.find(topicId);
      const { authorId } = await findReadable(topic, voiceId, viewer);
      if (authorId === viewer.personId) throw new AppError('topic.stepNotAllowed');
      const given: Objection = {
        id,
        kind: 'flag',
        item: voiceId,
        by: viewer.personId,
        reason,
        note,
        at: now.toISOString(),
      };
      const { standing } = await topicObjections.object(topicId, given);
      if (standing.id === id && (standing.reason !== reason || standing.note !== note)) throw new AppError('id.reused');
      await changeVoice(topicId, voiceId, async (voice) => {
        if (voice.safety !== 'pass' && voice.safety !== 'flagged') return undefined;
        // A decision settles what was complained of before it.
        const open = await openObjections(topicId, voiceId, voice.judged);
        const safety = open.length === 0 ? 'pass' : open.length >= moderationLimits.hidesAt ? 'held' : 'flagged';
        return safety === voice.safety ? undefined : { ...voice, safety };
      });
      return isNoted;
    },

    appeal: async (viewer: Viewer, topicId: TopicId, { id, item, note }: Appealed, now: Date) => {
      const topic = await reading.find(topicId);
      const author = item === 'topic' ? topic.proposerId : (await findReadable(topic, item, viewer)).authorId;
      if (author !== viewer.personId) throw new AppError('access.denied');
      const next = <Some extends Judgeable>(words: Some): Some | undefined => {
        const { safety, judged, appeal } = words;
        if (appeal?.id === id && appeal.note !== note) throw new AppError('id.reused');
        if (appeal?.id === id) return undefined;
        if (appeal !== undefined || safety !== 'hidden' || judged === undefined) {
          throw new AppError('topic.stepNotAllowed');
        }
        return { ...words, safety: 'appealed', appeal: { id, at: now.toISOString(), note, against: judged.by } };
      };
      if (item === 'topic') await change(topicId, next);
      else await changeVoice(topicId, item, next);
      return isNoted;
    },

    judge: async (viewer: Viewer, topicId: TopicId, { id, item, verdict, note }: Judged, now: Date) => {
      const topic = await reading.find(topicId);
      if (!isTopicStaff(topicRelationsOf(topic, viewer))) throw new AppError('access.denied');
      const judged = { id, by: viewer.personId, at: now.toISOString(), note };
      const next = <Some extends TopicRecord | VoiceRecord>(words: Some): Some | undefined => {
        if (words.judged?.id === id) return undefined;
        if (!mayJudge(words, viewer.personId, writerOf(words))) throw new AppError('access.denied');
        return { ...words, safety: verdict, judged };
      };
      if (item === 'topic') await change(topicId, next);
      else await changeVoice(topicId, item, next);
      return isNoted;
    },

    listHeld: async (viewer: Viewer, communityId: CommunityId, cursor: string | undefined, now: Date) => {
      const { streetId } = await places.getCommunity(communityId, now);
      if (postFor(viewer, { communityId, streetId }) === undefined) throw new AppError('access.denied');
      const list = `${communityId}#words`;
      const from = String(fromCursor(cursor, { fixed: { list }, open: ['place'] })?.['place'] ?? ' ');
      const found = await Promise.all([topics.listWaiting(communityId, from), voices.listWaiting(communityId, from)]);
      const sorted = found.flat().toSorted((a, b) => (a.place < b.place ? -1 : 1));
      const page = sorted.slice(0, topicLimits.heldPage);
      const last = page.at(-1);
      const items = await Promise.all(page.map((waiting) => waitingItem(viewer, waiting)));
      const isMore = last !== undefined && page.length === topicLimits.heldPage;
      return { items: items.flat(), next: isMore ? toCursor({ list, place: last.place }) : undefined };
    },
  };
};
export type WordsService = ReturnType<typeof makeWordsService>;
