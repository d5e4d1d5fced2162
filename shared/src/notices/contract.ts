import * as z from 'zod/mini';

export const NoticeKind = z.enum(['ticketProgress', 'ticketWaiting', 'ticketOverdue']);
export type NoticeKind = z.output<typeof NoticeKind>;

/** WeChat one-time subscription templates, by our names; ids of the templates are configuration. */
export const SubscriptionTemplate = z.enum(['ticketProgress', 'ticketWaiting']);
export type SubscriptionTemplate = z.output<typeof SubscriptionTemplate>;

/** A notice's id is its cause: when and which event. Sorts by time. */
export const NoticeId = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#(act|evt|tkt)_[0-9a-z_]{26,44}$/));
export type NoticeId = z.output<typeof NoticeId>;
