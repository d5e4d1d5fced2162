import type { RollUnit } from '@suishoupai/shared/households/contract';
import { aUnit } from '@suishoupai/shared/households/households.builder';
import { areaTotalOf, buildingsOf, headsOf, unitCode } from '@suishoupai/shared/households/rules';
import { type ClaimId, newClaimId } from '@suishoupai/shared/ids';
import { anActionId, aPersonId, tail } from '../../test/builders.ts';
import { type ClaimRecord, noStanding, standingAsked } from './claim-record.ts';
import type { ClaimChange } from './claim-store.ts';
import type { RollLine, RollPointer } from './roll-record.ts';

export { aUnit };
export const aClaimId = (communityId = 'xfl'): ClaimId => newClaimId(communityId, tail());

const at = '2026-11-16T02:00:00.000Z';

export const aClaim = (overrides: Partial<ClaimRecord> = {}): ClaimRecord => {
  const place = { building: '3', entrance: '1', room: '501', ...overrides };
  return {
    id: aClaimId(),
    communityId: 'xfl',
    personId: aPersonId(),
    at,
    building: '3',
    entrance: '1',
    room: '501',
    code: unitCode(place),
    as: 'owner',
    name: '王小明',
    idTail: '1234',
    photoIds: [],
    digest: 'first',
    state: 'waiting',
    version: 1,
    events: [],
    ...overrides,
  };
};

/** A new claim of somebody who has none. */
export const opened = (claim: ClaimRecord): ClaimChange => ({
  before: undefined,
  after: claim,
  standing: { before: noStanding, after: standingAsked(noStanding, claim, '2026-11-16') },
});

/** An import of these units as the given version, ready to be put in force. */
export const anImport = (
  version: number,
  units: readonly RollUnit[],
): { importId: string; pointer: RollPointer; line: RollLine } => {
  const id = anActionId();
  const importId = `${id}.first`;
  const standing = {
    version,
    units: units.length,
    areaTotal: areaTotalOf(units),
    heads: headsOf(units),
    importedAt: at,
    importedBy: '幸福里居委会',
    fileName: '名册.xlsx',
    excludedRows: [],
  };
  const line = { version, id, at, by: '幸福里居委会', personId: aPersonId(), digest: 'first', importId, standing };
  return {
    importId,
    pointer: { importId, key: 'a2V5', standing, buildings: buildingsOf(units) },
    line: { ...line, kind: 'import' },
  };
};

/** The sale of a unit on top of a roll. */
export const aSale = (
  { importId, pointer }: { importId: string; pointer: RollPointer },
  before: RollUnit,
  after: RollUnit,
): { importId: string; pointer: RollPointer; line: RollLine } => {
  const id = anActionId();
  const version = pointer.standing.version + 1;
  const transfer = { id, communityId: 'xfl', unit: after, fromOwnerKey: 'own_a', toOwnerKey: 'own_b', at };
  const line = { version, id, at, by: '幸福里居委会', personId: aPersonId(), digest: 'sale', reason: '已过户', before };
  return {
    importId,
    pointer: { ...pointer, standing: { ...pointer.standing, version } },
    line: { ...line, kind: 'transfer', transfer },
  };
};
