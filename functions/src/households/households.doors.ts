import { householdRoutes, type RollUnit, rollFileRoutes } from '@suishoupai/shared/households/contract';
import { printRollRows } from '@suishoupai/shared/households/roll-rows';
import { type aMediaId, anActionId } from '../../test/builders.ts';
import { community, type Person, type Service } from '../../test/service.ts';
import { aClaimId, aUnit } from './households.builder.ts';

export const wang = { name: '王小明', idTail: '1234' };
export const li = { name: '李小红', idTail: '567X' };
export const zhao = { name: '赵一', idTail: '0001' };
export const units: RollUnit[] = [
  aUnit({ room: '501', area: 8950, owners: [wang, li] }),
  aUnit({ room: '502', area: 10200, owners: [li, wang] }),
  aUnit({ room: '503', area: 7635, owners: [zhao] }),
  aUnit({ building: '5', entrance: '', room: '101', area: 6000, status: 'unsold', owners: [] }),
];
export const csvOf = (rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((row) => row.join(',')).join('\n')).toString('base64');
export const rollOf = (of: readonly RollUnit[]) => csvOf(printRollRows(of));

export const params = { communityId: 'xfl' };
export const place = { building: '3', entrance: '1', room: '501' };

/** A member of the community's staff and a resident, and what they say through the front door. */
export const householdDoors = async (service: Service) => {
  const staff = await service.signIn('staff', community);
  const resident = await service.signIn('resident');

  const importing = (
    content: string,
    given: { id?: string; replaces?: number; exclude?: number[]; by?: Person } = {},
  ) =>
    service.call(rollFileRoutes.importRoll, {
      token: (given.by ?? staff).token,
      params,
      body: {
        id: (given.id ?? anActionId()) as ReturnType<typeof anActionId>,
        fileName: '名册.csv',
        content,
        exclude: given.exclude ?? [],
        replaces: given.replaces ?? 0,
      },
    });
  const preview = (content: string, by = staff) =>
    service.call(rollFileRoutes.previewRoll, { token: by.token, params, body: { fileName: '名册.csv', content } });
  const getRoll = (by = staff) => service.call(householdRoutes.getRoll, { token: by.token, params });
  type Asked = Partial<{
    id: ReturnType<typeof aClaimId>;
    as: 'owner' | 'member';
    name: string;
    idTail: string;
    room: string;
  }>;
  const ask = (given: Asked & { photos?: ReturnType<typeof aMediaId>[] } = {}, by = resident) =>
    service.call(householdRoutes.claimHousehold, {
      token: by.token,
      body: { id: aClaimId(), ...place, as: 'owner', ...wang, ...given },
    });
  const decide = (claimId: string, how: 'approve' | 'refuse' | 'end', given: { id?: string; by?: Person } = {}) => {
    const id = (given.id ?? anActionId()) as ReturnType<typeof anActionId>;
    return service.call(householdRoutes.decideClaim, {
      token: (given.by ?? staff).token,
      params: { claimId },
      body: how === 'approve' ? { id, decision: how } : { id, decision: how, reason: '对不上' },
    });
  };
  const withdraw = (claimId: string, by = resident, id = anActionId()) =>
    service.call(householdRoutes.withdrawClaim, { token: by.token, params: { claimId }, body: { id } });
  const mine = async (by = resident) =>
    (await service.call(householdRoutes.listMyHouseholds, { token: by.token })).body.items;
  const waiting = (by = staff) => service.call(householdRoutes.listClaims, { token: by.token, params, query: {} });
  const transfer = (code: string, owners: (typeof wang)[], id = anActionId(), by = staff) =>
    service.call(householdRoutes.transferUnit, {
      token: by.token,
      params: { ...params, code },
      body: { id, owners, reason: '已过户' },
    });

  return { staff, resident, importing, preview, getRoll, ask, decide, withdraw, mine, waiting, transfer };
};

export type HouseholdDoors = Awaited<ReturnType<typeof householdDoors>>;

/** Status and code of a refusal. */
export const codeOf = (answer: { status: number; error: { code: string } }) => [answer.status, answer.error.code];
