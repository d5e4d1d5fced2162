import type { ListingId } from '@suishoupai/shared/ids';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import {
  aTransferId,
  reach,
  type TimebankDoors,
  timebankDoors,
} from '../../../functions/src/timebank/timebank.doors.ts';
import { aHall } from '../../../functions/src/votes/votes.builder.ts';
import { anActionId } from '../../../functions/test/builders.ts';
import { community, type Service } from '../../../functions/test/service.ts';
import { asking, pageful, times, xfl } from './asking.ts';

const inXfl = { params: xfl };
const good = <B>({ status, body, error }: { status: number; body: B; error: object }): B => {
  if (status !== 200) throw new Error(JSON.stringify(error));
  return body;
};

const exchanges = async (at: TimebankDoors, service: Service, offer: ListingId): Promise<void> => {
  const ask = asking(service);
  const { wang, li, staff } = at;
  const { id } = good(await at.answer(li, offer, { call: '李爷爷' }));
  good(await at.step(wang, id, { what: 'agree', ...reach }));
  good(await at.exchange(li, id));
  await service.moveTo('2026-11-18T04:00:00.000Z');
  good(await at.step(wang, id, { what: 'confirm', minutes: 60 }));
  good(await at.step(li, id, { what: 'confirm', minutes: 60 }));
  const { body: again } = await at.list(wang);
  const disputed = good(await at.answer(li, again.id, { plannedAt: '2026-11-19T02:00:00.000Z' }));
  good(await at.step(wang, disputed.id, { what: 'agree', ...reach }));
  await service.moveTo('2026-11-19T04:00:00.000Z');
  good(await at.step(wang, disputed.id, { what: 'confirm', minutes: 60 }));
  good(await at.step(li, disputed.id, { what: 'confirm', minutes: 30 }));
  good(await at.mediate(staff, disputed.id, 45));
  await ask(timebankRoutes.listExchanges, li, { ...inXfl, query: {} });
};

const gifts = async (at: TimebankDoors, service: Service): Promise<void> => {
  const ask = asking(service);
  const { wang, li } = at;
  const { code } = good(await at.invite(wang, '女儿'));
  good(await at.accept(li, code, '爸爸'));
  const [daughter] = await at.kin(wang);
  good(await at.give(wang, daughter?.id ?? '', 10));
  good(await at.donate(wang, 130));
  const promised = good(await at.promise({ minutes: 60 }));
  await at.pool();
  const exchange = good(await at.answer(li, promised.id, { minutes: 60, plannedAt: '2026-11-20T02:00:00.000Z' }));
  good(await at.stepOurs(exchange.id, { what: 'agree', call: '周奶奶', contact: '021-60000001' }));
  await ask(timebankRoutes.setNudge, li, { ...inXfl, body: { id: anActionId(), want: 'off' } });
};

const staffSide = async (at: TimebankDoors, service: Service, listingId: ListingId): Promise<void> => {
  const ask = asking(service);
  const hall = await aHall(service);
  const zhao = await hall.resident('zhao', '1-1-102');
  await at.earned(zhao, 100);
  const of = { params: { listingId } };
  for (const name of ['a', 'b', 'c']) {
    await ask(timebankRoutes.flagListing, await service.signIn(name), {
      ...of,
      body: { id: anActionId(), reason: 'advertising' },
    });
  }
  await at.waiting();
  await ask(timebankStaffRoutes.judgeListing, at.staff, {
    ...of,
    body: { id: anActionId(), verdict: 'hidden', note: '像广告' },
  });
  await ask(timebankRoutes.appealListing, at.wang, { ...of, body: { id: anActionId(), note: '不是广告' } });
  const { items } = await ask(timebankStaffRoutes.findResidents, at.staff, {
    ...inXfl,
    query: { building: '1', entrance: '1', room: '102' },
  });
  const [found] = items;
  if (found === undefined) throw new Error('nobody lives there');
  const resident = { params: { ...xfl, claimId: found.claimId } };
  await ask(timebankStaffRoutes.getResidentHours, at.staff, resident);
  await ask(timebankStaffRoutes.actForResident, at.staff, {
    ...resident,
    body: { identified: 'callBack', act: { what: 'donate', body: { id: aTransferId(), minutes: 10 } } },
  });
};

/** Listings, exchanges, gifts, the pool, and what staff do for others. */
export const timebankStory = async (service: Service): Promise<void> => {
  const ask = asking(service);
  const at = await timebankDoors(service);
  await service.signIn('wei', { ...community, label: '居委会小魏' });
  await at.earned(at.wang, 300);
  await at.earned(at.li, 300);
  const offer = good(await at.list(at.wang));
  const { id: spare } = good(await at.list(at.wang));
  const request = good(await at.list(at.li, { kind: 'request', minutes: 60 }));
  await times(pageful, async (index) => at.list(await service.signIn(`n${index}`)));
  good(await at.get(at.li, request.id));
  good(await at.get(undefined, offer.id));
  await at.shown('offer');
  await at.shown('offer', { skill: 'clinic' });
  await ask(timebankRoutes.listMyListings, at.wang, { ...inXfl, query: {} });
  await ask(timebankRoutes.getTimebank, at.li, inXfl);
  good(await at.stepListing(at.wang, spare, 'pause'));
  good(await at.stepListing(at.wang, spare, 'resume'));
  await exchanges(at, service, offer.id);
  await gifts(at, service);
  await staffSide(at, service, spare);
};
