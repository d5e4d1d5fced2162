import * as z from 'zod/mini';
import { text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { Filing, Limit, Stage } from '../duty/contract.ts';
import { dutyLimits } from '../duty/limits.ts';
import { CommunityId, DepartmentId, GridId, StreetId } from '../ids.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
import { Jurisdiction } from '../votes/rule-set.ts';
import { RuleSettings } from '../votes/rule-settings.ts';

/** A place on earth in degrees. `gcj02` is what WeChat and Chinese maps speak, `wgs84` what browsers and GPS speak. */
export const Point = z.strictObject({
  lng: z.number().check(z.gte(-180), z.lte(180)),
  lat: z.number().check(z.gte(-90), z.lte(90)),
  datum: z.enum(['gcj02', 'wgs84']),
});
export type Point = z.output<typeof Point>;

/** GeoJSON Polygon in gcj02: first ring outside, others holes, each closed, [lng, lat]. */
export const Polygon = z.object({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(z.tuple([z.number(), z.number()])).check(z.minLength(4))).check(z.minLength(1)),
});
export type Polygon = z.output<typeof Polygon>;

export const Grid = z.object({ id: GridId, name: text(1, 20), boundary: Polygon });
export type Grid = z.output<typeof Grid>;

export const Department = z.object({
  id: DepartmentId,
  name: text(1, 20),
  phone: z.optional(text(3, 20)),
  /** Absent means `department`. `community`: the residents' committee (居委会) itself, which the negative list protects. */
  kind: z.optional(z.enum(['department', 'company', 'community'])),
});
export type Department = z.output<typeof Department>;

/** What a community may set for itself. */
export const CommunitySettings = z.object({
  /** Open tickets of the same category within this distance are offered to join. */
  duplicateMetres: z.optional(z.int().check(z.gte(5), z.lte(500))),
  /** Natural days after closing within which the reporter or a joiner may reopen. */
  reopenDays: z.optional(z.int().check(z.gte(1), z.lte(90))),
  /** Natural days after closing within which the same place and category count as a repeat. */
  repeatDays: z.optional(z.int().check(z.gte(1), z.lte(366))),
  /** How long a question to the reporter stands before the work goes on without an answer. */
  answer: z.optional(Limit),
  /** Verified residents who must support a proposal before it has to be answered. */
  topicSupports: z.optional(z.int().check(z.gte(1), z.lte(5000))),
  /** Working days within which a supported proposal is taken up or refused. */
  topicAnswerDays: z.optional(z.int().check(z.gte(1), z.lte(60))),
  /** Natural days within which a proposal collects support. */
  topicSupportDays: z.optional(z.int().check(z.gte(1), z.lte(366))),
  /** The city whose own rules for votes hold here. */
  jurisdiction: z.optional(Jurisdiction),
  /** By rule set: what the community set for itself where no law that was read says otherwise, and where it has it from. */
  voteRules: z.optional(z.record(z.string().check(z.maxLength(60)), RuleSettings)),
});
export type CommunitySettings = z.output<typeof CommunitySettings>;

export const Community = z.object({
  id: CommunityId,
  name: text(1, 20),
  street: text(1, 20),
  hotline: z.object({ phone: text(3, 20), contact: text(1, 20), hours: text(1, 30) }),
  boundary: Polygon,
  grids: z.array(Grid),
  departments: z.array(Department),
  /** The street office whose coordinators watch over it. */
  streetId: StreetId,
  /** What is absent has the product's default: `settingsOf` fills it in. */
  settings: z.optional(CommunitySettings),
});
export type Community = z.output<typeof Community>;

export const CommunityListing = z.object({
  id: CommunityId,
  name: z.string(),
  street: z.string(),
  streetId: StreetId,
});
export type CommunityListing = z.output<typeof CommunityListing>;

/** Who answers for one category: the line of the responsibility list a report is dispatched by. */
export const DutyLine = z.object({
  categoryCode: CategoryCode,
  departmentId: DepartmentId,
  supporting: z.array(DepartmentId).check(z.maxLength(dutyLimits.supporting)),
  accept: Limit,
  resolve: Limit,
  check: Limit,
  /** Milestones on the way, each later than the one before and all before `resolve`; their clocks start with that of `resolve`. */
  stages: z.optional(z.array(Stage).check(z.maxLength(dutyLimits.stages))),
  /** Absent means `byRule`. */
  filing: z.optional(Filing),
});
export type DutyLine = z.output<typeof DutyLine>;

export const placesRoutes = {
  locate: defineRoute({
    method: 'GET',
    path: '/v1/places/locate',
    summary: 'Which community and grid a point lies in',
    access: 'anyone',
    query: z.strictObject({
      lng: z.coerce.number().check(z.gte(-180), z.lte(180)),
      lat: z.coerce.number().check(z.gte(-90), z.lte(90)),
      datum: z.enum(['gcj02', 'wgs84']),
    }),
    response: z.object({
      point: Point,
      community: z.object({ id: CommunityId, name: z.string() }),
      grid: z.optional(z.object({ id: GridId, name: z.string() })),
    }),
    errors: ['place.outside'],
  }),
  getCommunity: defineRoute({
    method: 'GET',
    path: '/v1/places/communities/{communityId}',
    summary: 'A community: boundary, grids, departments, who answers for what, and what is reported most',
    access: 'anyone',
    params: z.strictObject({ communityId: CommunityId }),
    response: z.object({
      community: Community,
      duty: z.object({ version: z.int(), lines: z.array(DutyLine) }),
      /** At most ten, most reported first; a new community's own order until it has reports. */
      common: z.array(CategoryCode),
    }),
    errors: ['community.notFound'],
  }),
  listCommunities: defineRoute({
    method: 'GET',
    path: '/v1/places/communities',
    summary: 'The communities that use the service',
    access: 'anyone',
    response: z.object({ items: z.array(CommunityListing) }),
    errors: [],
  }),
};
