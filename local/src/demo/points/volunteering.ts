import { type ActivityId, newActivityId, newCertificateId } from '@suishoupai/shared/ids';
import { dayMs, minuteMs } from '@suishoupai/shared/time/units';
import type { ActivityWords, Availability, Skill } from '@suishoupai/shared/volunteering/contract';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import type { Clock } from '../../clock/clock.ts';
import { makePhones } from '../hall/stage.ts';
import { tailOf } from '../pictures.ts';
import { xingfuli } from '../places.ts';
import { pointIn } from '../points.ts';
import { on, timeOf } from '../story.ts';

type Volunteer = { name: string; skills: Skill[]; availability: Availability[] };
const volunteers: Record<string, Volunteer> = {
  'resident-li': { name: '李桂芳', skills: ['visiting', 'tidying'], availability: ['weekday', 'weekend'] },
  'elder-chen': { name: '陈德顺', skills: ['writing'], availability: ['weekday'] },
  'resident-gu': { name: '顾明德', skills: ['teaching', 'writing'], availability: ['weekday', 'evening'] },
  'resident-zhou': { name: '周敏', skills: ['phones', 'firstAid'], availability: ['weekend'] },
  'resident-lin': { name: '林晓', skills: ['repair'], availability: ['evening', 'weekend'] },
};

type Story = {
  name: string;
  /** Days from the seeding to its day. */
  inDays: number;
  startsAt: number;
  hours: number;
  words: Pick<ActivityWords, 'title' | 'words' | 'place' | 'skills' | 'places' | 'waitingPlaces'>;
  grid: `grd_${string}`;
  people: readonly string[];
  /** How far it has come. */
  until: 'planned' | 'published' | 'finished' | 'confirmed';
};

const stories: readonly Story[] = [
  {
    ...{ name: 'volunteers haircut', inDays: -9, startsAt: 9, hours: 3, grid: 'grd_08', until: 'confirmed' },
    words: {
      title: '义剪进楼栋',
      words: '理发师在 8 号楼大厅给老人理发，志愿者排队叫号、扫地、陪行动不便的老人下楼。',
      place: '8 号楼大厅',
      skills: ['escorting', 'order'],
      ...{ places: 6, waitingPlaces: 3 },
    },
    people: ['resident-li', 'resident-gu', 'resident-zhou'],
  },
  {
    ...{ name: 'volunteers stairs', inDays: -2, startsAt: 14, hours: 2, grid: 'grd_07', until: 'finished' },
    words: {
      title: '清楼道，让出消防通道',
      words: '把 3 号楼楼道里没人要的旧家具搬到院子，城管的车四点来拉。请戴手套。',
      place: '3 号楼门口',
      skills: ['tidying', 'repair'],
      ...{ places: 8, waitingPlaces: 4 },
    },
    people: ['resident-li', 'resident-lin', 'resident-gu'],
  },
  {
    ...{ name: 'volunteers phones', inDays: 4, startsAt: 9, hours: 2, grid: 'grd_07', until: 'published' },
    words: {
      title: '教老人用手机挂号',
      words: '在社区二楼一对一教老人挂号、打车、认诈骗短信。带上自己的充电线，八点半先碰个头。',
      place: '社区二楼活动室',
      skills: ['phones', 'teaching'],
      ...{ places: 3, waitingPlaces: 3 },
    },
    people: ['resident-zhou', 'resident-gu', 'resident-lin', 'elder-chen'],
  },
  {
    ...{ name: 'volunteers dumplings', inDays: 12, startsAt: 14, hours: 3, grid: 'grd_08', until: 'planned' },
    words: {
      title: '冬至包饺子送独居老人',
      words: '社区食堂一起包，包好由楼组长带着送上门。有健康证的请说一声。',
      place: '社区食堂',
      skills: ['visiting'],
      ...{ places: 20, waitingPlaces: 10 },
    },
    people: [],
  },
];

type Input = { url: string; clock: Clock; seededAt: Date };

/** Volunteering over HTTP, each part at its own time: the clock is moved, and tells the real time in the end. Again, it finds what it did before. */
export const playVolunteering = async ({ url, clock, seededAt }: Input): Promise<void> => {
  const phoneOf = makePhones(url, clock);
  const wallAt = (inDays: number, hour: number): Date => timeOf(on(-inDays, `${hour}:00`), seededAt);
  const staff = () => phoneOf('community-liu');
  const action = (what: string) => `act_${tailOf(what, seededAt)}` as const;

  const stepAll = async (activityId: ActivityId, name: string, what: 'publish' | 'start' | 'finish' | 'close') => {
    const { ask } = await staff();
    const { version } = await ask(volunteeringRoutes.getActivity, { params: { activityId } });
    const body = { id: action(`${name} ${what}`), version, what };
    await ask(volunteeringStaffRoutes.stepActivity, { params: { activityId }, body });
  };

  const checkAll = async ({ name, people }: Story, activityId: ActivityId, what: 'in' | 'out') => {
    const { ask } = await staff();
    const { state } = await ask(volunteeringRoutes.getActivity, { params: { activityId } });
    // Broken off after it had ended: all have come and gone.
    if (state !== 'running') return;
    for (const persona of people) {
      const { code } = await ask(volunteeringStaffRoutes.getPresenceCode, { params: { activityId } });
      const phone = await phoneOf(persona);
      const body = { id: action(`${name} ${what} ${persona}`), what, code };
      await phone.ask(volunteeringRoutes.checkAtActivity, { params: { activityId }, body });
    }
  };

  const play = async (story: Story): Promise<void> => {
    const { name, inDays, startsAt, hours, words, grid, people, until } = story;
    const activityId = newActivityId(xingfuli, tailOf(name, seededAt));
    const [from, to] = [wallAt(inDays, startsAt), wallAt(inDays, startsAt + hours)];
    // What is over was planned a week before it; what is to come, a moment ago.
    await clock.moveTo(inDays < 0 ? new Date(from.getTime() - 6 * dayMs) : seededAt);
    const { ask } = await staff();
    await ask(volunteeringStaffRoutes.makeActivity, {
      body: {
        ...{ id: activityId, ...words, point: pointIn(grid, name) },
        ...{ startsAt: from.toISOString(), endsAt: to.toISOString() },
      },
    });
    if (until === 'planned') return;
    await stepAll(activityId, name, 'publish');
    for (const persona of people) {
      const phone = await phoneOf(persona);
      await phone.ask(volunteeringRoutes.signUp, {
        params: { activityId },
        body: { id: action(`${name} place ${persona}`) },
      });
    }
    if (until === 'published') return;
    await clock.moveTo(new Date(from.getTime() - 20 * minuteMs));
    await stepAll(activityId, name, 'start');
    await checkAll(story, activityId, 'in');
    await clock.moveTo(new Date(to.getTime() + 5 * minuteMs));
    await checkAll(story, activityId, 'out');
    await stepAll(activityId, name, 'finish');
    if (until === 'finished') return;
    const { ask: askLater } = await staff();
    const { items } = await askLater(volunteeringStaffRoutes.listParticipants, { params: { activityId } });
    for (const { personId, measured = 0 } of items) {
      const id = action(`${name} hours ${personId}`);
      const body = { id, personId, minutes: measured, stars: 5, words: '有耐心，老人都说好' };
      await askLater(volunteeringStaffRoutes.confirmHours, { params: { activityId }, body });
    }
    await stepAll(activityId, name, 'close');
    const holder = await phoneOf(people[0] ?? 'resident-li');
    const certificate = { id: newCertificateId(xingfuli, tailOf(`${name} certificate`, seededAt)) };
    await holder.ask(volunteeringRoutes.issueCertificate, { params: { communityId: xingfuli }, body: certificate });
  };

  // The first of the past days: a volunteer is one before they sign up.
  await clock.moveTo(wallAt(-16, 10));
  for (const [persona, volunteer] of Object.entries(volunteers)) {
    const { ask } = await phoneOf(persona);
    const { profile } = await ask(volunteeringRoutes.getVolunteerProfile, { params: { communityId: xingfuli } });
    if (profile !== undefined) continue;
    await ask(volunteeringRoutes.saveVolunteerProfile, {
      params: { communityId: xingfuli },
      body: { id: action(`volunteer ${persona}`), follows: 0, isMinor: false, ...volunteer, agreed: true },
    });
  }
  for (const story of stories) await play(story);
  await clock.moveTo(new Date());
};
