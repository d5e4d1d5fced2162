import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { ActionId, TransferId } from '../ids.ts';
import { Balance, BookCode, Line, Rule } from './contract.ts';
import { EarningRule } from './earning.ts';
import { Checkpoint, TotalRow } from './open-book.ts';
import { Unit } from './transfer.ts';

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
