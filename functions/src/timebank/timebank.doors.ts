import type { RouteInput } from '@suishoupai/shared/contract/route';
import { type ExchangeId, type ListingId, newExchangeId, newListingId } from '@suishoupai/shared/ids';
import { pointsRoutes } from '@suishoupai/shared/points/routes';
import type { Identified } from '@suishoupai/shared/timebank/contract';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import { anActionId, tail } from '../../test/builders.ts';
import { community, type Person, type Service } from '../../test/service.ts';
import { makeLedger } from '../points/ledger.ts';
import { aTransfer, aTransferId } from '../points/points.builder.ts';

export { aTransferId };

type Listed = RouteInput<(typeof timebankRoutes)['makeListing']>['body'];
type Stepped = RouteInput<(typeof timebankRoutes)['stepExchange']>['body'];
type Omitted<T> = T extends unknown ? Omit<T, 'id' | 'version'> : never;
export type StepBody = Omitted<Stepped>;
type Act = RouteInput<(typeof timebankStaffRoutes)['actForResident']>['body']['act'];

export const inXfl = { communityId: 'xfl' };
export const aListingBody = (overrides: Partial<Listed> = {}): Listed => ({
  id: newListingId('xfl', tail()),
  kind: 'offer',
  skill: 'clinic',
  words: '退休护士，陪您去社区医院',
  gridId: 'grd_01',
  times: ['1am', '3am'],
  minutes: 120,
  ...overrides,
});
export const planned = '2026-11-18T02:00:00.000Z';
export const reach = { call: '王阿姨', contact: '13900000001' };
export const anExchangeId = (): ExchangeId => newExchangeId('xfl', tail());

/** What people and staff say to the time bank through the front door. */
export const timebankDoors = async (service: Service) => {
  const staff = await service.signIn('staff', community);
  const wang = await service.signIn('wang');
  const li = await service.signIn('li');
  const ledger = makeLedger(service.stores.ledger);

  const version = async (by: Person, exchangeId: ExchangeId) =>
    (await service.call(timebankRoutes.getExchange, { token: by.token, params: { exchangeId } })).body.version;

  return {
    staff,
    wang,
    li,
    ledger,
    /** Hours that somebody earned before. */
    earned: (person: Person, minutes: number) =>
      ledger.transfer(
        aTransfer({ unit: 'minutes', credit: person.personId, amount: minutes, cause: { kind: 'service', id: 'atv' } }),
      ),
    book: async (person: Person) =>
      (await service.call(pointsRoutes.getBooks, { token: person.token, params: inXfl })).body.minutes,
    lines: async (person: Person) =>
      (await service.call(pointsRoutes.listLines, { token: person.token, params: inXfl, query: { unit: 'minutes' } }))
        .body.items,
    list: (by: Person, overrides: Partial<Listed> = {}) =>
      service.call(timebankRoutes.makeListing, { token: by.token, body: aListingBody(overrides) }),
    get: (by: Person | undefined, listingId: ListingId) =>
      service.call(timebankRoutes.getListing, { token: by?.token, params: { listingId } }),
    shown: (kind: 'offer' | 'request', more: { skill?: 'clinic' | 'repair'; cursor?: string } = {}) =>
      service.call(timebankRoutes.listListings, { params: inXfl, query: { kind, ...more } }),
    stepListing: (by: Person, listingId: ListingId, what: 'pause' | 'resume' | 'end', id = anActionId()) =>
      service.call(timebankRoutes.stepListing, { token: by.token, params: { listingId }, body: { id, what } }),
    answer: (by: Person, listingId: ListingId, more: object = {}) =>
      service.call(timebankRoutes.answerListing, {
        token: by.token,
        body: { id: anExchangeId(), listingId, minutes: 60, plannedAt: planned, ...reach, ...more },
      }),
    exchange: (by: Person, exchangeId: ExchangeId) =>
      service.call(timebankRoutes.getExchange, { token: by.token, params: { exchangeId } }),
    step: async (
      by: Person,
      exchangeId: ExchangeId,
      body: StepBody,
      seen: { id?: ReturnType<typeof anActionId>; version?: number } = {},
    ) =>
      service.call(timebankRoutes.stepExchange, {
        token: by.token,
        params: { exchangeId },
        body: {
          ...body,
          id: seen.id ?? anActionId(),
          version: seen.version ?? (await version(by, exchangeId)),
        } as Stepped,
      }),
    mediate: async (by: Person, exchangeId: ExchangeId, minutes: number, reason = '问过双方，按时间算') =>
      service.call(timebankStaffRoutes.mediateExchange, {
        token: by.token,
        params: { exchangeId },
        body: { id: anActionId(), version: await version(staff, exchangeId), minutes, reason },
      }),
    waiting: async () =>
      (await service.call(timebankStaffRoutes.listTimebankWaiting, { token: staff.token, params: inXfl, query: {} }))
        .body.items,
    pool: async () => (await service.call(timebankRoutes.getPool, { params: inXfl, query: {} })).body,
    donate: (by: Person, minutes: number, id = aTransferId()) =>
      service.call(timebankRoutes.donateHours, { token: by.token, params: inXfl, body: { id, minutes } }),
    promise: (overrides: Partial<Listed> = {}, by = staff) =>
      service.call(timebankStaffRoutes.promiseHours, {
        token: by.token,
        body: {
          ...aListingBody({ minutes: 60, ...overrides }),
          kind: 'request',
          elder: { name: '周奶奶', building: '3', entrance: '', room: '101' },
        },
      }),
    stepOurs: async (exchangeId: ExchangeId, body: StepBody) =>
      service.call(timebankStaffRoutes.stepPromised, {
        token: staff.token,
        params: { exchangeId },
        body: { ...body, id: anActionId(), version: await version(staff, exchangeId) } as Stepped,
      }),
    kin: async (by: Person) =>
      (await service.call(timebankRoutes.listKin, { token: by.token, params: inXfl })).body.items,
    invite: (by: Person, call: string, id = anActionId()) =>
      service.call(timebankRoutes.inviteKin, { token: by.token, params: inXfl, body: { id, call } }),
    accept: (by: Person, code: string, call: string) =>
      service.call(timebankRoutes.acceptKin, {
        token: by.token,
        params: inXfl,
        body: { id: anActionId(), code, call },
      }),
    give: (by: Person, to: string, minutes: number, id = aTransferId()) =>
      service.call(timebankRoutes.giveHours, {
        token: by.token,
        params: inXfl,
        body: { id, to: to as ReturnType<typeof anActionId>, minutes },
      }),
    actFor: (claimId: string, act: Act, by = staff, identified: Identified = 'callBack') =>
      service.call(timebankStaffRoutes.actForResident, {
        token: by.token,
        params: { ...inXfl, claimId },
        body: { identified, act },
      }),
  };
};
export type TimebankDoors = Awaited<ReturnType<typeof timebankDoors>>;
