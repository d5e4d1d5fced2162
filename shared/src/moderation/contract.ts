import * as z from 'zod/mini';
import { text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, EventId, MediaId, TicketId } from '../ids.ts';

/** Why somebody complains of words or a photo (投诉). */
export const FlagReason = z.enum(['abuse', 'privacy', 'falsehood', 'advertising', 'other']);
export type FlagReason = z.output<typeof FlagReason>;

export const flagReasonLabel: Record<FlagReason, string> = {
  abuse: '辱骂、攻击他人',
  privacy: '泄露隐私',
  falsehood: '内容不实',
  advertising: '广告或无关内容',
  other: '其他',
};

/** `hidesAt`: so many complaints of different people hide it until somebody has looked. */
export const moderationLimits = { note: 200, hidesAt: 3 } as const;

/** A photo, the words of a step, or a comment. */
const Item = z.union([MediaId, EventId]);
const params = z.strictObject({ ticketId: TicketId });

export const moderationRoutes = {
  flag: defineRoute({
    method: 'POST',
    path: '/v1/tickets/{ticketId}/flag',
    summary: 'Complain of words or a photo that others made (投诉); community staff decide. Once per person and item',
    access: 'person',
    params,
    body: z.strictObject({
      id: ActionId,
      item: Item,
      reason: FlagReason,
      note: z.optional(text(1, moderationLimits.note)),
    }),
    response: z.object({ isNoted: z.literal(true) }),
    errors: ['ticket.notFound', 'ticket.stepNotAllowed', 'id.reused'],
  }),
  appeal: defineRoute({
    method: 'POST',
    path: '/v1/tickets/{ticketId}/appeal',
    summary: 'Ask for words or a photo of mine that were taken down to be looked at again (申诉); once per item',
    access: 'person',
    params,
    body: z.strictObject({ id: ActionId, item: Item, note: text(1, moderationLimits.note) }),
    response: z.object({ isNoted: z.literal(true) }),
    errors: ['ticket.notFound', 'access.denied', 'ticket.stepNotAllowed', 'id.reused'],
  }),
  listFlags: defineRoute({
    method: 'GET',
    path: '/v1/tickets/{ticketId}/flags',
    summary: 'Complaints and appeals that wait for a decision, without who complained',
    access: 'staff',
    params,
    response: z.object({
      items: z.array(
        z.object({
          item: Item,
          /** `check`: the safety check held it, and nobody complained. */
          kind: z.enum(['check', 'flag', 'appeal']),
          count: z.int(),
          reasons: z.array(FlagReason),
          notes: z.array(z.string()),
          /** The words in question, when they are a comment. */
          text: z.optional(z.string()),
        }),
      ),
    }),
    errors: ['access.denied', 'ticket.notFound'],
  }),
};
