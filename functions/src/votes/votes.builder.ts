import type { RouteInput } from '@suishoupai/shared/contract/route';
import { householdRoutes, type Owner, type RollUnit } from '@suishoupai/shared/households/contract';
import { newClaimId, newVoteId } from '@suishoupai/shared/ids';
import type { MySlot, Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { anActionId, tail } from '../../test/builders.ts';
import { community, coordinator, type Person, type Service } from '../../test/service.ts';

export const opensAt = '2026-12-01T02:00:00.000Z';
export const closesAt = '2026-12-10T02:00:00.000Z';
/** When whoever could still write has written. */
export const closedAt = '2026-12-10T02:00:20.000Z';

export const owners = {
  wang: { name: '王建国', idTail: '1111' },
  li: { name: '李梅', idTail: '2222' },
  zhao: { name: '赵强', idTail: '3333' },
  chen: { name: '陈静', idTail: '4444' },
  zhou: { name: '周海', idTail: '5555' },
  sun: { name: '孙立', idTail: '6666' },
} satisfies Record<string, Owner>;

const aUnit = (code: string, area: number, ...of: Owner[]): RollUnit => {
  const [building = '', entrance = '', room = ''] = code.split('-');
  return { code, building, entrance, room, area, status: of.length === 0 ? 'unsold' : 'sold', owners: of };
};

/** Five heads: 王 with two flats, 李 and 赵 together, 陈, 周, and the developer. */
export const aRoll: RollUnit[] = [
  aUnit('1-1-101', 9000, owners.wang),
  aUnit('1-1-102', 11000, owners.wang),
  aUnit('1-1-201', 10000, owners.li, owners.zhao),
  aUnit('2-1-101', 8050, owners.chen),
  aUnit('2-1-102', 12001, owners.zhou),
  aUnit('2-1-201', 10000),
];

/** Puts a roll in force, as an import does. */
export const importRoll = async ({ stores, now }: Service, units: readonly RollUnit[] = aRoll, communityId = 'xfl') => {
  const id = anActionId();
  const before = await stores.rolls.current(communityId);
  const version = (before?.standing.version ?? 0) + 1;
  const standing = {
    version,
    units: units.length,
    areaTotal: units.reduce((sum, { area }) => sum + area, 0),
    heads: units.length,
    importedAt: now().toISOString(),
    importedBy: '幸福里居委会',
    fileName: '名册.xlsx',
    excludedRows: [],
  };
  const key = before?.key ?? Buffer.alloc(32, 3).toString('base64');
  await stores.rolls.putUnits(communityId, id, units);
  const line = { id, version, at: standing.importedAt, by: '居委会', personId: `usr_${tail()}` as const, digest: id };
  await stores.rolls.advance(
    communityId,
    { importId: id, key, standing, buildings: [] },
    { ...line, kind: 'import', importId: id, standing },
  );
};

export type Hall = Awaited<ReturnType<typeof aHall>>;

/** A community with a roll, its staff, and a way to be bound to a flat. */
export const aHall = async (service: Service, units: readonly RollUnit[] = aRoll) => {
  const liu = await service.signIn('liu', community);
  const he = await service.signIn('he', { ...community, label: '幸福里居委会何干事' });
  const sun = await service.signIn('sun', coordinator);
  await importRoll(service, units);

  const bind = async (person: Person, code: string, as: 'owner' | 'member', who: Owner): Promise<Person> => {
    const [building = '', entrance = '', room = ''] = code.split('-');
    const id = newClaimId('xfl', tail());
    const body = { id, building, entrance, room, as, ...who };
    await service.call(householdRoutes.claimHousehold, { token: person.token, body });
    const { status, error } = await service.call(householdRoutes.decideClaim, {
      token: liu.token,
      params: { claimId: id },
      body: { id: anActionId(), decision: 'approve' },
    });
    if (status !== 200) throw new Error(`${code} was not approved: ${error.code}`);
    return person;
  };

  return {
    ...service,
    service,
    liu,
    he,
    sun,
    bind,
    /** An owner of the roll who may vote. */
    owner: async (name: keyof typeof owners, code: string) =>
      bind(await service.signIn(name), code, 'owner', owners[name]),
    resident: async (name: string, code: string) =>
      bind(await service.signIn(name), code, 'member', { name: `居民${name}`, idTail: '0000' }),
  };
};

export const motion = {
  method: 'single',
  text: '是否在 3 号楼加装电梯',
  options: [
    { id: 'approve', text: '同意' },
    { id: 'against', text: '反对' },
  ],
} satisfies Vote['question'];

export const aVoteBody = () => ({
  id: newVoteId('xfl', tail()),
  communityId: 'xfl',
  title: '加装电梯表决',
  announcement: '就 3 号楼加装电梯征求全体业主意见，请在规定时间内投票。',
  question: motion,
  ruleSetId: 'owners-ordinary',
  electorate: 'owners' as const,
  secrecy: 'untilClose' as const,
  showsTurnout: true,
  opensAt,
  closesAt,
});
export type VoteBody = RouteInput<(typeof voteRoutes)['announceVote']>['body'];

export const announce = (hall: Hall, overrides: Partial<VoteBody> = {}, by: Person = hall.liu) =>
  hall.call(voteRoutes.announceVote, { token: by.token, body: { ...aVoteBody(), ...overrides } });

/** Announced, and opened by the sweep at its time. */
export const anOpenVote = async (hall: Hall, overrides: Partial<VoteBody> = {}): Promise<Vote> => {
  const { body: vote, error } = await announce(hall, overrides);
  if (vote.id === undefined) throw new Error(`not announced: ${JSON.stringify(error)}`);
  await hall.moveTo(vote.opensAt);
  await hall.sweepVotes(hall.now());
  return theVote(hall, vote.id);
};

export const theVote = async (hall: Hall, voteId: string, person?: Person): Promise<Vote> =>
  (await hall.call(voteRoutes.getVote, { params: { voteId: voteId as Vote['id'] }, token: person?.token })).body;

/** The one slot of a person in a vote. */
export const slotIn = async (hall: Hall, voteId: string, person: Person): Promise<MySlot> => {
  const [mine] = (await theVote(hall, voteId, person)).mine;
  if (mine === undefined) throw new Error('no slot');
  return mine;
};

export const approve = { option: 'approve' };
export const against = { option: 'against' };

type Given = Partial<RouteInput<(typeof voteRoutes)['castBallot']>['body']>;

/** Casts from what the person sees, unless told otherwise. */
export const cast = async (hall: Hall, voteId: Vote['id'], person: Person, given: Given = {}) => {
  const isTold = given.slot !== undefined && given.replaces !== undefined;
  const mine = isTold ? undefined : await slotIn(hall, voteId, person);
  const body = {
    id: anActionId(),
    slot: mine?.slot ?? '',
    choice: approve,
    replaces: mine?.ballot?.seq ?? 0,
    ...(mine?.isShared ? { isAgreed: true as const } : {}),
    ...given,
  };
  return hall.call(voteRoutes.castBallot, { token: person.token, params: { voteId }, body });
};

/** A sheet of a slot, entered by 刘 and confirmed by 何. */
export const onPaper = async (hall: Hall, voteId: Vote['id'], slot: string, choice: Given['choice'] = approve) => {
  const entered = await enterPaper(hall, voteId, { slot, choice });
  const decided = await decidePaper(hall, voteId, entered.body.id);
  if (decided.status !== 200) throw new Error(`not confirmed: ${decided.error.code}`);
  return decided.body;
};

type Sheet = Partial<RouteInput<(typeof voteRoutes)['enterPaper']>['body']>;
export const enterPaper = async (hall: Hall, voteId: Vote['id'], sheet: Sheet, by: Person = hall.liu) =>
  hall.call(voteRoutes.enterPaper, {
    token: by.token,
    params: { voteId },
    body: { id: anActionId(), slot: '', choice: approve, photo: await hall.cleanPhoto(by.personId), ...sheet },
  });

type Decision = RouteInput<(typeof voteRoutes)['decidePaper']>['body'];
export const decidePaper = (
  hall: Hall,
  voteId: Vote['id'],
  paperId: Decision['id'],
  body: Decision = { id: anActionId(), decision: 'confirm' },
  by: Person = hall.he,
) => hall.call(voteRoutes.decidePaper, { token: by.token, params: { voteId, paperId }, body });

/** The slots of a building as staff see them. */
export const slotsOf = async (hall: Hall, voteId: Vote['id'], building: string) =>
  (await hall.call(voteRoutes.findSlots, { token: hall.liu.token, params: { voteId }, query: { building } })).body
    .items;

/** Closed by the clock, as far as it goes by itself. */
export const close = async (hall: Hall, voteId: Vote['id']): Promise<Vote> => {
  await hall.moveTo(closedAt);
  await hall.sweepVotes(hall.now());
  return theVote(hall, voteId, hall.liu);
};

type Totals = { issued: number; returned: number; invalid: number };
export const settle = async (hall: Hall, voteId: Vote['id'], totals: Totals, id = anActionId()) => {
  const { version } = await theVote(hall, voteId, hall.liu);
  return hall.call(voteRoutes.settlePaper, {
    token: hall.liu.token,
    params: { voteId },
    body: { id, version, ...totals },
  });
};

export const publish = async (hall: Hall, voteId: Vote['id'], id = anActionId()) => {
  const { version } = await theVote(hall, voteId, hall.liu);
  return hall.call(voteRoutes.publishResult, { token: hall.liu.token, params: { voteId }, body: { id, version } });
};

export const packOf = async (hall: Hall, voteId: Vote['id']): Promise<string> =>
  (await hall.fetch(`/v1/votes/${voteId}/pack`)).text();
