import type { RouteInput } from '@suishoupai/shared/contract/route';
import { type ActionId, type ActivityId, newActivityId, newCertificateId } from '@suishoupai/shared/ids';
import { pointsRoutes } from '@suishoupai/shared/points/routes';
import type { ActivityWords } from '@suishoupai/shared/volunteering/contract';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { checkInFrom } from '@suishoupai/shared/volunteering/rules';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { anActionId, inside, tail } from '../../test/builders.ts';
import { community, type Person, type Service, wuye } from '../../test/service.ts';
import type { ActivityRecord } from './record.ts';

export const anActivityId = (communityId = 'xfl'): ActivityId => newActivityId(communityId, tail());

/** The clock of the service stands at 2026-11-16 10:00 in China; the activity is on Saturday morning. */
export const startsAt = '2026-11-21T01:00:00.000Z';
export const endsAt = '2026-11-21T03:00:00.000Z';

export const activityWordsOf = (overrides: Partial<ActivityWords> = {}): ActivityWords => ({
  title: '周六清洁楼道',
  words: '清理 3 栋楼道的杂物，工具由居委会准备。',
  place: '3 栋门口',
  point: { ...inside },
  startsAt,
  endsAt,
  skills: ['tidying'],
  places: 2,
  waitingPlaces: 2,
  ...overrides,
});

export const anActivity = (overrides: Partial<ActivityRecord> = {}): ActivityRecord => ({
  ...activityWordsOf(),
  id: anActivityId(),
  communityId: 'xfl',
  state: 'published',
  version: 1,
  digest: 'first',
  organiser: '幸福里居委会',
  madeBy: `usr_${tail()}`,
  madeAt: '2026-11-16T02:00:00.000Z',
  codeSecret: 'secret',
  trace: [],
  ...overrides,
});

type At = { id: ActivityId; version: number };
type What = 'publish' | 'start' | 'finish' | 'close' | 'callOff';
type Hours = Omit<RouteInput<typeof volunteeringStaffRoutes.confirmHours>['body'], 'id' | 'personId'>;

/** What people do around activities, through the front door. */
export const makeCrew = async (service: Service) => {
  const cast = {
    liu: await service.signIn('liu', community),
    zhang: await service.signIn('zhang', wuye),
    li: await service.signIn('li'),
    wang: await service.signIn('wang'),
    zhao: await service.signIn('zhao'),
    sun: await service.signIn('sun'),
  };
  const { liu } = cast;
  const register = (person: Person, name: string, more: object = {}) =>
    service.call(volunteeringRoutes.saveVolunteerProfile, {
      token: person.token,
      params: { communityId: 'xfl' },
      body: {
        ...{ id: anActionId(), follows: 0, name, isMinor: false, skills: ['tidying'], availability: ['weekend'] },
        ...more,
        agreed: true,
      },
    });
  for (const [name, person] of [
    ['李小华', cast.li],
    ['王大力', cast.wang],
    ['赵敏', cast.zhao],
    ['孙二', cast.sun],
  ] as const) {
    await register(person, name);
  }
  const make = (overrides: Partial<ActivityWords> = {}, person: Person = liu, id = anActivityId()) =>
    service.call(volunteeringStaffRoutes.makeActivity, {
      token: person.token,
      body: { id, ...activityWordsOf(overrides) },
    });
  const get = async (activityId: ActivityId, person?: Person) =>
    (await service.call(volunteeringRoutes.getActivity, { token: person?.token, params: { activityId } })).body;
  const step = (at: At, what: What, id: ActionId = anActionId(), person: Person = liu) =>
    service.call(volunteeringStaffRoutes.stepActivity, {
      token: person.token,
      params: { activityId: at.id },
      body:
        what === 'callOff'
          ? { id, version: at.version, what, reason: '天气预报有大雨' }
          : { id, version: at.version, what },
    });
  const change = (at: At, overrides: Partial<ActivityWords>, id: ActionId = anActionId()) =>
    service.call(volunteeringStaffRoutes.changeActivity, {
      token: liu.token,
      params: { activityId: at.id },
      body: { id, version: at.version, ...activityWordsOf(overrides) },
    });
  const signUp = (activityId: ActivityId, person: Person, id: ActionId = anActionId()) =>
    service.call(volunteeringRoutes.signUp, { token: person.token, params: { activityId }, body: { id } });
  const withdraw = (activityId: ActivityId, person: Person, id: ActionId) =>
    service.call(volunteeringRoutes.withdrawFromActivity, {
      token: person.token,
      params: { activityId },
      body: { id },
    });
  const code = async (activityId: ActivityId, person: Person = liu) =>
    service.call(volunteeringStaffRoutes.getPresenceCode, { token: person.token, params: { activityId } });
  const check = (activityId: ActivityId, person: Person, what: 'in' | 'out', given: string, more: object = {}) =>
    service.call(volunteeringRoutes.checkAtActivity, {
      token: person.token,
      params: { activityId },
      body: { id: anActionId(), what, code: given, ...more },
    });
  const note = (activityId: ActivityId, { personId }: Person, what: 'in' | 'out', at: string, id = anActionId()) =>
    service.call(volunteeringStaffRoutes.notePresence, {
      token: liu.token,
      params: { activityId },
      body: { id, personId, what, at },
    });
  const confirm = (
    activityId: ActivityId,
    { personId }: Pick<Person, 'personId'>,
    hours: Partial<Hours> = {},
    id: ActionId = anActionId(),
  ) =>
    service.call(volunteeringStaffRoutes.confirmHours, {
      token: liu.token,
      params: { activityId },
      body: { id, personId, minutes: 120, stars: 5, ...hours },
    });
  const undo = (activityId: ActivityId, { personId }: Person, id: ActionId = anActionId()) =>
    service.call(volunteeringStaffRoutes.withdrawHours, {
      token: liu.token,
      params: { activityId },
      body: { id, personId, reason: '记错了人' },
    });
  const people = async (activityId: ActivityId, person: Person = liu) =>
    (await service.call(volunteeringStaffRoutes.listParticipants, { token: person.token, params: { activityId } })).body
      .items;
  const minutesOf = async (person: Person) =>
    (await service.call(pointsRoutes.getBooks, { token: person.token, params: { communityId: 'xfl' } })).body.minutes
      .posted;
  const certify = (person: Person, id = newCertificateId('xfl', tail())) =>
    service.call(volunteeringRoutes.issueCertificate, {
      token: person.token,
      params: { communityId: 'xfl' },
      body: { id },
    });
  const verify = (given: string) => service.call(volunteeringRoutes.verifyCertificate, { params: { code: given } });

  const published = async (overrides: Partial<ActivityWords> = {}) => {
    const { body } = await make(overrides);
    return (await step(body, 'publish')).body;
  };
  const running = async (people: readonly Person[], overrides: Partial<ActivityWords> = {}) => {
    const activity = await published(overrides);
    for (const person of people) await signUp(activity.id, person);
    await service.moveTo(checkInFrom(activity.startsAt));
    return (await step(activity, 'start')).body;
  };
  /** Everybody came on time and left at the end. */
  const finished = async (people: readonly Person[], overrides: Partial<ActivityWords> = {}) => {
    const activity = await running(people, overrides);
    await service.moveTo(activity.startsAt);
    for (const person of people) await check(activity.id, person, 'in', (await code(activity.id)).body.code);
    await service.moveTo(activity.endsAt);
    for (const person of people) await check(activity.id, person, 'out', (await code(activity.id)).body.code);
    return (await step(activity, 'finish')).body;
  };
  const many = (count: number): Promise<Person[]> =>
    Promise.all(
      Array.from({ length: count }, async (_, i) => {
        const person = await service.signIn(`volunteer-${i}`);
        await register(person, `志愿者${i}`);
        return person;
      }),
    );
  return {
    ...{ cast, register, make, get, step, change, signUp, withdraw, code, check, note, confirm, undo, people },
    ...{ minutesOf, certify, verify, published, running, finished, many },
  };
};
export type Crew = Awaited<ReturnType<typeof makeCrew>>;
