import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { CommunityId, TransferId } from '../ids.ts';
import { EarningRule } from './earning.ts';
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

/** A rule in force, and its later versions that are published already. */
export const Rule = z.object({ ...EarningRule.shape, coming: z.array(EarningRule) });
export type Rule = z.output<typeof Rule>;

/** `XXXX-XXXX-XXXX`: what a person calls their book by when they speak with the staff; nobody else knows whose it is. */
export const BookCode = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/));
export type BookCode = z.output<typeof BookCode>;

/** The first screen: what I have, what came last and why, and what I can do for more, with how much of its caps I have used. */
export const Points = z.object({
  book: BookCode,
  points: Balance,
  minutes: Balance,
  lines: z.array(Line),
  rules: z.array(z.object({ ...Rule.shape, used: z.object({ inDay: z.int(), inMonth: z.int() }) })),
});
export type Points = z.output<typeof Points>;

/** Alone in a file that the tab can have without all the others. */
export const overviewRoutes = {
  getPoints: defineRoute({
    method: 'GET',
    path: '/v1/points/{communityId}',
    summary: 'The first screen of 积分: both balances, the last lines, and what one can do for more',
    access: 'person',
    params: z.strictObject({ communityId: CommunityId }),
    response: Points,
    errors: [],
  }),
};
