import { newPatrolId, newVisitId } from '@suishoupai/shared/ids';
import { anActionId, aTicketId, inside, lampCode, tail, unlistedCode } from '../builders.ts';
import type { Person } from '../service.ts';
import type { Ground } from './ground.ts';
import { secret } from './secrets.ts';

type Seen = { id: string; version: number; events: { id: string; photos: { id: string }[] }[] };

/** Tickets in every state, as one resident reported them; a patrol and a visit. */
export const makeTicketThings = async ({ service, act, cast }: Ground) => {
  const place = { point: { ...inside, lng: secret.lng, lat: secret.lat }, label: secret.placeLabel };
  const step = async (person: Person, name: Parameters<typeof act>[1], at: Seen, given: object = {}) =>
    (await act(person, name, {
      params: { ticketId: at.id },
      body: { id: anActionId(), version: at.version, ...given },
    })) as Seen;
  const photo = async (person: Person) => [await service.cleanPhoto(person.personId)];
  const report = async (given: object = {}) =>
    (await act(cast.own, 'reportTicket', {
      body: {
        ...{ id: aTicketId(), categoryCode: lampCode, description: '路灯不亮', place },
        photoIds: await photo(cast.own),
        ...given,
      },
    })) as Seen;
  /** The department that helps there sees where: nothing is marked in it. */
  const elsewhere = { place: { point: inside, label: '5 栋' } };
  const accepted = async () => step(cast.handler, 'accept', await report());
  const resolved = async () =>
    step(cast.handler, 'resolve', await accepted(), { note: '修好了', photoIds: await photo(cast.handler) });
  const closed = async () => step(cast.own, 'confirm', await resolved());

  const reported = await report({ categoryCode: unlistedCode });
  const filed = await step(cast.staff, 'file', await report({ categoryCode: unlistedCode }));
  const open = await report();
  const joint = await step(
    cast.staff,
    'joint',
    await step(cast.staff, 'file', await report({ ...elsewhere, categoryCode: unlistedCode })),
    {
      departmentId: 'dep_wuye',
      supporting: [{ departmentId: 'dep_chengguan', task: '劝离摊贩' }],
    },
  );
  const underway = await accepted();
  await step(cast.handler, 'remark', underway, { note: secret.remark });
  const comment = anActionId();
  await act(cast.neighbour, 'addComment', {
    params: { ticketId: underway.id },
    body: { id: comment, text: '我家也看得到' },
  });
  await act(cast.neighbour, 'addComment', {
    params: { ticketId: underway.id },
    body: { id: anActionId(), text: secret.heldComment },
  });
  await act(cast.unbound, 'flag', {
    params: { ticketId: underway.id },
    body: { id: anActionId(), item: comment, reason: 'privacy', note: secret.complaint },
  });
  await act(cast.mate, 'joinTicket', { params: { ticketId: underway.id }, body: { id: anActionId() } });
  const extending = await step(cast.handler, 'askExtension', await accepted(), {
    note: '等灯具',
    limit: { unit: 'workDay', amount: 3 },
  });
  const asked = await step(cast.handler, 'ask', await accepted(), { note: '哪一盏' });
  const done = await resolved();
  const over = await closed();
  const parked = await step(cast.staff, 'park', await report(), { note: '等改造', day: '2026-12-30' });
  const merged = await step(cast.staff, 'merge', await report(), { ticketId: open.id });
  const held = await report({ description: secret.heldWords });
  const entered = (await act(cast.staff, 'enterTicket', {
    body: {
      ...{ id: aTicketId(), channel: 'phone', categoryCode: lampCode, description: '老人来电：路灯不亮' },
      ...{ place: { point: inside, label: secret.callerPlace }, photoIds: [] },
      resident: { name: secret.caller, phone: secret.callerPhone, consent: 'spoken' },
    },
  })) as Seen;
  const hidden = await report({ description: '待审 要撤下的话' });
  await act(cast.staff, 'reviewHeld', {
    params: { ticketId: hidden.id },
    body: { id: anActionId(), item: hidden.events[0]?.id, decision: 'hide', reason: '写了别人的隐私' },
  });

  const patrol = newPatrolId('xfl', tail());
  const inGrid = { communityId: 'xfl', gridId: 'grd_01' };
  await act(cast.staff, 'makePatrol', {
    body: { id: patrol, ...inGrid, day: '2026-12-11', items: [{ id: 'a', text: secret.patrolItem }] },
  });
  await act(cast.grid, 'recordVisit', {
    body: {
      ...{ id: newVisitId('xfl', tail()), ...inGrid, at: '2026-12-11T01:00:00.000Z' },
      ...{ household: secret.visited, phone: secret.visitedPhone, consent: 'spoken' },
      items: [{ id: 'a', text: secret.visitWords, answer: '已当场换好' }],
    },
  });
  await act(cast.handler, 'putTemplates', {
    body: { communityId: 'xfl', desk: 'dep_wuye', version: 0, texts: [secret.template] },
  });
  const photos = { mine: (await photo(cast.own))[0], file: await service.uploadedFile(cast.staff.personId, 'pdf') };

  return {
    tickets: {
      ...{
        reported,
        filed,
        open,
        joint,
        underway,
        extending,
        asked,
        done,
        over,
        parked,
        merged,
        held,
        entered,
        hidden,
      },
    },
    comment,
    patrol,
    photos,
  };
};
