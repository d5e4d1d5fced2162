import * as z from 'zod/mini';
import { OptionId } from './question.ts';
import { ShareTest } from './rule-set.ts';

const whole = z.int().check(z.gte(0));
const Weight = z.strictObject({ heads: whole, area: whole });

/** A test as it came out: `part` of `whole`, in heads or in 0.01 m². */
export const TestResult = z.strictObject({ ...ShareTest.shape, part: whole, whole, passed: z.boolean() });
export type TestResult = z.output<typeof TestResult>;

/** Who supports an option. `points`: the sum of what they give it; of methods without points, one each. */
export const OptionResult = z.strictObject({
  id: OptionId,
  heads: whole,
  area: whole,
  points: whole,
  tests: z.array(TestResult),
  passed: z.boolean(),
});
export type OptionResult = z.output<typeof OptionResult>;

/** A round of the instant run-off: what still stands with its heads, ballots that name none of it, who drops out. */
export const Round = z.strictObject({
  standing: z.array(z.strictObject({ id: OptionId, heads: whole })),
  exhausted: whole,
  eliminated: z.optional(OptionId),
});
export type Round = z.output<typeof Round>;

export const Outcome = z.enum(['passed', 'rejected', 'notQuorate', 'chosen', 'tied', 'none']);
export type Outcome = z.output<typeof Outcome>;

/** Areas in 0.01 m², and 0 where the rule set does not count them. `winners` best first; `tied`: who shares the last place to give. */
export const VoteResult = z.strictObject({
  eligible: Weight,
  participating: z.strictObject({ heads: whole, area: whole, online: whole, paper: whole }),
  abstained: Weight,
  tests: z.array(TestResult),
  isQuorate: z.boolean(),
  options: z.array(OptionResult),
  rounds: z.optional(z.array(Round)),
  outcome: Outcome,
  winners: z.array(OptionId),
  tied: z.array(OptionId),
});
export type VoteResult = z.output<typeof VoteResult>;
