import { Instant } from '@suishoupai/shared/contract/fields';
import { BindingKind, type Claim, Owner, UnitCode, UnitPlace } from '@suishoupai/shared/households/contract';
import { claimStates, isOpenClaim } from '@suishoupai/shared/households/transitions';
import { ClaimId, CommunityId, EventId, MediaId, PersonId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import type { Binding } from './bindings.ts';

const ClaimEvent = z.object({
  id: EventId,
  step: z.enum(['approve', 'refuse', 'withdraw', 'end', 'rebind']),
  at: Instant,
  /** The post of who decided, or whose word it was. */
  by: z.string(),
  personId: z.optional(PersonId),
  reason: z.optional(z.string()),
});
export type ClaimEvent = z.output<typeof ClaimEvent>;

/** A request to be bound to a household with all that was said and done about it; only community staff read the names. */
export const ClaimRecord = z.object({
  id: ClaimId,
  communityId: CommunityId,
  personId: PersonId,
  at: Instant,
  ...UnitPlace.shape,
  code: UnitCode,
  as: BindingKind,
  name: z.string(),
  idTail: z.optional(Owner.shape.idTail),
  phone: z.optional(z.string()),
  photoIds: z.array(MediaId),
  digest: z.string(),
  state: z.enum(claimStates),
  version: z.int(),
  ownerKey: z.optional(z.string()),
  events: z.array(ClaimEvent),
});
export type ClaimRecord = z.output<typeof ClaimRecord>;

const OpenClaim = z.object({
  claimId: ClaimId,
  unit: UnitCode,
  as: BindingKind,
  state: z.enum(['waiting', 'approved']),
  ownerKey: z.optional(z.string()),
});

/**
 * How a person stood by the roll until another was imported: as an owner in a unit, under the key of its owners then. A vote that was opened
 * before goes on by the roll it has frozen.
 */
export const FormerBinding = z.object({ unit: UnitCode, ownerKey: z.string(), until: Instant });
export type FormerBinding = z.output<typeof FormerBinding>;
/** More votes than are open at a time. */
const mostFormer = 20;

/** How a person stands in one community: what is asked for or in force, and how often they asked on the last day they did. */
export const PersonStanding = z.object({
  version: z.int(),
  open: z.array(OpenClaim),
  former: z.optional(z.array(FormerBinding)),
  day: z.string(),
  asked: z.int(),
});
export type PersonStanding = z.output<typeof PersonStanding>;

export const noStanding: PersonStanding = { version: 0, open: [], day: '', asked: 0 };

/** The standing after a claim has become what it is. */
export const standingWith = (before: PersonStanding, claim: ClaimRecord): PersonStanding => {
  const others = before.open.filter(({ claimId }) => claimId !== claim.id);
  const { id: claimId, code: unit, as, state, ownerKey } = claim;
  const open = isOpenClaim(state)
    ? [...others, { claimId, unit, as, state, ...(ownerKey === undefined ? {} : { ownerKey }) }]
    : others;
  return { ...before, version: before.version + 1, open };
};

/** The same, which keeps under which key the person was bound by the roll that was replaced. */
export const standingAfterImport = (before: PersonStanding, claim: ClaimRecord, until: string): PersonStanding => {
  const bound = before.open.find(({ claimId }) => claimId === claim.id);
  const after = standingWith(before, claim);
  if (bound?.ownerKey === undefined) return after;
  const former = [...(before.former ?? []), { unit: bound.unit, ownerKey: bound.ownerKey, until }];
  return { ...after, former: former.slice(-mostFormer) };
};

/** The same, a new request counted on its day. */
export const standingAsked = (before: PersonStanding, claim: ClaimRecord, day: string): PersonStanding => ({
  ...standingWith(before, claim),
  day,
  asked: before.day === day ? before.asked + 1 : 1,
});

/** What a person was bound by at some time, if that is not what they are bound by now. */
export const formerIn = (
  { former = [] }: Pick<PersonStanding, 'former'>,
  at: string,
): Pick<FormerBinding, 'unit' | 'ownerKey'>[] =>
  former.filter(({ until }) => at < until).map(({ unit, ownerKey }) => ({ unit, ownerKey }));

export const bindingsIn = (communityId: CommunityId, { open }: PersonStanding): Binding[] =>
  open.flatMap(({ state, ...binding }) => (state === 'approved' ? [{ ...binding, communityId }] : []));

/** As the person who made it sees it: nothing in it tells what the roll says. */
export const claimViewOf = (claim: ClaimRecord): Claim => {
  const { id, communityId, at, building, entrance, room, as, state, events } = claim;
  const decided = events.findLast(({ step }) => step !== 'rebind');
  return {
    id,
    communityId,
    at,
    building,
    entrance,
    room,
    as,
    state,
    ...(decided?.reason === undefined ? {} : { reason: decided.reason }),
    ...(decided === undefined ? {} : { decidedAt: decided.at }),
  };
};
