import type { voteRoutes } from '@suishoupai/shared/votes/routes';
import type { Handlers } from '../http/handlers.ts';
import type { VoteService } from './service.ts';

export const voteHandlers = (service: VoteService): Handlers<typeof voteRoutes> => {
  const { reading, list, announcing, casting, paper, deciding, publishing, objections } = service;
  return {
    announceVote: async ({ viewer, body, now }) =>
      reading.view(await announcing.announce(viewer, body, now), viewer, now),
    listRuleSets: ({ query, now }) => announcing.listRuleSets(query, now),
    listVotes: ({ viewer, query, now }) => list(viewer, query, now),
    getVote: ({ viewer, params, now }) => reading.get(viewer, params.voteId, now),
    castBallot: ({ viewer, params, body, now }) => casting.cast(viewer.personId, params.voteId, body, now),
    getReceipt: ({ viewer, params, query }) => publishing.receipt(viewer.personId, params.voteId, query.slot),
    getPack: ({ params }) => publishing.pack(params.voteId),
    getOpenings: ({ viewer, params, now }) => publishing.openings(viewer, params.voteId, now),
    listHeads: ({ params }) => publishing.heads(params.voteId),
    extendVote: async ({ viewer, params, body, now }) =>
      reading.view(await deciding.extend(viewer, params.voteId, body, now), viewer, now),
    cancelVote: async ({ viewer, params, body, now }) =>
      reading.view(await deciding.cancel(viewer, params.voteId, body, now), viewer, now),
    findSlots: ({ viewer, params, query, now }) => paper.findSlots(viewer, params.voteId, query.building, now),
    enterPaper: ({ viewer, params, body, now }) => paper.enter(viewer, params.voteId, body, now),
    listPaper: ({ viewer, params, query }) => paper.list(viewer, params.voteId, query.cursor),
    decidePaper: ({ viewer, params, body, now }) => paper.decide(viewer, params, body, now),
    settlePaper: async ({ viewer, params, body, now }) =>
      reading.view(await deciding.settle(viewer, params.voteId, body, now), viewer, now),
    publishResult: async ({ viewer, params, body, now }) =>
      reading.view(await deciding.publish(viewer, params.voteId, body, now), viewer, now),
    object: ({ viewer, params, body, now }) => objections.object(viewer, params.voteId, body, now),
    listObjections: ({ viewer, params, query }) => objections.list(viewer, params.voteId, query),
    listHeldObjections: ({ viewer, query, now }) => objections.held(viewer, query, now),
    judgeObjection: ({ viewer, params, body, now }) => objections.judge(viewer, { params, body }, now),
    answerObjection: ({ viewer, params, body, now }) => objections.answer(viewer, { params, body }, now),
  };
};
