import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { CommunityId, DepartmentId, EventId, GridId, TicketId } from '../ids.ts';
import { Scope } from '../people/contract.ts';
import { stepNames } from '../tickets/transitions.ts';
import { kitLimits } from './limits.ts';

/** Where work waits: what a queue is asked by, without the lists that are nobody's own. */
export const DeskName = z.union([DepartmentId, GridId, z.enum(['community', 'street'])]);
export type DeskName = z.output<typeof DeskName>;

/** What a desk often answers. Version 0: the product's own texts, nothing was written yet. */
export const Templates = z.object({ version: z.int(), texts: z.array(z.string()) });
export type Templates = z.output<typeof Templates>;

/** One thing that somebody of a desk did. */
export const ActivityLine = z.object({
  id: EventId,
  at: Instant,
  ticketId: TicketId,
  number: z.string(),
  title: z.string(),
  step: z.enum(['report', ...stepNames]),
  /** The post that acted. */
  by: z.string(),
});
export type ActivityLine = z.output<typeof ActivityLine>;

/** The desk of a street has one set of texts for all its communities: there `communityId` is the street's id. */
const desk = { communityId: Scope, desk: DeskName };

export const kitRoutes = {
  getTemplates: defineRoute({
    method: 'GET',
    path: '/v1/staff/templates',
    summary: 'The texts that a desk of one’s own often answers with',
    access: 'staff',
    query: z.strictObject(desk),
    response: Templates,
    errors: ['access.denied'],
  }),
  putTemplates: defineRoute({
    method: 'PUT',
    path: '/v1/staff/templates',
    summary: 'Replace the texts of a desk of one’s own; of two that start from the same version the second is refused',
    access: 'staff',
    body: z.strictObject({
      ...desk,
      /** The version the person saw. */
      version: z.int().check(z.gte(0)),
      texts: z.array(text(1, kitLimits.template)).check(z.maxLength(kitLimits.templates)),
    }),
    response: Templates,
    errors: ['access.denied', 'templates.changed'],
  }),
  listActivity: defineRoute({
    method: 'GET',
    path: '/v1/staff/activity',
    summary:
      'Who of a desk did what, newest first, kept for three years; the own desk, and for community staff every desk',
    access: 'staff',
    query: z.strictObject({ communityId: CommunityId, desk: DeskName, cursor: z.optional(Cursor) }),
    response: pageOf(ActivityLine),
    errors: ['access.denied', 'community.notFound'],
  }),
};
