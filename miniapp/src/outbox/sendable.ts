import { commentRoutes } from '@suishoupai/shared/comments/contract';
import type { Route } from '@suishoupai/shared/contract/route';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import type * as z from 'zod/mini';

type Sendable = Route & { method: 'POST'; body: z.core.$ZodType<{ id: string }> };

/**
 * What may wait in the outbox: writes whose body carries an id made on the phone, so that sending one again is harmless. Names are kept on
 * phones: a name may be added, never given another meaning.
 */
export const sendable = {
  report: ticketRoutes.reportTicket,
  ...stepRoutes,
  join: ticketRoutes.joinTicket,
  comment: commentRoutes.addComment,
  support: topicRoutes.supportTopic,
  voice: topicRoutes.addVoice,
  ballot: voteRoutes.castBallot,
} as const satisfies Record<string, Sendable>;

export type Kind = keyof typeof sendable;
export const kinds = Object.keys(sendable) as Kind[];

type RouteOf<K extends Kind> = (typeof sendable)[K];
export type BodyOf<K extends Kind> = z.input<RouteOf<K>['body']>;
export type ParamsOf<K extends Kind> =
  RouteOf<K> extends { params: infer P extends z.core.$ZodType<Record<string, string>> } ? z.output<P> : undefined;
export type AnswerTo<K extends Kind> = z.output<RouteOf<K>['response']>;
