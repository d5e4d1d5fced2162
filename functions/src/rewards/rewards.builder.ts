import { newOrderId, newRewardId, type OrderId, type RewardId } from '@suishoupai/shared/ids';
import { pointsRoutes } from '@suishoupai/shared/points/routes';
import type { Described } from '@suishoupai/shared/rewards/contract';
import { counterRoutes, rewardRoutes, rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import { anActionId, tail } from '../../test/builders.ts';
import { community, type Person, type Service } from '../../test/service.ts';
import { makeLedger } from '../points/ledger.ts';
import { aTransfer } from '../points/points.builder.ts';

export const anOrderId = (): OrderId => newOrderId('xfl', tail());
export const aRewardId = (): RewardId => newRewardId('xfl', tail());

/** Rice for two hundred points, at the neighbourhood committee, until the end of the year. */
export const rice = (overrides: Partial<Described> = {}): Described => ({
  kind: 'goods',
  title: '东北大米 5 公斤',
  description: '当季新米，一袋 5 公斤。',
  photoIds: [],
  price: 200,
  from: '2026-11-01T00:00:00.000Z',
  until: '2026-12-31T16:00:00.000Z',
  place: '居委会一楼服务台',
  hours: '工作日 9:00-17:00',
  holdDays: 7,
  ...overrides,
});

/** A community with points, rewards and a counter, through the front door. */
export const makeShop = async (service: Service) => {
  const staff = await service.signIn('shop-staff', community);
  const ledger = makeLedger(service.stores.ledger);

  const give = async ({ personId }: Pick<Person, 'personId'>, amount: number, until = '2028-12-31') => {
    await ledger.transfer(aTransfer({ credit: personId, amount, until, at: service.now().toISOString() }));
  };
  const someone = async (name: string, points = 1000): Promise<Person> => {
    const person = await service.signIn(name);
    if (points > 0) await give(person, points);
    return person;
  };
  const made = async (said: Partial<Described> = {}, initial = 20): Promise<RewardId> => {
    const rewardId = aRewardId();
    const body = { ...rice(said), initial };
    await service.call(rewardStaffRoutes.makeReward, { token: staff.token, params: { rewardId }, body });
    return rewardId;
  };
  const shelved = async (said: Partial<Described> = {}, initial = 20): Promise<RewardId> => {
    const rewardId = await made(said, initial);
    await service.call(rewardStaffRoutes.stepReward, {
      token: staff.token,
      params: { rewardId },
      body: { id: anActionId(), what: 'shelve' },
    });
    return rewardId;
  };
  const redeem = (
    { token }: Person,
    rewardId: RewardId,
    {
      id = anOrderId(),
      count = 1,
      version = 1,
      points,
    }: { id?: OrderId; count?: number; version?: number; points?: number } = {},
  ) =>
    service.call(rewardRoutes.redeemReward, {
      token,
      params: { rewardId },
      body: { id, version, count, points: points ?? 200 * count },
    });
  const hand = (
    by: Person,
    orderId: OrderId,
    { id = anActionId(), count = 1, rest }: { id?: `act_${string}`; count?: number; rest?: 'kept' | 'refunded' } = {},
  ) => service.call(counterRoutes.handOverOrder, { token: by.token, params: { orderId }, body: { id, count, rest } });
  const findBy = (by: Person, code: string) =>
    service.call(counterRoutes.findOrder, { token: by.token, params: { communityId: 'xfl' }, body: { code } });
  const orderOf = async ({ token }: Person, orderId: OrderId) =>
    (await service.call(rewardRoutes.getOrder, { token, params: { orderId } })).body;
  const pointsOf = async ({ token }: Person) =>
    (await service.call(pointsRoutes.getBooks, { token, params: { communityId: 'xfl' } })).body.points;
  const linesOf = async ({ token }: Person) =>
    (
      await service.call(pointsRoutes.listLines, {
        token,
        params: { communityId: 'xfl' },
        query: { unit: 'points' },
      })
    ).body.items;
  const stockOf = async (rewardId: RewardId) => {
    const { left, granted, initial } = (await service.stores.rewards.stock(rewardId)) ?? {};
    return { left, granted, initial };
  };
  return { staff, give, someone, made, shelved, redeem, hand, findBy, orderOf, pointsOf, linesOf, stockOf };
};

export type Shop = Awaited<ReturnType<typeof makeShop>>;
