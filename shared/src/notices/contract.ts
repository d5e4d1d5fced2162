import * as z from 'zod/mini';

export const NoticeKind = z.enum(['ticketProgress', 'ticketWaiting', 'ticketOverdue']);
export type NoticeKind = z.output<typeof NoticeKind>;

/** WeChat one-time subscription templates, by our names; ids of the templates are configuration. */
export const SubscriptionTemplate = z.enum(['ticketProgress', 'ticketWaiting']);
export type SubscriptionTemplate = z.output<typeof SubscriptionTemplate>;
