import * as z from 'zod/mini';
import { Cursor, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, MediaId, TicketId, TopicId } from '../ids.ts';
import { moderationLimits } from '../moderation/contract.ts';
import { Ratings, Reaction, Stance, Topic, TopicCard, TopicKind, TopicState, Voice } from './contract.ts';
import { topicLimits } from './limits.ts';

const params = z.strictObject({ topicId: TopicId });

/** What everybody does with topics and in their discussions. */
export const topicRoutes = {
  proposeTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics',
    summary: 'Propose a topic, alone or from a ticket that many have joined; the proposer supports it',
    access: 'person',
    body: z.strictObject({
      id: TopicId,
      kind: TopicKind,
      title: text(4, topicLimits.title),
      words: text(10, topicLimits.words),
      photos: z.optional(z.array(MediaId).check(z.maxLength(topicLimits.photos))),
      ticketId: z.optional(TicketId),
    }),
    response: Topic,
    errors: [
      'community.notFound',
      'ticket.notFound',
      'media.notFound',
      'media.notReady',
      'media.refused',
      'topic.tooMany',
      'id.reused',
    ],
  }),
  listTopics: defineRoute({
    method: 'GET',
    path: '/v1/topics',
    summary: 'The topics of a community, the newest first',
    access: 'anyone',
    query: z.strictObject({
      communityId: CommunityId,
      state: z.optional(z.enum(['proposed', 'supported', 'underway', 'over'])),
      cursor: z.optional(Cursor),
    }),
    response: pageOf(TopicCard),
    errors: ['community.notFound'],
  }),
  getTopic: defineRoute({
    method: 'GET',
    path: '/v1/topics/{topicId}',
    summary:
      'A topic with its path, meetings, votes and tickets: the whole chain from photo to vote to repair to rating',
    access: 'anyone',
    params,
    response: Topic,
    errors: ['topic.notFound'],
  }),
  supportTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/support',
    summary: 'Support a proposal, once per person; at the threshold it must be taken up or refused',
    access: 'person',
    params,
    body: z.strictObject({ id: ActionId }),
    response: z.object({ supports: z.int(), threshold: z.int(), state: TopicState }),
    errors: ['topic.notFound', 'topic.stepNotAllowed', 'household.needed'],
  }),
  withdrawTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/withdraw',
    summary: 'The proposer takes a proposal back while nobody else supports it',
    access: 'person',
    params,
    body: z.strictObject({ id: ActionId }),
    response: Topic,
    errors: ['access.denied', 'topic.notFound', 'topic.stepNotAllowed', 'id.reused'],
  }),
  rateTopic: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/rate',
    summary: 'Rate what came of it (回访评估), 1 to 5 stars, once per person and changeable until it is evaluated',
    access: 'person',
    params,
    body: z.strictObject({
      id: ActionId,
      stars: z.int().check(z.gte(1), z.lte(5)),
      words: z.optional(text(1, topicLimits.note)),
    }),
    response: Ratings,
    errors: ['topic.notFound', 'topic.stepNotAllowed'],
  }),
  listVoices: defineRoute({
    method: 'GET',
    path: '/v1/topics/{topicId}/voices',
    summary: 'The discussion: first-level voices, newest first, or the replies to one, oldest first',
    access: 'anyone',
    params,
    query: z.strictObject({ replyTo: z.optional(ActionId), cursor: z.optional(Cursor) }),
    response: z.object({
      ...pageOf(Voice).shape,
      /** How many of each stance, over all that may be read. */
      stances: z.optional(z.record(Stance, z.int())),
    }),
    errors: ['topic.notFound'],
  }),
  addVoice: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/voices',
    summary: 'Say something, with a stance, or reply; others read it once it has passed the safety check',
    access: 'person',
    params,
    body: z.strictObject({
      id: ActionId,
      stance: Stance,
      text: text(1, topicLimits.comment),
      replyTo: z.optional(ActionId),
    }),
    response: Voice,
    errors: ['topic.notFound', 'topic.stepNotAllowed', 'voice.notFound', 'id.reused', 'request.tooOften'],
  }),
  reactToVoice: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/voices/{voiceId}/reaction',
    summary: 'React to a voice; one reaction per person, the last one counts, absent takes it back',
    access: 'person',
    params: z.strictObject({ topicId: TopicId, voiceId: ActionId }),
    body: z.strictObject({ id: ActionId, reaction: z.optional(Reaction) }),
    response: z.object({ reactions: z.record(Reaction, z.int()), myReaction: z.optional(Reaction) }),
    errors: ['topic.notFound', 'voice.notFound'],
  }),
  flagVoice: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/voices/{voiceId}/flag',
    summary: 'Complain of a voice; three people hide it until somebody looked',
    access: 'person',
    params: z.strictObject({ topicId: TopicId, voiceId: ActionId }),
    body: z.strictObject({
      id: ActionId,
      reason: z.enum(['abuse', 'privacy', 'falsehood', 'advertising', 'other']),
      note: z.optional(text(1, 200)),
    }),
    response: z.object({ isNoted: z.literal(true) }),
    errors: ['topic.notFound', 'voice.notFound', 'topic.stepNotAllowed', 'id.reused'],
  }),
  appealWords: defineRoute({
    method: 'POST',
    path: '/v1/topics/{topicId}/appeal',
    summary: 'Ask for words of mine that were taken down to be looked at again (申诉), once, by somebody else',
    access: 'person',
    params,
    body: z.strictObject({
      id: ActionId,
      item: z.union([ActionId, z.literal('topic')]),
      note: text(1, moderationLimits.note),
    }),
    response: z.object({ isNoted: z.literal(true) }),
    errors: ['access.denied', 'topic.notFound', 'voice.notFound', 'topic.stepNotAllowed', 'id.reused'],
  }),
};
