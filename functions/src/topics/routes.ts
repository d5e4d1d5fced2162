import type { topicRoutes } from '@suishoupai/shared/topics/routes';
import type { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import type { Handlers } from '../http/handlers.ts';
import type { TopicService } from './service.ts';

export const topicHandlers = (topics: TopicService): Handlers<typeof topicRoutes> => ({
  proposeTopic: ({ viewer, body, now }) => topics.propose(viewer, body, now),
  listTopics: ({ viewer, query, now }) => topics.list(viewer, query, now),
  getTopic: ({ viewer, params, now }) => topics.get(viewer, params.topicId, now),
  supportTopic: ({ viewer, params, body, now }) => topics.support(viewer, params.topicId, body.id, now),
  withdrawTopic: ({ viewer, params, body, now }) => topics.withdraw(viewer, params.topicId, body.id, now),
  rateTopic: ({ viewer, params, body, now }) => topics.rate(viewer, params.topicId, body, now),
  listVoices: ({ viewer, params, query }) => topics.voices.list(viewer, params.topicId, query),
  addVoice: ({ viewer, params, body, now }) => topics.voices.add(viewer, params.topicId, body, now),
  reactToVoice: ({ viewer, params: { topicId, voiceId }, body, now }) =>
    topics.voices.react(viewer, topicId, voiceId, body, now),
  flagVoice: ({ viewer, params: { topicId, voiceId }, body, now }) =>
    topics.words.flag(viewer, topicId, voiceId, body, now),
  appealWords: ({ viewer, params, body, now }) => topics.words.appeal(viewer, params.topicId, body, now),
});

export const topicStaffHandlers = (topics: TopicService): Handlers<typeof topicStaffRoutes> => ({
  takeUpTopic: ({ viewer, params, body, now }) => topics.takeUp(viewer, params.topicId, body, now),
  refuseTopic: ({ viewer, params, body, now }) => topics.refuse(viewer, params.topicId, body, now),
  planTopic: ({ viewer, params, body, now }) => topics.plan(viewer, params.topicId, body, now),
  announceTopic: ({ viewer, params, body, now }) => topics.announce(viewer, params.topicId, body, now),
  summariseTopic: ({ viewer, params, body, now }) => topics.summarise(viewer, params.topicId, body, now),
  finishStep: ({ viewer, params: { topicId, step }, body, now }) =>
    topics.finish(viewer, topicId, { ...body, step }, now),
  orderTicket: ({ viewer, params, body, now }) => topics.order(viewer, params.topicId, body, now),
  judgeWords: ({ viewer, params, body, now }) => topics.words.judge(viewer, params.topicId, body, now),
  listHeldWords: ({ viewer, params, query, now }) =>
    topics.words.listHeld(viewer, params.communityId, query.cursor, now),
});
