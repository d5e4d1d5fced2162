import { randomBytes } from 'node:crypto';
import { type ClaimRecord, noStanding, standingAsked } from '@suishoupai/functions/households/claim-record';
import { makeOwnerKeyOf } from '@suishoupai/functions/households/owner-keys';
import type { Stores } from '@suishoupai/functions/stores';
import { demoCommunities } from '@suishoupai/local/demo/places';
import type { Owner, RollUnit } from '@suishoupai/shared/households/contract';
import { areaTotalOf, buildingsOf, headsOf } from '@suishoupai/shared/households/rules';
import { idTail, newClaimId, type PersonId } from '@suishoupai/shared/ids';
import { chinaDay } from '@suishoupai/shared/time/china';
import { inTurn } from './in-turn.ts';

export const newTail = () => idTail(Date.now(), randomBytes(10));

/** One set of owners: whoever of them votes votes for all their units. */
export type Household = { people: PersonId[]; units: RollUnit[] };

const first = demoCommunities[0]?.community;
if (first === undefined) throw new Error('the demo has no community');
/** Under no special rules of its city: what is announced here goes by the national ones. */
export const community = { ...first, settings: {} };

const unitsOfBuilding = 100;

const aUnit = (number: number, owners: Owner[]): RollUnit => {
  const building = String(1 + Math.floor(number / unitsOfBuilding));
  const room = String(101 + (number % unitsOfBuilding));
  // Never the same twice in a row, in 0.01 m².
  const area = 6000 + ((number * 137) % 7001);
  return { code: `${building}-1-${room}`, building, entrance: '1', room, area, status: 'sold', owners };
};

const isCoOwned = (index: number) => index % 50 === 7;
const hasTwoUnits = (index: number) => index % 40 === 11;

/** So many electors: most with one flat, some with two, some two people for one. */
const households = (count: number): Household[] => {
  let unit = 0;
  return Array.from({ length: count }, (_, index) => {
    const idTailOf = (number: number) => String(number).padStart(4, '0').slice(-4);
    const owners = [{ name: `业主${index}`, idTail: idTailOf(index) }];
    if (isCoOwned(index)) owners.push({ name: `共有人${index}`, idTail: idTailOf(index + 1) });
    const units = Array.from({ length: hasTwoUnits(index) ? 2 : 1 }, () => aUnit(unit++, owners));
    return { people: owners.map((): PersonId => `usr_${newTail()}`), units };
  });
};

/** A claim as it stands when community staff have approved it. */
const approved = (personId: PersonId, unit: RollUnit, owner: Owner, ownerKey: string, at: string): ClaimRecord => ({
  id: newClaimId(community.id, newTail()),
  communityId: community.id,
  personId,
  at,
  building: unit.building,
  entrance: unit.entrance,
  room: unit.room,
  code: unit.code,
  as: 'owner',
  name: owner.name,
  idTail: owner.idTail,
  photoIds: [],
  digest: unit.code,
  state: 'approved',
  version: 1,
  ownerKey,
  events: [],
});

/** The community, its staff, a roll of so many electors, and each of their people bound to it: straight into the stores. */
export const settle = async (stores: Stores, count: number, now: Date) => {
  const at = now.toISOString();
  await stores.places.putCommunity(community);
  const { id: staff } = await stores.people.admit('openid-staff', `usr_${newTail()}`, now);
  await stores.people.grant(staff, { role: 'communityStaff', communityId: community.id, label: '幸福里居委会' });

  const electors = households(count);
  const units = electors.flatMap((each) => each.units);
  const importId = `act_${newTail()}` as const;
  const key = randomBytes(32).toString('base64');
  await stores.rolls.putUnits(community.id, importId, units);
  const standing = {
    version: 1,
    units: units.length,
    areaTotal: areaTotalOf(units),
    heads: headsOf(units),
    importedAt: at,
    importedBy: '幸福里居委会',
    fileName: '名册.xlsx',
    excludedRows: [],
  };
  const line = {
    id: importId,
    version: 1,
    at,
    by: '幸福里居委会',
    personId: staff,
    digest: importId,
    importId,
    standing,
  };
  const pointer = { importId, key, standing, buildings: buildingsOf(units) };
  await stores.rolls.advance(community.id, pointer, { ...line, kind: 'import' });

  const ownerKeyOf = makeOwnerKeyOf(key);
  const keyOf = ({ units: [unit] }: Household): string => (unit === undefined ? '' : ownerKeyOf(unit));
  const bind = async ({ people, units: owned }: Household) => {
    for (const [index, personId] of people.entries()) {
      let before = noStanding;
      for (const unit of owned) {
        const owner = unit.owners[index];
        if (owner === undefined) continue;
        const claim = approved(personId, unit, owner, ownerKeyOf(unit), at);
        const after = standingAsked(before, claim, chinaDay(at));
        await stores.claims.change({ before: undefined, after: claim, standing: { before, after } });
        before = after;
      }
    }
  };
  await inTurn(electors, 16, bind);
  return { staff, electors, keyOf };
};
