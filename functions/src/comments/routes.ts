import type { commentRoutes } from '@suishoupai/shared/comments/contract';
import type { Handlers } from '../http/handlers.ts';
import type { CommentService } from './service.ts';

export const commentHandlers = (comments: CommentService): Handlers<typeof commentRoutes> => ({
  addComment: ({ viewer, params, body, now }) => comments.add(viewer, params.ticketId, body, now),
  listComments: ({ viewer, params, query }) => comments.list(viewer, params.ticketId, query.cursor),
});
