import { householdRoutes } from '@suishoupai/shared/households/contract';
import { counterRoutes, rewardRoutes, rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import { anOrderId, makeShop, rice } from '../../../functions/src/rewards/rewards.builder.ts';
import { aHall } from '../../../functions/src/votes/votes.builder.ts';
import { anActionId } from '../../../functions/test/builders.ts';
import type { Service } from '../../../functions/test/service.ts';
import { asking, pageful, times, xfl } from './asking.ts';

const inXfl = { params: xfl };

/** A reward from its draft to what was handed over, cancelled or lapsed. */
export const rewardsStory = async (service: Service): Promise<void> => {
  const ask = asking(service);
  const shop = await makeShop(service);
  const good = <B>({ status, body, error }: { status: number; body: B; error: object }): B => {
    if (status !== 200) throw new Error(JSON.stringify(error));
    return body;
  };
  const { staff } = shop;
  const li = await shop.someone('li', 100_000);
  await times(pageful, () => shop.shelved());
  const rewardId = await shop.shelved({}, 100);
  const of = { params: { rewardId } };
  await ask(rewardRoutes.listRewards, undefined, { ...inXfl, query: {} });
  await ask(rewardRoutes.getReward, li, of);
  await ask(rewardStaffRoutes.listRewardsForStaff, staff, { ...inXfl, query: {} });
  await ask(rewardStaffRoutes.correctStock, staff, {
    ...of,
    body: { id: anActionId(), delta: 5, reason: '盘点多出五袋' },
  });
  await ask(rewardStaffRoutes.getRewardForStaff, staff, of);
  const draft = await shop.made();
  await ask(rewardStaffRoutes.changeReward, staff, {
    params: { rewardId: draft },
    body: { id: anActionId(), version: 1, ...rice({ title: '东北大米 10 公斤' }) },
  });

  const first = good(await shop.redeem(li, rewardId));
  await shop.orderOf(li, first.id);
  good(await shop.findBy(staff, first.code));
  good(await shop.hand(staff, first.id));
  const three = good(await shop.redeem(li, rewardId, { count: 3 }));
  good(await shop.hand(staff, three.id, { rest: 'kept' }));
  const second = good(await shop.redeem(li, rewardId));
  await ask(rewardRoutes.cancelOrder, li, { params: { orderId: second.id }, body: { id: anActionId() } });
  const third = good(await shop.redeem(li, rewardId));
  await ask(counterRoutes.cancelForResident, staff, {
    params: { orderId: third.id },
    body: { id: anActionId(), reason: '这一批受潮了' },
  });
  await times(pageful, async () => good(await shop.redeem(li, rewardId)));
  await ask(rewardRoutes.listOrders, li, { ...inXfl, query: {} });
  await ask(counterRoutes.listCounterOrders, staff, { ...inXfl, query: { which: 'open' } });
  await ask(counterRoutes.listCounterOrders, staff, { ...inXfl, query: { which: 'past' } });
  const gone = await shop.shelved({}, 1);
  good(await shop.redeem(li, gone));
  await shop.redeem(li, gone);

  const hall = await aHall(service);
  const wang = await hall.resident('wang', '1-1-101');
  await shop.give(wang, 1000);
  const { items } = await ask(counterRoutes.listServed, staff, { ...inXfl, query: { unit: '1-1-101' } });
  const [served] = items;
  if (served === undefined) throw new Error('nobody lives there');
  await ask(counterRoutes.redeemForResident, staff, {
    ...of,
    body: {
      ...{ id: anOrderId(), version: 1, count: 1, points: 200 },
      ...{ personId: served.personId, unit: '1-1-101', checked: '电话回拨' },
    },
  });
  await ask(householdRoutes.listMyHouseholds, wang, {});
  await service.moveTo('2026-11-23T16:00:00.000Z');
  await service.sweepPoints(service.now());
};
