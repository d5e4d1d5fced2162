import type { moderationRoutes } from '@suishoupai/shared/moderation/contract';
import type { Handlers } from '../http/handlers.ts';
import type { ModerationService } from './service.ts';

export const moderationHandlers = (moderation: ModerationService): Handlers<typeof moderationRoutes> => ({
  flag: ({ viewer, params, body, now }) => moderation.flag(viewer, params.ticketId, body, now),
  appeal: ({ viewer, params, body, now }) => moderation.appeal(viewer, params.ticketId, body, now),
  listFlags: ({ viewer, params }) => moderation.list(viewer, params.ticketId),
});
