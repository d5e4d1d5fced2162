import { applyEdit } from '@suishoupai/shared/duty/edit';
import { DutyChange, dutyEditRoutes, NegativeChange } from '@suishoupai/shared/duty/edit-routes';
import type { DutyDocument } from '@suishoupai/shared/duty/routes';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { chinaDay } from '@suishoupai/shared/time/china';
import * as z from 'zod/mini';
import type { Duty } from '../../duty/lookup.ts';

const Body = dutyEditRoutes.changeDuty.body;
export type DutyBody = z.output<typeof Body>;

/** Changes in the making, of one person in one community; `sent` once they are on their way, until they are answered. */
export const Draft = z.object({
  communityId: z.string(),
  personId: z.string(),
  changes: z.array(DutyChange),
  negative: z.array(NegativeChange),
  reason: z.string(),
  /** `YYYY-MM-DD` in China; absent: at once. */
  day: z.optional(z.string()),
  sent: z.optional(Body),
});
export type Draft = z.output<typeof Draft>;

export const blankDraft = (communityId: string, personId: string): Draft => ({
  communityId,
  personId,
  changes: [],
  negative: [],
  reason: '',
});

/** The version that changes start from: the newest, be it in force or to come. */
export const newestOf = ({ inForce, coming }: Duty): DutyDocument | undefined => coming ?? inForce;

export const withChange = (draft: Draft, change: DutyChange): Draft => ({
  ...draft,
  changes: [...draft.changes.filter(({ categoryCode }) => categoryCode !== change.categoryCode), change],
});

export const withoutChange = (draft: Draft, code: CategoryCode): Draft => ({
  ...draft,
  changes: draft.changes.filter(({ categoryCode }) => categoryCode !== code),
});

export const withRule = (draft: Draft, change: NegativeChange): Draft => ({
  ...draft,
  negative: [...draft.negative.filter(({ id }) => id !== change.id), change],
});

export const withoutRule = (draft: Draft, id: NegativeChange['id']): Draft => ({
  ...draft,
  negative: draft.negative.filter((change) => change.id !== id),
});

/** What would stand after the draft, and what it changes; what others changed likewise in the meantime is no change any more. */
export const outcomeOf = ({ changes, negative }: Draft, newest: DutyDocument | undefined) =>
  applyEdit({ lines: newest?.lines ?? [], negative: newest?.negative ?? [] }, { changes, negative });

export type Outcome = ReturnType<typeof outcomeOf>;

export const countOf = ({ changed, changedNegative }: Outcome): number => changed.length + changedNegative.length;

const startOf = (day: string): string => new Date(Date.parse(`${day}T00:00:00.000+08:00`)).toISOString();

/** The first day that may be chosen; undefined when it may hold at once. */
export const earliestDay = (newest: DutyDocument | undefined, now: string): string | undefined =>
  newest !== undefined && newest.effectiveFrom > now ? chinaDay(newest.effectiveFrom) : undefined;

/** From when the draft would hold: a day that has come by now means at once, as if none were chosen. */
export const effectiveFromOf = (day: string | undefined, newest: DutyDocument | undefined, now: string) => {
  const earliest = earliestDay(newest, now);
  const chosen = earliest !== undefined && (day === undefined || day < earliest) ? earliest : day;
  if (chosen === undefined || startOf(chosen) <= now) return undefined;
  const from = startOf(chosen);
  return newest !== undefined && from < newest.effectiveFrom ? newest.effectiveFrom : from;
};

/** The request of a draft. Throws ZodError when a rule of its form is broken; the page asks for what is missing before. */
export const bodyOf = (
  draft: Draft,
  newest: DutyDocument | undefined,
  { id, now }: { id: string; now: string },
): DutyBody => {
  const effectiveFrom = effectiveFromOf(draft.day, newest, now);
  const { changed, changedNegative } = outcomeOf(draft, newest);
  const negative = draft.negative.filter((change) => changedNegative.some((each) => each.id === change.id));
  return z.parse(Body, {
    id,
    base: newest?.version ?? 0,
    changes: draft.changes.filter((change) => changed.some((each) => each.categoryCode === change.categoryCode)),
    ...(negative.length === 0 ? {} : { negative }),
    reason: draft.reason,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
  });
};
