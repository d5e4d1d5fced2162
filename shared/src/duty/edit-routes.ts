import * as z from 'zod/mini';
import { Instant, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId } from '../ids.ts';
import { DutyLine } from '../places/contract.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
import { dutyLimits } from './limits.ts';
import { NegativeRule, NegativeRuleId } from './negative.ts';
import { DutyVersion } from './routes.ts';

/** What a line says besides its category. */
export const DutyTerms = z.omit(DutyLine, { categoryCode: true });
export type DutyTerms = z.output<typeof DutyTerms>;

/** null strikes the line: reports of the category then go to the community desk. */
export const DutyChange = z.strictObject({ categoryCode: CategoryCode, line: z.nullable(DutyTerms) });
export type DutyChange = z.output<typeof DutyChange>;
/** null strikes the rule. */
export const NegativeChange = z.strictObject({
  id: NegativeRuleId,
  rule: z.nullable(z.omit(NegativeRule, { id: true })),
});
export type NegativeChange = z.output<typeof NegativeChange>;

/** Apart from the reading, which is everyone's, so that what is loaded for it knows nothing of the writing. */
export const dutyEditRoutes = {
  changeDuty: defineRoute({
    method: 'POST',
    path: '/v1/places/communities/{communityId}/duty',
    summary: 'Write the next version of the responsibility list as changes to the newest one',
    access: 'staff',
    params: z.strictObject({ communityId: CommunityId }),
    body: z.strictObject({
      id: ActionId,
      /** The newest version the person saw, 0 for none; another one since refuses the change. */
      base: z.int().check(z.gte(0)),
      changes: z.array(DutyChange).check(z.maxLength(dutyLimits.changes)),
      negative: z.optional(z.array(NegativeChange).check(z.maxLength(dutyLimits.changes))),
      reason: text(1, dutyLimits.reason),
      /** Absent: at once. Never before now, nor before the version it changes. */
      effectiveFrom: z.optional(Instant),
    }),
    response: DutyVersion,
    errors: ['access.denied', 'community.notFound', 'duty.changed', 'id.reused'],
  }),
};
