import type { PaperTotals } from '@suishoupai/shared/votes/contract';

export type Typed = { issued: string; returned: string; invalid: string };
export type Totals = { issued: number; returned: number; invalid: number };

/** What is typed as whole numbers; undefined while one is none. */
export const totalsOf = (typed: Typed): Totals | undefined => {
  const isWhole = (text: string) => /^\d{1,6}$/.test(text.trim());
  if (![typed.issued, typed.returned, typed.invalid].every(isWhole)) return undefined;
  return { issued: Number(typed.issued), returned: Number(typed.returned), invalid: Number(typed.invalid) };
};

/** Why the sheets do not agree with what was entered, in a sentence that says what to look for. */
export const settlingProblem = (
  typed: Typed,
  { entered, waiting, refused }: Pick<PaperTotals, 'entered' | 'waiting' | 'refused'>,
): string | undefined => {
  if (waiting > 0) return `还有 ${waiting} 张等复核`;
  const totals = totalsOf(typed);
  if (totals === undefined) return '三个数都要填';
  const { issued, returned, invalid } = totals;
  if (returned > issued) return '收回的比发出的多';
  const known = entered + refused + invalid;
  if (returned > known) return `还差 ${returned - known} 张没有录入`;
  return returned < known ? `录入的比收回的多 ${known - returned} 张` : undefined;
};
