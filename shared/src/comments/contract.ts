import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, TicketId } from '../ids.ts';

export const commentLimits = { text: 300, pageSize: 20 } as const;

/** What a neighbour adds to a ticket. It is no step: it moves nothing. */
export const Comment = z.object({
  id: ActionId,
  at: Instant,
  /** 「居民」, 「上报人」 or the post of staff; never a private name. */
  author: z.string(),
  /** Absent while it waits for the safety check, or when it is hidden, unless it is the viewer's own. */
  text: z.optional(z.string()),
  isMine: z.boolean(),
  /** `pending` and `held` wait for the safety check, `hidden` was taken down, `flagged` and `appealed` wait for a person. */
  safety: z.enum(['pending', 'pass', 'held', 'hidden', 'flagged', 'appealed']),
});
export type Comment = z.output<typeof Comment>;

const params = z.strictObject({ ticketId: TicketId });

export const commentRoutes = {
  addComment: defineRoute({
    method: 'POST',
    path: '/v1/tickets/{ticketId}/comments',
    summary: 'Add a comment; others see it once it has passed the safety check',
    access: 'person',
    params,
    body: z.strictObject({ id: ActionId, text: text(1, commentLimits.text) }),
    response: Comment,
    errors: ['ticket.notFound', 'ticket.stepNotAllowed', 'id.reused', 'request.tooOften'],
  }),
  listComments: defineRoute({
    method: 'GET',
    path: '/v1/tickets/{ticketId}/comments',
    summary: 'Comments on a ticket, the newest first',
    access: 'anyone',
    params,
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(Comment),
    errors: ['ticket.notFound'],
  }),
};
