import * as z from 'zod/mini';
import { text } from '../contract/fields.ts';
import { voteLimits } from './limits.ts';

export const OptionId = z.string().check(z.regex(/^[a-z][a-z0-9]{0,15}$/));

const Option = z.strictObject({ id: OptionId, text: text(1, voteLimits.optionText) });
/** Money in fen. */
const Money = z.int().check(z.gte(1), z.lte(voteLimits.moneyFen));
const CostedOption = z.strictObject({ id: OptionId, text: text(1, voteLimits.optionText), costFen: Money });

const optionsOf = <S extends z.core.$ZodType<{ id: string }>>(item: S) =>
  z.array(item).check(
    z.minLength(2),
    z.maxLength(voteLimits.options),
    z.refine((options) => new Set(options.map(({ id }) => id)).size === options.length),
  );
const count = z.int().check(z.gte(1), z.lte(voteLimits.options));
const prompt = text(1, voteLimits.question);

/**
 * What is asked. `single` with exactly the options `approve` and `against` is the ordinary 表决. `min`/`max`: how many options a ballot
 * names. `seats`: how many options can win; without it every option of `multiple` that passes, and one of `scored`. `budget`: each
 * ballot gives out at most `allotment` points, and the options are paid for in their order until `budgetFen` is spent.
 */
export const Question = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('single'), text: prompt, options: optionsOf(Option) }),
  z.strictObject({
    method: z.literal('multiple'),
    text: prompt,
    options: optionsOf(Option),
    min: count,
    max: count,
    seats: z.optional(count),
  }),
  z.strictObject({ method: z.literal('ranked'), text: prompt, options: optionsOf(Option), min: count, max: count }),
  z.strictObject({
    method: z.literal('scored'),
    text: prompt,
    options: optionsOf(Option),
    maxScore: z.int().check(z.gte(1), z.lte(voteLimits.score)),
    seats: z.optional(count),
  }),
  z.strictObject({
    method: z.literal('budget'),
    text: prompt,
    options: optionsOf(CostedOption),
    allotment: z.int().check(z.gte(1), z.lte(voteLimits.allotment)),
    budgetFen: Money,
  }),
]);
export type Question = z.output<typeof Question>;

export const Method = z.enum(['single', 'multiple', 'ranked', 'scored', 'budget']);
export type Method = z.output<typeof Method>;

/** Whether it is the ordinary 表决: yes or no to one proposal. */
export const isMotion = ({ method, options }: Question): boolean =>
  method === 'single' &&
  options.length === 2 &&
  options.some(({ id }) => id === 'approve') &&
  options.some(({ id }) => id === 'against');
