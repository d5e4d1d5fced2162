import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { ActionId, TransferId } from '../ids.ts';
import { EarningRule } from './earning.ts';
import { Checkpoint, TotalRow } from './open-book.ts';
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

export const RuleHistory = z.object({
  items: z.array(Rule),
  /** Every version there ever was, the newest first, with who published it when. */
  versions: z.array(z.object({ ...EarningRule.shape, publishedAt: z.optional(Instant), by: z.optional(z.string()) })),
});
export type RuleHistory = z.output<typeof RuleHistory>;

/** The totals of a community by month, and what the service stands by. */
export const OpenBook = z.object({
  rows: z.array(TotalRow),
  /** What all people have together, by the last checkpoint. */
  held: z.object({ points: z.int(), minutes: z.int() }),
  checkpoints: z.array(z.object({ ...Checkpoint.shape, code: z.string() })),
  /** What the notice board shows of the key that signs. */
  fingerprint: z.optional(z.string()),
});
export type OpenBook = z.output<typeof OpenBook>;

/** `waiting`: above what one may do alone, until `until`. `lapsed`: nobody agreed in time. */
export const CorrectionState = z.enum(['waiting', 'done', 'refused', 'lapsed']);
export type CorrectionState = z.output<typeof CorrectionState>;

/** A counter-transfer by the staff, as the staff see it: the book by its code, no name. */
export const Correction = z.object({
  id: ActionId,
  book: BookCode,
  unit: Unit,
  direction: z.enum(['give', 'take']),
  amount: z.int(),
  reason: z.string(),
  /** The line that it takes back. */
  undoes: z.optional(TransferId),
  state: CorrectionState,
  at: Instant,
  by: z.string(),
  until: z.optional(Instant),
  decided: z.optional(z.object({ at: Instant, by: z.string(), reason: z.optional(z.string()) })),
  /** Whether the viewer may decide it: somebody else began it. */
  mayDecide: z.boolean(),
});
export type Correction = z.output<typeof Correction>;

/** A book as the staff see it to put a line right. */
export const StaffBook = z.object({ book: BookCode, points: Balance, minutes: Balance, lines: z.array(Line) });
export type StaffBook = z.output<typeof StaffBook>;
