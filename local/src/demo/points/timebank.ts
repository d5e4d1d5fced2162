import { makeLedger } from '@suishoupai/functions/points/ledger';
import type { Stores } from '@suishoupai/functions/stores';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { type ListingId, newExchangeId, newListingId, type TransferId } from '@suishoupai/shared/ids';
import type { WeekPart } from '@suishoupai/shared/timebank/contract';
import { type ExchangeStep, timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import type { Clock } from '../../clock/clock.ts';
import { makePhones, until } from '../hall/stage.ts';
import { tailOf } from '../pictures.ts';
import { xingfuli } from '../places.ts';
import { on, timeOf, type When } from '../story.ts';

const served: Record<string, number> = { 'resident-li': 300, 'elder-chen': 180, 'resident-gu': 240 };

const weekdays: WeekPart[] = ['1am', '2am', '3am', '4am', '5am'];
const evenings: WeekPart[] = ['1eve', '2eve', '3eve', '4eve', '5eve'];
const weekend: WeekPart[] = ['6am', '6pm', '7am', '7pm'];

type Listed = Omit<RouteRequest<(typeof timebankRoutes)['makeListing']>['body'], 'id'> & { name: string; by: string };

const listings: readonly Listed[] = [
  {
    ...{ name: 'clinic', by: 'resident-zhou', kind: 'offer', skill: 'clinic', gridId: 'grd_07', building: '3' },
    ...{ words: '退休护士，可以陪您去社区医院取药、量血压。', times: weekdays, minutes: 120 },
  },
  {
    ...{ name: 'repair', by: 'resident-lin', kind: 'offer', skill: 'repair', gridId: 'grd_07' },
    ...{ words: '会换灯泡、修水龙头，自己带工具。', times: [...evenings, ...weekend], minutes: 60 },
  },
  {
    ...{ name: 'phone', by: 'resident-gu', kind: 'offer', skill: 'phone' },
    ...{ words: '慢慢教您用手机视频、挂号、看健康码。', times: weekdays, minutes: 60 },
  },
  {
    ...{ name: 'walk', by: 'elder-chen', kind: 'request', skill: 'clinic', gridId: 'grd_07', building: '3' },
    ...{ words: '腿脚不便，想请人陪去社区医院复查。', times: ['1am', '3am'], minutes: 120 },
  },
  {
    ...{ name: 'lamp', by: 'resident-li', kind: 'request', skill: 'repair', gridId: 'grd_07' },
    ...{ words: '厨房灯不亮了，够不着。', times: weekend, minutes: 30 },
  },
];

type Input = { url: string; clock: Clock; seededAt: Date; stores: Stores };

/** Neighbours who help each other: offers and requests, a help that is agreed and one that is done, and a pool with a promise. Again, it finds what it did before. */
export const playTimebank = async ({ url, clock, seededAt, stores }: Input): Promise<void> => {
  const phoneOf = makePhones(url, clock);
  const moveTo = (when: When) => clock.moveTo(timeOf(when, seededAt));
  const tail = (name: string) => tailOf(`timebank ${name}`, seededAt);
  const listingId = (name: string): ListingId => newListingId(xingfuli, tail(name));
  const exchangeId = (name: string) => newExchangeId(xingfuli, tail(name));
  const actionId = (name: string) => `act_${tail(name)}` as const;
  const transferId = (name: string): TransferId => `trf_${tail(name)}`;

  const ledger = makeLedger(stores.ledger);
  for (const [persona, amount] of Object.entries(served)) {
    const { personId } = await phoneOf(persona);
    await ledger.transfer({
      ...{ id: transferId(`served ${persona}`), communityId: xingfuli, unit: 'minutes', debit: 'issued' },
      ...{
        credit: personId,
        amount,
        phase: 'single',
        at: timeOf(on(70, '09:00'), seededAt).toISOString(),
        reason: '启用前的服务记录',
      },
      cause: { kind: 'service', id: 'before' },
    });
  }

  await moveTo(on(4, '19:00'));
  for (const { name, by, ...content } of listings) {
    const phone = await phoneOf(by);
    const body = { ...content, id: listingId(name) };
    await phone.ask(timebankRoutes.makeListing, { body });
  }
  for (const { name } of listings) {
    const params = { listingId: listingId(name) };
    await until(`listing ${name}`, async () => {
      const owner = await phoneOf(listings.find((each) => each.name === name)?.by ?? '');
      return (await owner.ask(timebankRoutes.getListing, { params })).safety !== 'pending';
    });
  }

  const answer = async (by: string, name: string, on: string, minutes: number, call: string, when: When) =>
    (await phoneOf(by)).ask(timebankRoutes.answerListing, {
      body: {
        ...{ id: exchangeId(name), listingId: listingId(on), minutes, call },
        ...{ plannedAt: timeOf(when, seededAt).toISOString(), contact: '021-5550 0199' },
      },
    });
  const step = async (by: string, name: string, body: object) => {
    const phone = await phoneOf(by);
    const params = { exchangeId: exchangeId(name) };
    const { version } = await phone.ask(timebankRoutes.getExchange, { params });
    const whole = { id: actionId(`${name} ${JSON.stringify(body)} ${by}`), version, ...body };
    await phone.ask(timebankRoutes.stepExchange, { params, body: whole as ExchangeStep });
  };
  const agree = (call: string) => ({ what: 'agree', call, contact: '021-5550 0177' });

  // One that is done.
  await answer('resident-li', 'taught', 'phone', 60, '李阿姨', on(2, '09:30'));
  await step('resident-gu', 'taught', agree('顾老师'));
  await moveTo(on(2, '10:40'));
  for (const by of ['resident-gu', 'resident-li']) await step(by, 'taught', { what: 'confirm', minutes: 60 });
  await step('resident-li', 'taught', { what: 'rate', stars: 5 });
  await clock.moveTo(seededAt);
  // One that is agreed, and one that waits for an answer.
  await answer('elder-chen', 'accompanied', 'clinic', 90, '陈爷爷', on(-2, '09:00'));
  await step('resident-zhou', 'accompanied', agree('周姐'));
  await answer('resident-lin', 'lit', 'lamp', 30, '小林', on(-3, '14:00'));

  // The pool: two gave, one old person was promised an hour.
  for (const [by, minutes] of [
    ['resident-gu', 120],
    ['resident-li', 60],
  ] as const) {
    const body = { id: transferId(`donated ${by}`), minutes };
    await (await phoneOf(by)).ask(timebankRoutes.donateHours, { params: { communityId: xingfuli }, body });
  }
  const liu = await phoneOf('community-liu');
  await liu.ask(timebankStaffRoutes.promiseHours, {
    body: {
      ...{ id: listingId('promise'), kind: 'request', skill: 'shopping', gridId: 'grd_07', minutes: 60 },
      ...{ words: '独居老人，想请人每周帮忙买一次菜。', times: ['2am', '5am'] },
      elder: { name: '周奶奶', building: '3', entrance: '2', room: '102' },
    },
  });
  await clock.moveTo(new Date());
};
