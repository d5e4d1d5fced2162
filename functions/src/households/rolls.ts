import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest, RouteResult } from '@suishoupai/shared/contract/route';
import { type householdRoutes, Owner, type RollUnit } from '@suishoupai/shared/households/contract';
import { byPlace, headsOf, isSameOwner, normalName, ownerSet } from '@suishoupai/shared/households/rules';
import type { CommunityId } from '@suishoupai/shared/ids';
import type { Viewer } from '../http/handlers.ts';
import { parsePart } from '../http/input.ts';
import { type AccessLog, rollSubject } from '../people/access-log-store.ts';
import { digestOf } from '../tickets/digest.ts';
import type { ClerkOf } from './access.ts';
import type { ClaimStore } from './claim-store.ts';
import { makeOwnerKeyOf } from './owner-keys.ts';
import type { RollLine, RollPointer } from './roll-record.ts';
import type { RollStore } from './roll-store.ts';

type Deps = {
  rolls: RollStore;
  claims: Pick<ClaimStore, 'bound'>;
  clerkOf: ClerkOf;
  accessLog: Pick<AccessLog, 'note'>;
};

type TransferRequest = Pick<RouteRequest<(typeof householdRoutes)['transferUnit']>, 'params' | 'body'>;
type RollAnswer = RouteResult<(typeof householdRoutes)['getRoll']>;
type TransferLine = Extract<RollLine, { kind: 'transfer' }>;

const maxTries = 3;
const notesAtOnce = 16;

const keptOwners = (owners: readonly Owner[]): Owner[] => {
  const kept = owners.map(({ name, idTail }, index) =>
    parsePart(`body.owners.${index}`, Owner, { name: normalName(name), idTail: idTail.toUpperCase() }),
  );
  const twice = kept.findIndex((owner, index) => kept.slice(0, index).some((each) => isSameOwner(each, owner)));
  if (twice >= 0) throw invalidField(`body.owners.${twice}`, 'repeated', '同一位业主写了两遍');
  return kept;
};

/** Looking at the roll in force and changing it by a sale; importing one is `roll-import.ts`. */
export const makeRollService = ({ rolls, claims, clerkOf, accessLog }: Deps) => {
  /** The line and the pointer of a version in which one unit has other owners. */
  const sold = async (
    roll: RollPointer,
    {
      before,
      owners,
      ...line
    }: Pick<TransferLine, 'id' | 'at' | 'by' | 'personId' | 'digest' | 'reason' | 'before'> & {
      owners: Owner[];
      communityId: CommunityId;
    },
  ): Promise<{ next: RollPointer; line: TransferLine }> => {
    const { communityId, ...kept } = line;
    const unit: RollUnit = { ...before, status: 'sold', owners };
    if (ownerSet(unit) === ownerSet(before)) throw invalidField('body.owners', 'same', '业主没有变化');
    const ownerKeyOf = makeOwnerKeyOf(roll.key);
    const version = roll.standing.version + 1;
    const units = await rolls.units(communityId, roll.importId);
    const heads = headsOf(units.map((each) => (each.code === unit.code ? unit : each)));
    const transfer = {
      id: kept.id,
      communityId,
      unit,
      fromOwnerKey: ownerKeyOf(before),
      toOwnerKey: ownerKeyOf(unit),
      at: kept.at,
    };
    return {
      next: { ...roll, standing: { ...roll.standing, version, heads } },
      line: { ...kept, kind: 'transfer', version, before, transfer },
    };
  };

  return {
    get: async (viewer: Viewer, communityId: CommunityId, now: Date): Promise<RollAnswer> => {
      await clerkOf(viewer, communityId, now);
      const roll = await rolls.current(communityId);
      if (roll === undefined) return { buildings: [] };
      const bound = new Map<string, number>();
      for (const { unit } of await claims.bound(communityId)) {
        const [building = ''] = unit.split('-');
        bound.set(building, (bound.get(building) ?? 0) + 1);
      }
      return {
        standing: roll.standing,
        buildings: roll.buildings.map((each) => ({ ...each, bound: bound.get(each.building) ?? 0 })),
      };
    },

    listUnits: async (viewer: Viewer, communityId: CommunityId, building: string, now: Date) => {
      const clerk = await clerkOf(viewer, communityId, now);
      const roll = await rolls.current(communityId);
      if (roll === undefined) throw new AppError('roll.missing');
      const look = { viewer: clerk, about: building, what: 'roll' as const, at: now.toISOString() };
      const owners = (await claims.bound(communityId, { building })).filter(({ as }) => as === 'owner');
      const subjects = [rollSubject(communityId), ...new Set(owners.map(({ personId }) => personId))];
      for (let first = 0; first < subjects.length; first += notesAtOnce) {
        const some = subjects.slice(first, first + notesAtOnce);
        await Promise.all(some.map((subject) => accessLog.note({ ...look, subject })));
      }
      return { items: (await rolls.units(communityId, roll.importId, building)).toSorted(byPlace) };
    },

    transfer: async (viewer: Viewer, { params, body }: TransferRequest, now: Date): Promise<RollUnit> => {
      const { communityId, code } = params;
      const { id, reason } = body;
      const { personId, label: by } = await clerkOf(viewer, communityId, now);
      const owners = keptOwners(body.owners);
      const digest = digestOf({ code, owners, reason });
      const [building = ''] = code.split('-');
      for (let tries = 0; tries < maxTries; tries += 1) {
        const roll = await rolls.current(communityId);
        const before = roll && (await rolls.unit(communityId, roll.importId, { building, code }));
        // Looked for last: when another copy of the request was quicker, the owners are new already.
        const done = await rolls.lineOf(communityId, id);
        if (done !== undefined) {
          if (done.kind !== 'transfer' || done.digest !== digest) throw new AppError('id.reused');
          return done.transfer.unit;
        }
        if (roll === undefined) throw new AppError('roll.missing');
        if (before === undefined) throw new AppError('unit.notFound');
        const told = { id, at: now.toISOString(), by, personId, digest, reason, before, owners, communityId };
        const { next, line } = await sold(roll, told);
        if (await rolls.advance(communityId, next, line)) return line.transfer.unit;
      }
      throw new AppError('roll.changed');
    },
  };
};

export type RollService = ReturnType<typeof makeRollService>;
