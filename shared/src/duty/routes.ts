import * as z from 'zod/mini';
import { Cursor, Instant, pageOf } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { CommunityId } from '../ids.ts';
import { Department, DutyLine } from '../places/contract.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
import { NegativeRule, NegativeRuleId } from './negative.ts';

/** The responsibility list (责任清单) with the negative list beside it, as they stood in one version. */
export const DutyList = z.object({
  version: z.int(),
  lines: z.array(DutyLine),
  negative: z.array(NegativeRule),
});
export type DutyList = z.output<typeof DutyList>;

/** Absent `before`: the line is new; absent `after`: it was struck. */
const LineChanged = z.object({
  categoryCode: CategoryCode,
  before: z.optional(DutyLine),
  after: z.optional(DutyLine),
});
export type LineChanged = z.output<typeof LineChanged>;
const RuleChanged = z.object({
  id: NegativeRuleId,
  before: z.optional(NegativeRule),
  after: z.optional(NegativeRule),
});
export type RuleChanged = z.output<typeof RuleChanged>;

/** What a version of the list says of itself. */
export const DutyVersion = z.object({
  version: z.int(),
  effectiveFrom: Instant,
  /** The post, as the public trace of tickets shows it: 「幸福里居委会」. */
  changedBy: z.string(),
  changedAt: Instant,
  reason: z.string(),
  changed: z.array(LineChanged),
  changedNegative: z.array(RuleChanged),
});
export type DutyVersion = z.output<typeof DutyVersion>;

export const DutyDocument = z.object({
  ...DutyVersion.shape,
  lines: DutyList.shape.lines,
  negative: DutyList.shape.negative,
});
export type DutyDocument = z.output<typeof DutyDocument>;

const params = z.strictObject({ communityId: CommunityId });

export const dutyRoutes = {
  getDuty: defineRoute({
    method: 'GET',
    path: '/v1/places/communities/{communityId}/duty',
    summary:
      'Who answers for what: the responsibility list and the negative list in force, and the newest one that is to come',
    access: 'anyone',
    params,
    response: z.object({
      community: z.object({ id: CommunityId, name: z.string(), departments: z.array(Department) }),
      /** Absent in a community without a list. */
      inForce: z.optional(DutyDocument),
      /** The newest version, when it is not in force yet: what the next change starts from. */
      coming: z.optional(DutyDocument),
    }),
    errors: ['community.notFound'],
  }),
  listDutyVersions: defineRoute({
    method: 'GET',
    path: '/v1/places/communities/{communityId}/duty/versions',
    summary: 'Every version of the responsibility list, newest first: when, why, by whom, and what changed',
    access: 'anyone',
    params,
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(DutyVersion),
    errors: ['community.notFound'],
  }),
};
