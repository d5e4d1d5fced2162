import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, ClaimId, CommunityId, MediaId } from '../ids.ts';
import { householdLimits } from './limits.ts';
import { claimStates } from './transitions.ts';

const part = (max: number) => z.string().check(z.trim(), z.maxLength(max), z.regex(/^[0-9A-Za-z\u4e00-\u9fa5]*$/));

/** A unit (专有部分) as people say it: building, entrance (单元; may be empty) and room. */
export const UnitPlace = z.object({
  building: part(householdLimits.building).check(z.minLength(1)),
  entrance: part(householdLimits.entrance),
  room: part(householdLimits.room).check(z.minLength(1)),
});
export type UnitPlace = z.output<typeof UnitPlace>;

/** `building-entrance-room`: the natural key of a unit within its community. */
export const UnitCode = z
  .string()
  .check(z.maxLength(40), z.regex(/^[0-9A-Za-z\u4e00-\u9fa5]+-[0-9A-Za-z\u4e00-\u9fa5]*-[0-9A-Za-z\u4e00-\u9fa5]+$/));
export type UnitCode = z.output<typeof UnitCode>;

/** An owner as the roll names them. The last four characters of the certificate (of a company: of its credit code) tell people of one name apart. */
export const Owner = z.object({
  name: text(1, householdLimits.ownerName),
  idTail: z.string().check(z.regex(/^[0-9A-Za-z]{4}$/)),
});
export type Owner = z.output<typeof Owner>;

/** `sold`: has owners. `unsold` and `undelivered`: still the developer's (建设单位), counted as one head together. */
export const UnitStatus = z.enum(['sold', 'unsold', 'undelivered']);
export type UnitStatus = z.output<typeof UnitStatus>;

/** A line of the roll (业主名册). `area` is the exclusive area in 0.01 m². */
export const RollUnit = z.object({
  code: UnitCode,
  ...UnitPlace.shape,
  area: z.int().check(z.gte(1), z.lte(householdLimits.area)),
  status: UnitStatus,
  owners: z.array(Owner).check(z.maxLength(householdLimits.owners)),
});
export type RollUnit = z.output<typeof RollUnit>;

/** What is wrong with a row of an imported file. `row` counts as the file does: the header is row 1. */
export const RowProblem = z.object({ row: z.int(), column: z.string(), message: z.string() });
export type RowProblem = z.output<typeof RowProblem>;

/** The roll in force. `areaTotal` in 0.01 m²; `heads` as the owners' assembly counts them. */
export const RollStanding = z.object({
  version: z.int(),
  units: z.int(),
  areaTotal: z.int(),
  heads: z.int(),
  importedAt: Instant,
  importedBy: z.string(),
  fileName: z.string(),
  excludedRows: z.array(z.int()),
});
export type RollStanding = z.output<typeof RollStanding>;

export const BindingKind = z.enum(['owner', 'member']);
export type BindingKind = z.output<typeof BindingKind>;

/** A request to be bound to a household, as the person who made it sees it. */
export const Claim = z.object({
  id: ClaimId,
  communityId: CommunityId,
  at: Instant,
  ...UnitPlace.shape,
  as: BindingKind,
  state: z.enum(claimStates),
  /** Why it was refused or ended. */
  reason: z.optional(z.string()),
  decidedAt: z.optional(Instant),
});
export type Claim = z.output<typeof Claim>;

/** The same on the desk of community staff, with what the roll says. Looking at it is logged. */
export const ClaimForStaff = z.object({
  ...Claim.shape,
  name: z.string(),
  idTail: z.optional(z.string()),
  phone: z.optional(z.string()),
  photos: z.array(z.object({ id: MediaId, url: z.string() })),
  /** Absent: the roll has no such unit. Owners are masked (王*明 · 尾号 1234 shown as ***4) unless they are the one claimed. */
  unit: z.optional(
    z.object({
      code: UnitCode,
      area: z.int(),
      status: UnitStatus,
      owners: z.array(z.object({ masked: z.string(), isClaimed: z.boolean() })),
      /** How many people are bound to it already. */
      bound: z.int(),
    }),
  ),
});
export type ClaimForStaff = z.output<typeof ClaimForStaff>;

const RollFile = {
  fileName: text(1, 120),
  /** The file itself in base 64: CSV (UTF-8 or GB 18030) or XLSX. */
  content: z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(Math.ceil(householdLimits.fileBytes / 3) * 4),
      z.regex(/^[A-Za-z0-9+/]+={0,2}$/),
    ),
};

const community = z.strictObject({ communityId: CommunityId });

export const householdRoutes = {
  claimHousehold: defineRoute({
    method: 'POST',
    path: '/v1/households/claims',
    summary: 'Ask to be bound to a household as owner or member; community staff compare it with the roll',
    access: 'person',
    body: z.strictObject({
      id: ClaimId,
      building: UnitPlace.shape.building,
      entrance: UnitPlace.shape.entrance,
      room: UnitPlace.shape.room,
      as: BindingKind,
      name: text(1, householdLimits.ownerName),
      /** Owners bring it; it tells people of one name apart. */
      idTail: z.optional(Owner.shape.idTail),
      phone: z.optional(z.string().check(z.regex(/^1\d{10}$/))),
      photos: z.optional(z.array(MediaId).check(z.maxLength(householdLimits.photos))),
    }),
    response: Claim,
    errors: [
      'community.notFound',
      'media.notFound',
      'media.notReady',
      'media.refused',
      'claim.exists',
      'claim.tooMany',
      'id.reused',
    ],
  }),
  listMyHouseholds: defineRoute({
    method: 'GET',
    path: '/v1/households/mine',
    summary: 'My requests and bindings, newest first, at most twenty',
    access: 'person',
    response: z.object({ items: z.array(Claim) }),
    errors: [],
  }),
  withdrawClaim: defineRoute({
    method: 'POST',
    path: '/v1/households/claims/{claimId}/withdraw',
    summary: 'Take a request back, or end my binding',
    access: 'person',
    params: z.strictObject({ claimId: ClaimId }),
    body: z.strictObject({ id: ActionId }),
    response: Claim,
    errors: ['claim.notFound', 'claim.decided', 'id.reused'],
  }),
  listClaims: defineRoute({
    method: 'GET',
    path: '/v1/staff/households/{communityId}/claims',
    summary: 'Requests that wait for a decision, the longest waiting first',
    access: 'staff',
    params: community,
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(ClaimForStaff),
    errors: ['access.denied'],
  }),
  decideClaim: defineRoute({
    method: 'POST',
    path: '/v1/staff/households/claims/{claimId}/decide',
    summary: 'Approve a request against the roll, or refuse it with a reason',
    access: 'staff',
    params: z.strictObject({ claimId: ClaimId }),
    body: z.discriminatedUnion('decision', [
      z.strictObject({ id: ActionId, decision: z.literal('approve') }),
      z.strictObject({ id: ActionId, decision: z.literal('refuse'), reason: text(1, householdLimits.reason) }),
      /** Ends an approved binding: moved out, sold, or found to be wrong. */
      z.strictObject({ id: ActionId, decision: z.literal('end'), reason: text(1, householdLimits.reason) }),
    ]),
    response: Claim,
    errors: ['access.denied', 'claim.notFound', 'claim.decided', 'claim.notOnRoll', 'id.reused'],
  }),
  getRoll: defineRoute({
    method: 'GET',
    path: '/v1/staff/households/{communityId}/roll',
    summary: 'The roll in force, and by building; absent until one was imported',
    access: 'staff',
    params: community,
    response: z.object({
      standing: z.optional(RollStanding),
      buildings: z.array(z.object({ building: z.string(), units: z.int(), area: z.int(), bound: z.int() })),
    }),
    errors: ['access.denied'],
  }),
  listUnits: defineRoute({
    method: 'GET',
    path: '/v1/staff/households/{communityId}/units',
    summary: 'The units of one building with their owners; looking at it is logged',
    access: 'staff',
    params: community,
    query: z.strictObject({ building: UnitPlace.shape.building }),
    response: z.object({ items: z.array(RollUnit) }),
    errors: ['access.denied', 'roll.missing'],
  }),
  transferUnit: defineRoute({
    method: 'POST',
    path: '/v1/staff/households/{communityId}/units/{code}/transfer',
    summary:
      'Record a sale: new owners of a unit. In open votes a cast ballot of the seller stands, otherwise the buyer votes',
    access: 'staff',
    params: z.strictObject({ communityId: CommunityId, code: UnitCode }),
    body: z.strictObject({
      id: ActionId,
      owners: z.array(Owner).check(z.minLength(1), z.maxLength(householdLimits.owners)),
      reason: text(1, householdLimits.reason),
    }),
    response: RollUnit,
    errors: ['access.denied', 'roll.missing', 'roll.changed', 'unit.notFound', 'id.reused'],
  }),
};

/** Files are read by a function of its own. */
export const rollFileRoutes = {
  previewRoll: defineRoute({
    method: 'POST',
    path: '/v1/staff/households/{communityId}/roll/preview',
    summary: 'Read a roll file and say what is wrong with each row; nothing is written',
    access: 'staff',
    params: community,
    body: z.strictObject(RollFile),
    response: z.object({
      rows: z.int(),
      good: z.int(),
      /** At most 200; `problemRows` has every bad row. */
      problems: z.array(RowProblem),
      problemRows: z.array(z.int()),
      /** The first few good rows as they were understood. */
      sample: z.array(RollUnit),
      areaTotal: z.int(),
      heads: z.int(),
      /** Against the roll in force, counted by unit. */
      changes: z.object({ added: z.int(), changed: z.int(), removed: z.int() }),
    }),
    errors: ['access.denied', 'roll.unreadable'],
    maxBodyBytes: 3 * 1024 * 1024,
  }),
  importRoll: defineRoute({
    method: 'POST',
    path: '/v1/staff/households/{communityId}/roll/import',
    summary: 'Put a roll file in force; refused while a row is bad that was not excluded by hand',
    access: 'staff',
    params: community,
    body: z.strictObject({
      id: ActionId,
      ...RollFile,
      exclude: z.array(z.int().check(z.gte(2))).check(z.maxLength(householdLimits.units)),
      /** The version that was in force when the preview was made; 0 for none. */
      replaces: z.int().check(z.gte(0)),
    }),
    response: RollStanding,
    errors: ['access.denied', 'roll.unreadable', 'roll.problems', 'roll.changed', 'id.reused'],
    maxBodyBytes: 3 * 1024 * 1024,
  }),
};
