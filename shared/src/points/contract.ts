import * as z from 'zod/mini';
import { Cursor, Instant, pageOf } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { CommunityId, TransferId } from '../ids.ts';
import { Cause, Phase, Unit } from './transfer.ts';

/** What somebody has of one unit: all of it, what of it is held for orders, what may be spent, and what lapses first. */
export const Balance = z.object({
  posted: z.int(),
  reserved: z.int(),
  free: z.int(),
  lapsing: z.optional(z.object({ amount: z.int(), until: z.iso.date() })),
});
export type Balance = z.output<typeof Balance>;

/** One line of a person's book as they see it. `moved` is signed; a line that only holds or frees moves 0 and says `held`. */
export const Line = z.object({
  id: TransferId,
  at: Instant,
  unit: Unit,
  phase: Phase,
  moved: z.int(),
  held: z.int(),
  /** What they had after it. */
  posted: z.int(),
  reserved: z.int(),
  cause: Cause,
  rule: z.optional(z.object({ id: z.string(), version: z.int() })),
  until: z.optional(z.iso.date()),
  isUndoing: z.boolean(),
  by: z.optional(z.string()),
  reason: z.optional(z.string()),
});
export type Line = z.output<typeof Line>;

const community = z.strictObject({ communityId: CommunityId });

export const pointsRoutes = {
  getBooks: defineRoute({
    method: 'GET',
    path: '/v1/points/{communityId}/books',
    summary: 'What the person has here of points and of hours (in minutes)',
    access: 'person',
    params: community,
    response: z.object({ points: Balance, minutes: Balance }),
    errors: [],
  }),
  listLines: defineRoute({
    method: 'GET',
    path: '/v1/points/{communityId}/lines',
    summary: 'Every line of the person’s own book of one unit, newest first',
    access: 'person',
    params: community,
    query: z.strictObject({ unit: Unit, cursor: z.optional(Cursor) }),
    response: pageOf(Line),
    errors: [],
  }),
};
