import * as z from 'zod/mini';
import { text } from '../contract/fields.ts';
import { Share } from './rule-set.ts';

const days = z.optional(z.int().check(z.gte(0), z.lte(366)));

/** What a community may set in a rule set, by the id of the test, with the document it has it from. `withSettings` keeps the law from it. */
export const RuleSettings = z.strictObject({
  source: text(2, 200),
  tests: z.optional(z.record(z.string(), z.strictObject({ share: Share, kind: z.enum(['atLeast', 'moreThan']) }))),
  noticeDays: days,
  publicationDays: days,
});
