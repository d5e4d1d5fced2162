import { commentRoutes } from '@suishoupai/shared/comments/contract';
import type { TicketId } from '@suishoupai/shared/ids';
import { moderationRoutes } from '@suishoupai/shared/moderation/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { anActionId, inside, lampCode, unlistedCode } from '../../../functions/test/builders.ts';
import { type Journey, makeJourney } from '../../../functions/test/journey.ts';
import type { Person, Service } from '../../../functions/test/service.ts';
import { asking, pageful, times, xfl } from './asking.ts';

/** From a report to its rating, with a second rectification and a new beginning. */
const loop = async (on: Journey): Promise<void> => {
  const { li, zhang, qian, liu } = on.cast;
  await on.report();
  const reported = await on.report();
  const accepted = await on.take(zhang, 'accept', reported);
  const asked = await on.take(zhang, 'ask', accepted);
  const answered = await on.take(li, 'answer', asked);
  const progressed = await on.take(zhang, 'progress', answered);
  const extended = await on.take(zhang, 'askExtension', progressed);
  const granted = await on.take(liu, 'grantExtension', extended);
  const again = await on.take(zhang, 'askExtension', await on.take(zhang, 'accept', await on.report()));
  await on.take(liu, 'refuseExtension', again);
  await on.take(zhang, 'handOver', granted, { personId: qian.personId });
  const remarked = await on.take(zhang, 'remark', await on.get(granted.id, zhang));
  const resolved = await on.take(zhang, 'resolve', remarked);
  const reworked = await on.take(li, 'rework', resolved);
  const closed = await on.take(li, 'confirm', await on.take(zhang, 'resolve', reworked));
  await on.take(li, 'rate', closed);
  await on.take(li, 'reopen', await on.closed());
  await on.take(li, 'withdraw', await on.report());
};

/** What the community's desk and the street decide. */
const desks = async (on: Journey, service: Service): Promise<void> => {
  const { zhang, cheng, huan, liu, sun, grid } = on.cast;
  const ask = asking(service);
  const unlisted = () => on.report({ categoryCode: unlistedCode });
  await on.take(liu, 'decline', await unlisted());
  const filed = await on.take(liu, 'file', await unlisted());
  await on.take(liu, 'dispatch', filed);
  const two = [await on.take(liu, 'file', await unlisted()), await on.take(liu, 'file', await unlisted())];
  await ask(ticketRoutes.dispatchBatch, liu, {
    body: {
      departmentId: 'dep_wuye',
      items: two.map(({ id, version }) => ({ id: anActionId(), ticketId: id, version })),
    },
  });
  const joint = await on.take(liu, 'joint', await on.take(liu, 'file', await unlisted()));
  await on.take(zhang, 'accept', joint);
  await on.take(cheng, 'reply', await on.get(joint.id, cheng));
  await on.take(sun, 'excuse', await on.get(joint.id, sun));
  await on.take(zhang, 'return', await on.report());
  const parked = await on.take(liu, 'park', await on.take(zhang, 'accept', await on.report()));
  await on.take(liu, 'unpark', parked);
  const entered = await on.enter(grid);
  const done = await on.take(zhang, 'resolve', await on.take(zhang, 'accept', entered));
  await on.take(liu, 'callBack', done);
  await on.take(huan, 'reply', await on.take(liu, 'joint', await on.take(liu, 'file', await unlisted())));
};

/** Neighbours: joining, merging, talking, complaining. */
const neighbours = async (on: Journey, service: Service): Promise<void> => {
  const { li, wang, zhao, liu } = on.cast;
  const ask = asking(service);
  const kept = await on.report({}, li);
  const double = await on.report({}, wang);
  await on.join(zhao, double.id);
  const seen = await on.get(double.id, wang);
  const merged = await on.take(liu, 'merge', seen, { ticketId: kept.id });
  await on.take(liu, 'unmerge', merged);
  await on.join(zhao, kept.id);
  await on.leave(zhao, kept.id);
  const say = (person: Person, text: string) =>
    ask(commentRoutes.addComment, person, { params: { ticketId: kept.id }, body: { id: anActionId(), text } });
  await times(pageful, (index) => say(index % 2 === 0 ? zhao : wang, `我家也看得到，第 ${index} 次了`));
  await ask(commentRoutes.listComments, undefined, { params: { ticketId: kept.id }, query: {} });
  await moderated(on, service, kept.id);
};

const moderated = async (on: Journey, service: Service, ticketId: TicketId): Promise<void> => {
  const { li, wang, liu } = on.cast;
  const ask = asking(service);
  const [first] = (await on.stored(ticketId)).events;
  const item = first?.id ?? anActionId();
  const params = { ticketId };
  await ask(moderationRoutes.flag, wang, { params, body: { id: anActionId(), item, reason: 'abuse' } });
  await ask(moderationRoutes.listFlags, liu, { params });
  await ask(ticketRoutes.reviewHeld, liu, {
    params,
    body: { id: anActionId(), item, decision: 'hide', reason: '含他人隐私' },
  });
  await ask(moderationRoutes.appeal, li, { params, body: { id: anActionId(), item, note: '我说的是事实' } });
};

const lists = async (on: Journey, service: Service): Promise<void> => {
  const { li, zhao, zhang, liu } = on.cast;
  const ask = asking(service);
  const reports = [];
  for (let index = 0; index < pageful; index += 1) reports.push(await on.report());
  for (const { id } of reports) await on.join(zhao, id);
  const [one] = reports;
  if (one === undefined) throw new Error('nothing was reported');
  for (const person of [undefined, li, zhao, zhang]) await on.get(one.id, person);
  await ask(ticketRoutes.listTickets, undefined, { query: xfl });
  await ask(ticketRoutes.listTickets, undefined, { query: { ...xfl, outcome: 'open' } });
  await ask(ticketRoutes.listMyTickets, li, { query: {} });
  await ask(ticketRoutes.listJoined, zhao, { query: {} });
  await ask(ticketRoutes.listSimilar, li, { query: { categoryCode: lampCode, ...inside } });
  await ask(ticketRoutes.getHome, li, { query: xfl });
  await ask(ticketRoutes.getHome, undefined, { query: xfl });
  await on.queue(zhang, 'dep_wuye');
  await on.queue(liu, 'community');
  await on.queue(liu, 'review');
};

/** Everything that is done with tickets, each at least once, and lists that fill a page. */
export const ticketsStory = async (service: Service): Promise<void> => {
  const on = await makeJourney(service);
  await loop(on);
  await desks(on, service);
  await neighbours(on, service);
  await lists(on, service);
  await service.sweep(new Date('2026-11-18T02:00:00.000Z'));
  await service.sendHeld(new Date('2026-11-17T02:00:00.000Z'));
};
