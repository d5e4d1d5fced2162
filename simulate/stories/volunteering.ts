import type { ActionId, ActivityId, PersonId } from '@suishoupai/shared/ids';
import { ruleAt } from '@suishoupai/shared/points/earning';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { checkInFrom, inOrder } from '@suishoupai/shared/volunteering/rules';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { activityTransitions } from '@suishoupai/shared/volunteering/transitions';
import { standingHours } from '../../functions/src/volunteering/record.ts';
import { activityWordsOf, makeCrew } from '../../functions/src/volunteering/volunteering.builder.ts';
import { anActionId } from '../../functions/test/builders.ts';
import { community, type Person } from '../../functions/test/service.ts';
import { type Phone, type Told, toldSoFar } from '../phone.ts';
import { linesOf } from '../promises/books.ts';
import { inboxOf } from '../promises/notices.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type SignUp = { id: ActionId; person: PersonId; told: Told; askedAt: number; toldAt: number; withdrawn?: Told };
type Act = { id: ActionId; person: PersonId; what: 'in' | 'out' | 'confirm' | 'undo'; told: Told };
type Step = { id: ActionId; what: string; told: Told };

const communityId = 'xfl';
const places = 2;

/** More want to come than there are places, and staff change how many; who comes checks in and out, staff confirm hours and take some back. */
export const volunteering: Story = async ({ service, dice }) => {
  const crew = await makeCrew(service);
  const { liu, li, wang, zhao, sun } = crew.cast;
  const he = await service.signIn('he', community);
  const { id: activityId, startsAt } = await crew.published({ places, waitingPlaces: 1 });
  await service.moveTo(checkInFrom(startsAt));
  const params = { activityId };
  const signUps: SignUp[] = [];
  const acts: Act[] = [];
  const steps: Step[] = [];
  const screen = { code: '' };
  let moment = 0;

  const signsUp = async (phone: Phone): Promise<void> => {
    moment += 1;
    const [id, person] = [anActionId(), phone.personId];
    const claim: SignUp = {
      id,
      person,
      told: 'unheard',
      askedAt: moment,
      toldAt: Number.MAX_VALUE,
    };
    signUps.push(claim);
    const outcome = await phone.ask(volunteeringRoutes.signUp, { params, body: { id: claim.id } });
    // Somebody on the roll already hears how they stand, under the id they signed up with.
    const isAnother = outcome !== 'unheard' && outcome.status === 200 && outcome.body.id !== claim.id;
    claim.told = isAnother ? 'unheard' : toldSoFar(outcome);
    moment += 1;
    claim.toldAt = moment;
    if (claim.told !== 'done' || !dice.chance(0.25)) return;
    claim.withdrawn = 'unheard';
    claim.withdrawn = toldSoFar(
      await phone.ask(volunteeringRoutes.withdrawFromActivity, { params, body: { id: claim.id } }),
    );
    if (dice.chance(0.5)) await signsUp(phone);
  };
  const acted = async (
    what: Act['what'],
    person: PersonId,
    ask: (id: ActionId) => Promise<{ status: number; isOpen: boolean } | 'unheard'>,
  ) => {
    const act: Act = { id: anActionId(), person, what, told: 'unheard' };
    acts.push(act);
    act.told = toldSoFar(await ask(act.id));
  };
  const comes = async (phone: Phone): Promise<void> => {
    await signsUp(phone);
    for (let looks = 0; looks < 6; looks += 1) {
      await phone.pause();
      const seen = await phone.look(volunteeringRoutes.getActivity, { params });
      const what = seen?.may.includes('checkIn') ? 'in' : seen?.may.includes('checkOut') ? 'out' : undefined;
      if (what === undefined || screen.code === '') continue;
      const { code } = screen;
      await acted(what, phone.personId, (id) =>
        phone.ask(volunteeringRoutes.checkAtActivity, { params, body: { id, what, code } }),
      );
    }
  };

  const steers = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 9; looks += 1) {
      await phone.pause();
      const seen = await phone.look(volunteeringRoutes.getActivity, { params });
      if (seen === undefined) continue;
      const what = (['start', 'finish', 'close'] as const).find((each) => seen.may.includes(each));
      if (seen.may.includes('code')) {
        screen.code = (await phone.look(volunteeringStaffRoutes.getPresenceCode, { params }))?.code ?? screen.code;
      }
      if (what !== undefined && dice.chance(what === 'start' ? 0.8 : 0.4)) {
        const step: Step = { id: anActionId(), what, told: 'unheard' };
        steps.push(step);
        const body = { id: step.id, version: seen.version, what };
        step.told = toldSoFar(await phone.ask(volunteeringStaffRoutes.stepActivity, { params, body }));
      }
      if (seen.may.includes('change') && dice.chance(0.2)) {
        const step: Step = { id: anActionId(), what: 'change', told: 'unheard' };
        steps.push(step);
        const words = activityWordsOf({
          place: `${steps.length} 号楼前`,
          places: dice.pick([1, places, 3]),
          waitingPlaces: 1,
        });
        const body = { ...words, id: step.id, version: seen.version };
        step.told = toldSoFar(await phone.ask(volunteeringStaffRoutes.changeActivity, { params, body }));
      }
      if (seen.may.includes('confirm')) await confirms(phone);
    }
  };
  const confirms = async (phone: Phone): Promise<void> => {
    const all = await phone.look(volunteeringStaffRoutes.listParticipants, { params });
    for (const { personId, standing, hours } of all?.items ?? []) {
      if (standing !== 'in') continue;
      const reason = '按到场登记';
      if (hours === undefined)
        await acted('confirm', personId, (id) =>
          phone.ask(volunteeringStaffRoutes.confirmHours, {
            params,
            body: { id, personId, minutes: dice.pick([30, 60, 120]), stars: 5, reason },
          }),
        );
      else if (dice.chance(0.3))
        await acted('undo', personId, (id) =>
          phone.ask(volunteeringStaffRoutes.withdrawHours, { params, body: { id, personId, reason } }),
        );
    }
  };

  const people: Person[] = [li, wang, zhao, sun];
  const at = (person: Person, name: string, plays: (phone: Phone) => Promise<void>) => ({ person, name, plays });
  const parts = [
    ...people.map((person, nth) => at(person, `volunteer ${nth}`, comes)),
    ...(dice.chance(0.4) ? [at(li, 'second phone of volunteer 0', comes)] : []),
    at(liu, 'staff', steers),
    at(he, 'second staff', steers),
  ];

  const broken = async ({ truth }: World): Promise<string[]> => {
    const found = await truth.activities.find(activityId as ActivityId);
    if (found === undefined) return ['the activity is gone'];
    const { roll, activity } = found;
    const wrong: string[] = [];
    const order = inOrder(roll.seqs);
    const room = activity.places + activity.waitingPlaces;
    if (order.length > room) wrong.push(`${order.length} are on a roll of ${room}`);
    if (new Set(Object.values(roll.seqs)).size < order.length) wrong.push('two have the same place in the order');
    let state: string = 'published';
    for (const { what } of activity.trace.filter(({ what: each }) => each !== 'publish')) {
      const row = activityTransitions[what];
      if (!row.from.some((each) => each === state)) wrong.push(`${state} -${what}-> is not in the table`);
      state = row.to === 'same' ? state : row.to;
    }
    if (state !== activity.state) wrong.push(`the activity is ${activity.state} and its trace ends ${state}`);
    for (const { id, what, told } of steps) {
      const times = countOf(activity.trace, (line) => line.id === id);
      if (times > 1 || (told === 'done' && times === 0) || (told === 'refused' && times > 0))
        wrong.push(`${what} ${id} was ${told} and stands ${times} times`);
    }
    wrong.push(...brokenOrder(signUps, roll));
    for (const { personId } of people) wrong.push(...(await brokenHours(truth, personId)));
    return wrong;
  };

  const brokenHours = async (truth: World['truth'], personId: PersonId): Promise<string[]> => {
    const wrong: string[] = [];
    const participation = await truth.volunteers.findParticipation({ communityId, activityId, personId });
    const [checks, hours] = [participation?.checks ?? [], participation?.hours ?? []];
    for (const { id, what, told } of acts.filter(({ person }) => person === personId)) {
      const lines = what === 'confirm' ? hours : what === 'undo' ? hours.flatMap(({ undone }) => undone ?? []) : checks;
      const times = countOf<{ id: string }>(lines, (line) => line.id === id);
      const isAnother = what === 'in' || what === 'out' ? checks.some((check) => check.what === what) : false;
      if (times > 1 || (told === 'done' && times === 0 && !isAnother) || (told === 'refused' && times > 0))
        wrong.push(`${what} ${id} of ${personId} was ${told} and stands ${times} times`);
    }
    if (countOf(hours, ({ undone }) => undone === undefined) > 1) wrong.push(`the hours of ${personId} stand twice`);
    for (const what of ['in', 'out'] as const)
      if (countOf(checks, (check) => check.what === what) > 1) wrong.push(`${personId} is checked ${what} twice`);
    const rule = ruleAt('service', activityDay);
    const expected =
      participation === undefined ? 0 : (standingHours(participation)?.minutes ?? 0) * (rule?.amount ?? 1);
    const lines = (await linesOf(truth, personId, 'minutes')).filter(({ cause }) => cause.kind === 'service');
    const stands = lines.reduce((sum, { amount, credit }) => sum + (credit === personId ? amount : -amount), 0);
    if (stands !== expected) wrong.push(`${personId} served ${expected} minutes and the book says ${stands}`);
    const inbox = await inboxOf(truth, personId);
    const confirmed = countOf(inbox, ({ kind }) => kind === 'hoursConfirmed');
    if (confirmed !== hours.length) wrong.push(`${personId} was told ${confirmed} times of ${hours.length} hours`);
    return wrong;
  };
  const activityDay = startsAt;

  return { parts, broken };
};

type Roll = { seqs: Readonly<Record<string, number>>; ids: Readonly<Record<string, string>> };

/** Who was acknowledged is on the roll, and before whoever asked after that. */
const brokenOrder = (signUps: readonly SignUp[], { seqs, ids }: Roll): string[] => {
  const wrong: string[] = [];
  const standing = signUps.filter(({ id, person }) => ids[person] === id && seqs[person] !== undefined);
  for (const { id, person, told, withdrawn } of signUps) {
    const isThere = standing.some((each) => each.id === id);
    const isLast = !signUps.some((other) => other.person === person && other.id !== id && other.told !== 'refused');
    if (withdrawn === 'done' && isThere) wrong.push(`withdrawn sign-up ${id} is on the roll`);
    const isKept = withdrawn === undefined || withdrawn === 'refused';
    if (told === 'done' && isKept && isLast && !isThere) wrong.push(`acknowledged sign-up ${id} is not on the roll`);
    if (told === 'refused' && isThere) wrong.push(`refused sign-up ${id} is on the roll`);
  }
  for (const first of standing)
    for (const second of standing)
      if (
        first.told === 'done' &&
        first.toldAt < second.askedAt &&
        (seqs[first.person] ?? 0) > (seqs[second.person] ?? 0)
      )
        wrong.push(`${second.person} asked later and stands before ${first.person}`);
  return wrong;
};
