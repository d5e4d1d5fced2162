import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { Objection } from '@suishoupai/shared/votes/contract';
import type { voteRoutes } from '@suishoupai/shared/votes/routes';
import { mayDo } from '@suishoupai/shared/votes/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from '../tickets/digest.ts';
import type { ObjectionRecord, ObjectionStore } from './objection-store.ts';
import type { VoteRecord } from './record.ts';
import { postOf, staffOf } from './standing.ts';
import type { Reading } from './view.ts';

type Deps = {
  reading: Pick<Reading, 'find' | 'placesOf'>;
  objections: ObjectionStore;
  places: Pick<PlacesService, 'getCommunity'>;
};
type ListQuery = RouteRequest<(typeof voteRoutes)['listObjections']>['query'];
type HeldQuery = RouteRequest<(typeof voteRoutes)['listHeldObjections']>['query'];
type JudgeRequest = Pick<RouteRequest<(typeof voteRoutes)['judgeObjection']>, 'params' | 'body'>;
type Body = RouteRequest<(typeof voteRoutes)['object']>['body'];
type AnswerRequest = Pick<RouteRequest<(typeof voteRoutes)['answerObjection']>, 'params' | 'body'>;

/** One person cannot keep a result from becoming final for ever. */
const mostOfOne = 3;
const whoOf = {
  owners: '一位业主',
  households: '一户居民',
  residents: '一位居民',
  representatives: '一位居民代表',
} as const;
const unseen = '（内容还在核对，暂不公开）';
const kept = '（内容不公开）';

const viewOf = (record: ObjectionRecord, viewer: Viewer | undefined, isStaff: boolean): Objection => {
  const { id, at, words, who, personId, safety, answer } = record;
  const isMine = personId === viewer?.personId;
  const isPublic = safety === 'pass';
  return {
    id,
    at,
    who,
    isMine,
    isPublic,
    words: isMine || isStaff || isPublic ? words : safety === 'hidden' ? kept : unseen,
    ...(answer === undefined ? {} : { answer: { words: answer.words, at: answer.at, who: answer.who } }),
  };
};

export const makeObjections = ({ reading, objections, places }: Deps) => ({
  object: async (viewer: Viewer, id: VoteRecord['id'], body: Body, now: Date): Promise<Objection> => {
    const vote = await reading.find(id);
    const isSame = ({ personId, words }: ObjectionRecord) => personId === viewer.personId && words === body.words;
    const same = (standing: ObjectionRecord) => {
      if (!isSame(standing)) throw new AppError('id.reused');
      return viewOf(standing, viewer, false);
    };
    const known = await objections.find(id, body.id);
    if (known !== undefined) return same(known);
    const at = now.toISOString();
    if (!mayDo('object', vote.state) || at >= (vote.published?.until ?? at)) throw new AppError('vote.stepNotAllowed');
    if ((await reading.placesOf(vote, viewer)).slots.length === 0) throw new AppError('vote.notYours');
    const mine = (await objections.all(id)).filter(({ personId }) => personId === viewer.personId);
    if (mine.length >= mostOfOne) throw invalidField('body.words', 'tooMany', `每人最多提 ${mostOfOne} 条异议`);
    const who = whoOf[vote.electorate];
    return same(await objections.add({ ...body, voteId: id, at, personId: viewer.personId, who, safety: 'pending' }));
  },

  list: async (viewer: Viewer | undefined, id: VoteRecord['id'], { only, cursor }: ListQuery) => {
    const vote = await reading.find(id);
    const isStaff = postOf(viewer, vote) !== undefined;
    const { items, next } = await objections.list(id, { cursor, isUnanswered: only === 'unanswered' });
    return { items: items.map((item) => viewOf(item, viewer, isStaff)), next };
  },

  /** What waits for a person to decide, with the words: they are said in public, and hold no name. */
  held: async (viewer: Viewer, { communityId, cursor }: HeldQuery, now: Date) => {
    const { streetId } = await places.getCommunity(communityId, now);
    staffOf(viewer, { communityId, streetId });
    const { items, next } = await objections.held(communityId, cursor);
    return { items: items.map(({ voteId, id, at, words }) => ({ voteId, id, at, words })), next };
  },

  judge: async (viewer: Viewer, { params, body }: JudgeRequest, now: Date): Promise<Objection> => {
    const { voteId, objectionId } = params;
    const { personId } = staffOf(viewer, await reading.find(voteId));
    const { id, ...told } = body;
    const digest = digestOf({ ...told, personId });
    const judged = { id, digest, at: now.toISOString(), personId, ...told };
    const standing = await objections.decide({ voteId, id: objectionId }, judged);
    if (standing === undefined) throw new AppError('objection.notFound');
    if (standing.judged?.id === id && standing.judged.digest !== digest) throw new AppError('id.reused');
    if (standing.judged?.id !== id) throw new AppError('vote.stepNotAllowed');
    return viewOf(standing, viewer, true);
  },

  answer: async (viewer: Viewer, { params, body }: AnswerRequest, now: Date): Promise<Objection> => {
    const vote = await reading.find(params.voteId);
    const { label: who, personId } = staffOf(viewer, vote);
    const { id, words } = body;
    const digest = digestOf({ words, personId });
    const answer = { id, digest, words, at: now.toISOString(), who, personId };
    const standing = await objections.answer(params.voteId, params.objectionId, answer);
    if (standing?.answer === undefined) throw new AppError('objection.notFound');
    if (standing.answer.id === id && standing.answer.digest !== digest) throw new AppError('id.reused');
    if (standing.answer.id !== id) throw new AppError('objection.answered');
    return viewOf(standing, viewer, true);
  },
});
