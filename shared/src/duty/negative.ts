import * as z from 'zod/mini';
import { text } from '../contract/fields.ts';
import type { Department } from '../places/contract.ts';
import type { CategoryCode } from '../taxonomy/contract.ts';

export const NegativeRuleId = z.string().check(z.regex(/^neg_[a-z0-9]{1,24}$/));
export type NegativeRuleId = z.output<typeof NegativeRuleId>;

/** One line of the negative list (负面清单): what may not be pushed onto a residents' committee, and by which rule. */
export const NegativeRule = z.object({
  id: NegativeRuleId,
  /** Categories, or classes by their three-letter prefix: `E2112`, `E03`. */
  codes: z.array(z.string().check(z.regex(/^[CE]\d{2}(\d{2})?$/))).check(z.minLength(1), z.maxLength(40)),
  /** What the committee has no authority or means for, in words a resident reads. */
  text: text(1, 120),
  /** The law or practice it rests on. */
  basis: text(1, 160),
});
export type NegativeRule = z.output<typeof NegativeRule>;

/**
 * The rule that forbids giving a ticket of this category to this department, or undefined: only a residents' committee
 * (`kind: 'community'`) is protected, departments and companies answer for what the duty list says.
 */
export const forbiddenBy = (
  rules: readonly NegativeRule[],
  categoryCode: CategoryCode,
  department: Pick<Department, 'kind'>,
): NegativeRule | undefined =>
  department.kind === 'community'
    ? rules.find(({ codes }) => codes.some((code) => categoryCode.startsWith(code)))
    : undefined;
