import * as z from 'zod/mini';
import { Instant, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, ClaimId, CommunityId } from '../ids.ts';
import { UnitCode, UnitPlace } from './contract.ts';
import { householdLimits } from './limits.ts';

/** The last day of a term in China, `YYYY-MM-DD`. */
const Until = z.iso.date();

/** One of the residents' representatives (居民代表) as staff see them. `name` is masked (`王*明`). */
export const Representative = z.object({
  id: ActionId,
  name: z.string(),
  units: z.array(UnitCode),
  until: Until,
  addedAt: Instant,
  addedBy: z.string(),
  /** False when the term is over, or the person is no verified resident here any more: then they do not vote. */
  isInForce: z.boolean(),
});
export type Representative = z.output<typeof Representative>;

/** A change of the list and the post that made it. */
export const RepresentativeChange = z.object({
  id: ActionId,
  at: Instant,
  by: z.string(),
  what: z.enum(['add', 'remove']),
  name: z.string(),
  reason: z.optional(z.string()),
});
export type RepresentativeChange = z.output<typeof RepresentativeChange>;

/** Who is on the list, and its latest changes, newest first, at most fifty. */
export const RepresentativeList = z.object({
  items: z.array(Representative),
  changes: z.array(RepresentativeChange),
});
export type RepresentativeList = z.output<typeof RepresentativeList>;

const community = z.strictObject({ communityId: CommunityId });

export const representativeRoutes = {
  countRepresentatives: defineRoute({
    method: 'GET',
    path: '/v1/households/{communityId}/representatives',
    summary: "How many residents' representatives a community has on its list today, by number and never by name",
    access: 'anyone',
    params: community,
    response: z.object({ count: z.int() }),
    errors: ['community.notFound'],
  }),
  listRepresentatives: defineRoute({
    method: 'GET',
    path: '/v1/staff/households/{communityId}/representatives',
    summary: "The list of residents' representatives with its changes; looking at it is logged",
    access: 'staff',
    params: community,
    response: RepresentativeList,
    errors: ['access.denied'],
  }),
  listCandidates: defineRoute({
    method: 'GET',
    path: '/v1/staff/households/{communityId}/residents',
    summary:
      'The verified residents of one building, names masked, to choose a representative from; looking at it is logged',
    access: 'staff',
    params: community,
    query: z.strictObject({ building: UnitPlace.shape.building }),
    response: z.object({
      items: z.array(z.object({ claimId: ClaimId, name: z.string(), units: z.array(UnitCode) })),
    }),
    errors: ['access.denied'],
  }),
  addRepresentative: defineRoute({
    method: 'POST',
    path: '/v1/staff/households/{communityId}/representatives',
    summary: 'Put a verified resident on the list of representatives until a day; votes that are open keep theirs',
    access: 'staff',
    params: community,
    body: z.strictObject({ id: ActionId, claimId: ClaimId, until: Until }),
    response: RepresentativeList,
    errors: ['access.denied', 'claim.notFound', 'representative.exists', 'representative.changed', 'id.reused'],
  }),
  removeRepresentative: defineRoute({
    method: 'POST',
    path: '/v1/staff/households/{communityId}/representatives/{representativeId}/remove',
    summary: 'Take somebody off the list with a reason; votes that are open keep theirs',
    access: 'staff',
    params: z.strictObject({ communityId: CommunityId, representativeId: ActionId }),
    body: z.strictObject({ id: ActionId, reason: text(1, householdLimits.reason) }),
    response: RepresentativeList,
    errors: ['access.denied', 'representative.notFound', 'representative.changed', 'id.reused'],
  }),
};
