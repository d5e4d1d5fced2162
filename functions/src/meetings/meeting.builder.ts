import type { RouteInput } from '@suishoupai/shared/contract/route';
import { type MeetingId, newMeetingId, type TopicId } from '@suishoupai/shared/ids';
import type { MeetingKind } from '@suishoupai/shared/meetings/card';
import type { MinutesBody, MinutesWriting } from '@suishoupai/shared/meetings/contract';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { signInFrom } from '@suishoupai/shared/meetings/rules';
import { anActionId, aPersonId, tail } from '../../test/builders.ts';
import { community, coordinator, type Person, type Service, wuye } from '../../test/service.ts';
import { aTopicId, aTopicRecord } from '../topics/topic.builder.ts';
import type { MeetingRecord, MinutesRecord } from './record.ts';

export const aMeetingId = (communityId = 'xfl'): MeetingId => newMeetingId(communityId, tail());

/** The clock of the service stands at 2026-11-16 10:00 in China; the meeting is on Friday evening. */
export const startsAt = '2026-11-20T11:00:00.000Z';
export const endsAt = '2026-11-20T13:00:00.000Z';
export const doorsOpenAt = '2026-11-20T10:00:00.000Z';

const notice = {
  kind: 'hearing' as MeetingKind,
  title: '3 栋加装电梯听证会',
  place: '居委会二楼会议室',
  online: '腾讯会议 123-456-789',
  startsAt,
  endsAt,
  agenda: [
    { title: '方案说明', minutes: 30 },
    { title: '费用分摊', minutes: 60 },
  ],
  invited: '3 栋全体居民',
  chair: '李主任',
  recorder: '王干事',
  topicIds: [] as TopicId[],
};

export const aMeeting = (overrides: Partial<MeetingRecord> = {}): MeetingRecord => ({
  ...notice,
  id: aMeetingId(),
  communityId: 'xfl',
  state: 'announced',
  version: 1,
  revision: 1,
  digest: 'first',
  announcedAt: '2026-11-16T02:00:00.000Z',
  noticedAt: '2026-11-16T02:00:00.000Z',
  codeSecret: 'secret',
  trace: [],
  signatures: [],
  ...overrides,
});

export const aBody = (overrides: Partial<MinutesBody> = {}): MinutesBody => ({
  sections: [
    { heading: '方案说明', words: '施工单位介绍了两套方案。\n居民问到采光，设计师当场作了解释。' },
    { heading: '费用分摊', words: '低层住户少摊，具体系数会后公布。' },
  ],
  resolutions: [],
  photos: [],
  ...overrides,
});

export const someMinutes = (meetingId: MeetingId, overrides: Partial<MinutesRecord> = {}): MinutesRecord => ({
  id: anActionId(),
  meetingId,
  number: 1,
  previous: '0'.repeat(64),
  author: '幸福里居委会',
  personId: aPersonId(),
  at: '2026-11-20T13:00:00.000Z',
  attendance: 3,
  body: aBody(),
  hash: 'a'.repeat(64),
  digest: 'first',
  ...overrides,
});

type Called = RouteInput<typeof meetingRoutes.callMeeting>['body'];
type Change = Partial<RouteInput<typeof meetingRoutes.changeMeeting>['body']>;
type At = { id: MeetingId; version: number };
type Step = { id?: `act_${string}`; version?: number };

/** What people do with meetings, through the front door. */
export const makeAssembly = async (service: Service) => {
  const cast = {
    liu: await service.signIn('liu', community),
    ma: await service.signIn('ma', { ...community, label: '幸福里居委会 副主任' }),
    zhao: await service.signIn('zhao', coordinator),
    zhang: await service.signIn('zhang', wuye),
    li: await service.signIn('li'),
    wang: await service.signIn('wang'),
  };
  const { liu } = cast;
  const call = (overrides: Partial<Called> = {}, person: Person = liu) =>
    service.call(meetingRoutes.callMeeting, {
      token: person.token,
      body: { id: aMeetingId(), ...notice, ...overrides },
    });
  const get = async (meetingId: MeetingId, person?: Person) =>
    (await service.call(meetingRoutes.getMeeting, { token: person?.token, params: { meetingId } })).body;
  const change = ({ id, version }: At, overrides: Change, person: Person = liu) =>
    service.call(meetingRoutes.changeMeeting, {
      token: person.token,
      params: { meetingId: id },
      body: { id: anActionId(), version, ...notice, ...overrides },
    });
  const step = (
    at: At,
    what: 'open' | 'end' | 'cancel',
    { id = anActionId(), version = at.version }: Step = {},
    person: Person = liu,
  ) =>
    service.call(meetingRoutes.stepMeeting, {
      token: person.token,
      params: { meetingId: at.id },
      body: what === 'cancel' ? { id, version, what, reason: '台风来了' } : { id, version, what },
    });
  const code = async (meetingId: MeetingId, person: Person = liu) =>
    service.call(meetingRoutes.getSignInCode, { token: person.token, params: { meetingId } });
  const attend = (meetingId: MeetingId, person: Person, given: string | 'online', id = anActionId()) =>
    service.call(meetingRoutes.attendMeeting, {
      token: person.token,
      params: { meetingId },
      body: given === 'online' ? { id, how: 'online' } : { id, how: 'code', code: given },
    });
  const listOnPaper = (meetingId: MeetingId, name: string, id = anActionId(), person: Person = liu) =>
    service.call(meetingRoutes.listAttendee, {
      token: person.token,
      params: { meetingId },
      body: { id, name, household: '3 栋 502', witnesses: ['钱一', '孙二'] },
    });
  type Writing = { follows?: number; body?: MinutesWriting; reason?: string; id?: `act_${string}` };
  const write = (
    meetingId: MeetingId,
    { follows = 0, body = aBody(), reason, id = anActionId() }: Writing = {},
    person: Person = liu,
  ) =>
    service.call(meetingRoutes.writeMinutes, {
      token: person.token,
      params: { meetingId },
      body: { id, follows, body, ...(reason === undefined ? {} : { reason }) },
    });
  const sign = (
    meetingId: MeetingId,
    { number, hash }: { number: number; hash: string },
    role: 'chair' | 'recorder',
    person: Person,
  ) =>
    service.call(meetingRoutes.signMinutes, {
      token: person.token,
      params: { meetingId, number },
      body: { id: anActionId(), role, hash },
    });
  const versions = (meetingId: MeetingId, person?: Person) =>
    service.call(meetingRoutes.listMinutes, { token: person?.token, params: { meetingId } });

  /** In session: called, and its door open. */
  const inSession = async (overrides: Partial<Called> = {}) => {
    const { body } = await call(overrides);
    await service.moveTo(signInFrom(body.startsAt));
    return (await step(body, 'open')).body;
  };
  const ended = async (overrides: Partial<Called> = {}) => {
    const meeting = await inSession(overrides);
    await service.moveTo(meeting.endsAt);
    return (await step(meeting, 'end')).body;
  };
  /** Ended, with minutes that both have signed. */
  const signed = async (body: MinutesWriting = aBody(), overrides: Partial<Called> = {}) => {
    const meeting = await ended(overrides);
    const { body: minutes } = await write(meeting.id, { body });
    await sign(meeting.id, minutes, 'chair', cast.liu);
    await sign(meeting.id, minutes, 'recorder', cast.ma);
    return { meeting: await get(meeting.id, liu), minutes };
  };
  const topic = async (title = '3 栋加装电梯') => {
    const id = aTopicId();
    await service.stores.topics.open(aTopicRecord({ id, title, state: 'underway', safety: 'pass' }));
    return id;
  };
  return {
    ...{ cast, call, get, change, step, code, attend, listOnPaper, write, sign, versions },
    ...{ inSession, ended, signed, topic },
  };
};
export type Assembly = Awaited<ReturnType<typeof makeAssembly>>;
