import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { makeRewardsApi } from '@suishoupai/functions/app/rewards';
import { makeTable } from '@suishoupai/functions/dynamo/table';
import { makePlacesService } from '@suishoupai/functions/places/service';
import { makeLedger } from '@suishoupai/functions/points/ledger';
import { makeDynamoLedgerStore } from '@suishoupai/functions/points/ledger-store';
import { makeDynamoOrderStore } from '@suishoupai/functions/rewards/order-store';
import { makeDynamoRewardStore } from '@suishoupai/functions/rewards/reward-store';
import { makeRewardService } from '@suishoupai/functions/rewards/service';
import { type Stack, startStack } from '@suishoupai/local/stack';
import { localDynamodbClient } from '@suishoupai/local/tables';
import { type MediaId, newOrderId, newRewardId, type PersonId } from '@suishoupai/shared/ids';
import { lapseDay, ruleAt } from '@suishoupai/shared/points/earning';
import { rewardRoutes, rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import { dayMs, hourMs } from '@suishoupai/shared/time/units';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { meter, type Reading } from '../bench/meter/meter.ts';
import { sizeOf } from '../bench/meter/size.ts';
import { community, newTail } from './ballots/electorate.ts';
import { inTurn } from './ballots/in-turn.ts';
import { storesOf } from './ballots/metered.ts';
import { type Phone, phoneTo } from './ballots/visits.ts';
import { serve } from './sale/counter.ts';

const [stock, claimants] = [20, 2000];
/** Most come by a server that takes them all at once, some by the gateway, which starts an instance for each request in flight. */
const [atOnce, byGateway, atOnceByGateway] = [200, 100, 3];
const price = 200;
const meteredOrders = 25;
/** Somebody impatient taps twice; somebody's answer was lost and the phone asks again. */
const isImpatient = (index: number) => index % 20 === 3;

const log = { info: () => {}, error: (message: string, fields?: object) => console.error(message, fields) };

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ demo: false, h5Dir: '.' });
});
afterAll(async () => {
  await stack?.stop();
});

test('两千人抢二十份：正好换出二十份，每个人都有准话；每次兑换、每次得分写几个单位', async () => {
  const stores = storesOf(stack);
  const phone = phoneTo(stack);
  const now = stack.clock.now();
  const at = now.toISOString();
  await stores.places.putCommunity(community);
  const staff = await stores.people.admit('openid-shop', `usr_${newTail()}`, now);
  await stores.people.grant(staff.id, { role: 'communityStaff', communityId: community.id, label: '居委会' });
  const token = await phone.signIn(staff.id, true);

  const shelve = async (initial: number) => {
    const rewardId = newRewardId(community.id, newTail());
    const said = {
      kind: 'goods' as const,
      title: '东北大米 5 公斤',
      description: '当季新米',
      photoIds: [],
      price,
      perPerson: 1,
      from: new Date(now.getTime() - hourMs).toISOString(),
      until: new Date(now.getTime() + 9 * dayMs).toISOString(),
      place: '居委会一楼服务台',
      hours: '工作日 9:00-17:00',
      holdDays: 7,
      initial,
    };
    const made = await phone.call(rewardStaffRoutes.makeReward, token, {
      params: { rewardId },
      body: said,
    });
    const shelved = await phone.call(rewardStaffRoutes.stepReward, token, {
      params: { rewardId },
      body: { id: `act_${newTail()}`, what: 'shelve' },
    });
    expect([made.code, shelved.code]).toEqual(['', '']);
    return rewardId;
  };

  const ledger = makeLedger(stores.ledger);
  const people: PersonId[] = Array.from({ length: claimants }, () => `usr_${newTail()}` as const);
  const give = (personId: PersonId) =>
    ledger.transfer({
      ...{ id: `trf_${newTail()}`, communityId: community.id, unit: 'points', debit: 'issued', credit: personId },
      ...{ amount: price, phase: 'single', cause: { kind: 'report', id: 'sale' }, until: lapseDay(at), at },
    });
  await inTurn(people, 32, async (personId) => void (await give(personId)));

  const rewardId = await shelve(stock);
  const answers = new Map<PersonId, string[]>(people.map((personId) => [personId, []]));
  let calls = 0;
  let conflicts = 0;
  const claims = await Promise.all(
    people.map(async (personId) => ({
      personId,
      token: await phone.signIn(personId),
      body: { id: newOrderId(community.id, newTail()), version: 1, count: 1, points: price },
    })),
  );
  const media = { photoUrls: (id: MediaId) => ({ id, url: '', thumbUrl: '' }), giveTo: async () => {} };
  const { sessionKey } = z.parse(z.object({ sessionKey: z.string() }), JSON.parse(stack.env.SECRETS_JSON));
  const shop = await serve(
    makeRewardsApi({
      ...{ stores, media, now: stack.clock.now, randomBytes, log },
      session: { key: new TextEncoder().encode(sessionKey), audience: stack.env.STAGE },
    }),
  );
  const busy = phoneTo({ ...stack, url: shop.url });
  const redeem = async ({ personId, token: by, body }: (typeof claims)[number], through: Phone): Promise<void> => {
    for (;;) {
      calls += 1;
      const { code } = await through.call(rewardRoutes.redeemReward, by, { params: { rewardId }, body });
      if (code !== 'order.busy') return void answers.get(personId)?.push(code);
      conflicts += 1;
      await wait(50);
    }
  };
  const startedAt = performance.now();
  const claimAll = (from: readonly (typeof claims)[number][], many: number, through: Phone) =>
    inTurn(from.entries(), many, async ([index, claim]) => {
      await Promise.all(
        isImpatient(index) ? [redeem(claim, through), redeem(claim, through)] : [redeem(claim, through)],
      );
    });
  const [few, most] = [claims.slice(0, byGateway), claims.slice(byGateway)];
  await Promise.all([claimAll(most, atOnce, busy), claimAll(few, atOnceByGateway, phone)]);
  await shop.stop();
  const seconds = (performance.now() - startedAt) / 1000;

  // Everybody has an answer that stays, the same however often they asked.
  const asked = claims.length + [few, most].flatMap((some) => some.filter((_, index) => isImpatient(index))).length;
  const final = [...answers.values()];
  expect(final.every((codes) => codes.length > 0 && new Set(codes).size === 1)).toBe(true);
  expect(new Set(final.flat())).toEqual(new Set(['', 'order.soldOut']));
  expect(final.filter(([code]) => code === '')).toHaveLength(stock);
  expect(calls).toBeLessThanOrEqual(asked + conflicts);
  expect(await stores.rewards.stock(rewardId)).toMatchObject({ left: 0, granted: stock, initial: stock });
  const codes = new Set<string>();
  await inTurn(claims, 16, async ({ personId, body }) => {
    const [code] = answers.get(personId) ?? [];
    const order = await stores.orders.find(personId, body.id);
    const { reserved } = await stores.ledger.book({ communityId: community.id, unit: 'points', personId });
    expect([order !== undefined, reserved]).toEqual([code === '', code === '' ? price : 0]);
    if (order !== undefined) codes.add(order.card.code);
  });
  expect(codes.size).toBe(stock);

  // The same service on the same tables, where what it writes can be counted.
  const client = localDynamodbClient(stack.env.DYNAMODB_ENDPOINT);
  const counter = meter(client, localDynamodbClient(stack.env.DYNAMODB_ENDPOINT));
  const points = makeTable(client, stack.env.POINTS_TABLE);
  const ledgerStore = makeDynamoLedgerStore(points);
  const service = makeRewardService({
    ...stores,
    ledger: ledgerStore,
    rewards: makeDynamoRewardStore(points),
    orders: makeDynamoOrderStore(points),
    places: makePlacesService({ places: stores.places, recentCategories: async () => [] }),
    photosOf: stores.media.findMany,
    photoUrls: media.photoUrls,
    pause: () => wait(1),
    random: () => 0,
  });
  const another = await shelve(meteredOrders);
  const losers = claims.filter(({ personId }) => answers.get(personId)?.[0] !== '').slice(0, meteredOrders + 1);
  const order = (index: number, of = another) => {
    const { personId = people[0] ?? `usr_${newTail()}` } = losers[index] ?? {};
    return { id: newOrderId(community.id, newTail()), rewardId: of, version: 1, count: 1, points: price, personId };
  };
  counter.take();
  for (let i = 0; i < meteredOrders; i += 1) await service.redeem(order(i), now);
  const spent = counter.take();
  const last = order(meteredOrders, rewardId);
  await expect(service.redeem(last, now)).rejects.toThrow('order.soldOut');
  const soldOut = counter.take();
  await expect(service.redeem(last, now)).rejects.toThrow('order.soldOut');
  const again = counter.take();
  const rule = ruleAt('report', at) ?? expect.fail('no rule');
  const earning = makeLedger(ledgerStore);
  for (let i = 0; i < meteredOrders; i += 1) {
    const id = `trf_${newTail()}` as const;
    const credit: PersonId = `usr_${newTail()}`;
    await earning.earn(
      { id, communityId: community.id, credit, amount: 10, cause: { kind: 'report', id: 'x' }, at },
      rule,
    );
  }
  const earned = counter.take();
  const each = ({ units: { write, transacted } }: Reading) => ({ together: transacted, alone: write - transacted });
  const [perRedeem, perEarn] = [each(spent).together / meteredOrders, each(earned).together / meteredOrders];
  const perCode = each(spent).alone / meteredOrders;
  const largest = Math.max(...spent.changes.map(({ after }) => sizeOf(after)));
  expect([perRedeem, perCode, perEarn]).toEqual([6, 1, 4]);
  expect([each(soldOut), each(again)]).toEqual([
    { together: 0, alone: 1 },
    { together: 0, alone: 0 },
  ]);
  expect(counter.comparison().differing).toEqual([]);
  console.log(
    `sale: ${claimants} people, ${asked} requests for ${claims.length} claims, ${calls} calls, ${conflicts} conflicts, ` +
      `${(calls / asked).toFixed(3)} calls per request, sold ${stock} of ${stock}, ${Math.round(asked / seconds)} requests a second; ` +
      `write units per redeem ${perRedeem} (budget 6) and ${perCode} for its code, largest item ${largest} bytes; ` +
      `sold out ${each(soldOut).alone} without a transaction, again ${each(again).alone}; per earn ${perEarn} (budget 4)`,
  );
}, 240_000);
