import type { ActionId, PersonId } from '@suishoupai/shared/ids';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { aBody, makeAssembly } from '../../functions/src/meetings/meeting.builder.ts';
import { anActionId } from '../../functions/test/builders.ts';
import type { Person } from '../../functions/test/service.ts';
import { type Phone, type Told, toldBy } from '../phone.ts';
import { linesOf } from '../promises/books.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type Deed = { id: ActionId; person: PersonId; what: 'signIn' | 'list' | 'write' | 'sign' | 'end'; told: Told };

/** People sign in, on two phones or on paper; the meeting ends; two write the minutes and two sign them. */
export const meetings: Story = async ({ service, dice }) => {
  const { cast, inSession } = await makeAssembly(service);
  const { liu, ma, li, wang } = cast;
  const zhou = await service.signIn('zhou');
  const { id: meetingId } = await inSession();
  const params = { meetingId };
  const deeds: Deed[] = [];
  const screen = { code: '' };

  const does = async (
    what: Deed['what'],
    { personId }: Phone,
    ask: (id: ActionId) => Promise<{ status: number } | 'unheard'>,
  ) => {
    const deed: Deed = { id: anActionId(), person: personId, what, told: 'unheard' };
    deeds.push(deed);
    deed.told = toldBy(await ask(deed.id));
  };
  const attends = async (phone: Phone): Promise<void> => {
    for (let times = 0; times < 2; times += 1) {
      const isOnline = screen.code === '' || dice.chance(0.4);
      await does('signIn', phone, (id) =>
        phone.ask(meetingRoutes.attendMeeting, {
          params,
          body: isOnline ? { id, how: 'online' } : { id, how: 'code', code: screen.code },
        }),
      );
      await phone.pause();
    }
  };
  const holds = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 7; looks += 1) {
      const seen = await phone.look(meetingRoutes.getMeeting, { params });
      if (seen === undefined) continue;
      if (seen.state === 'inSession') await leads(phone, seen.version);
      else await records(phone);
      await phone.pause();
    }
  };
  const leads = async (phone: Phone, version: number): Promise<void> => {
    screen.code = (await phone.look(meetingRoutes.getSignInCode, { params }))?.code ?? screen.code;
    const witnesses: [string, string] = ['钱一', '孙二'];
    if (dice.chance(0.5))
      await does('list', phone, (id) =>
        phone.ask(meetingRoutes.listAttendee, {
          params,
          body: { id, name: '周奶奶', household: '3 栋 502', witnesses },
        }),
      );
    if (dice.chance(0.5))
      await does('end', phone, (id) =>
        phone.ask(meetingRoutes.stepMeeting, { params, body: { id, version, what: 'end' } }),
      );
  };
  const records = async (phone: Phone): Promise<void> => {
    const versions = await phone.look(meetingRoutes.listMinutes, { params });
    const newest = versions?.items.toSorted((a, b) => b.number - a.number)[0];
    if (versions === undefined) return;
    if (newest === undefined || dice.chance(0.3)) {
      const body = { follows: newest?.number ?? 0, body: aBody(), reason: '补充' };
      await does('write', phone, (id) => phone.ask(meetingRoutes.writeMinutes, { params, body: { id, ...body } }));
      return;
    }
    const { number, hash } = newest;
    const role = dice.pick(['chair', 'recorder'] as const);
    await does('sign', phone, (id) =>
      phone.ask(meetingRoutes.signMinutes, { params: { ...params, number }, body: { id, role, hash } }),
    );
  };

  const broken = async ({ truth }: World): Promise<string[]> => {
    const meeting = await truth.meetings.find(meetingId);
    if (meeting === undefined) return ['the meeting is gone'];
    const wrong: string[] = [];
    const versions = (await truth.meetings.listMinutes(meetingId)).toSorted((a, b) => a.number - b.number);
    const paper = await truth.attendance.onPaper(meetingId);
    const { trace, signatures, head } = meeting;
    const idsOf: Record<Exclude<Deed['what'], 'signIn'>, readonly string[]> = {
      list: paper.map(({ id }) => id),
      write: versions.map(({ id }) => id),
      sign: signatures.map(({ id }) => id),
      end: trace.map(({ id }) => id),
    };
    for (const { id, what, told, person } of deeds) {
      if (what === 'signIn') continue;
      const times = countOf(idsOf[what], (each) => each === id);
      // Who has signed a version in a role is told so, whichever request it was.
      const isSigned = what === 'sign' && signatures.some(({ personId }) => personId === person);
      if (times > 1 || (told === 'done' && times === 0 && !isSigned) || (told === 'refused' && times > 0))
        wrong.push(`${what} ${id} was ${told} and stands ${times} times`);
    }
    for (const person of new Set(deeds.filter(({ what }) => what === 'signIn').map((deed) => deed.person))) {
      const mine = deeds.filter((deed) => deed.what === 'signIn' && deed.person === person);
      const signedIn = await truth.attendance.find(meetingId, person);
      if (signedIn === undefined && mine.some(({ told }) => told === 'done')) wrong.push(`${person} is not signed in`);
      const points = countOf(await linesOf(truth, person), ({ cause }) => cause.kind === 'meeting');
      if (points !== (signedIn === undefined ? 0 : 1)) wrong.push(`${person} got points for coming ${points} times`);
    }
    versions.forEach(({ number, previous }, index) => {
      const before = versions[index - 1];
      if (number !== index + 1 || (before !== undefined && previous !== before.hash))
        wrong.push(`version ${number} of the minutes does not follow`);
    });
    if ((head?.number ?? 0) !== versions.length) wrong.push(`the minutes are at ${head?.number} of ${versions.length}`);
    for (const { number, hash, role, personId } of signatures) {
      if (versions[number - 1]?.hash !== hash) wrong.push(`a signature is under other minutes than version ${number}`);
      const others = signatures.filter((each) => each.number === number);
      if (countOf(others, (each) => each.role === role || each.personId === personId) > 1)
        wrong.push(`version ${number} is signed twice by one, or in one role`);
    }
    return wrong;
  };

  const at = (person: Person, name: string, plays: (phone: Phone) => Promise<void>) => ({ person, name, plays });
  const parts = [
    ...[li, wang, zhou].map((person, nth) => at(person, `resident ${nth}`, attends)),
    ...(dice.chance(0.5) ? [at(li, 'second phone of resident 0', attends)] : []),
    at(liu, 'chair', holds),
    at(ma, 'recorder', holds),
  ];
  return { parts, broken };
};
