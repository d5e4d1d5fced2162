import type { counterRoutes, rewardRoutes, rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import type { Handlers } from '../http/handlers.ts';
import type { RewardService } from './service.ts';

export const rewardHandlers = (rewards: RewardService): Handlers<typeof rewardRoutes> => ({
  listRewards: ({ params, query, now }) => rewards.list(params.communityId, query.cursor, now),
  getReward: ({ viewer, params }) => rewards.get(viewer, params.rewardId),
  redeemReward: ({ viewer, params, body, now }) =>
    rewards.redeem({ ...body, rewardId: params.rewardId, personId: viewer.personId }, now),
  listOrders: ({ viewer, params, query }) => rewards.orders(viewer.personId, params.communityId, query.cursor),
  getOrder: ({ viewer, params }) => rewards.order(viewer.personId, params.orderId),
  cancelOrder: ({ viewer, params, body, now }) => rewards.cancel(viewer.personId, params.orderId, body.id, now),
});

export const rewardStaffHandlers = ({ staff }: RewardService): Handlers<typeof rewardStaffRoutes> => ({
  makeReward: ({ viewer, params, body, now }) => staff.make(viewer, params.rewardId, body, now),
  listRewardsForStaff: ({ viewer, params, query, now }) => staff.list(viewer, params.communityId, query.cursor, now),
  getRewardForStaff: ({ viewer, params, now }) => staff.get(viewer, params.rewardId, now),
  changeReward: ({ viewer, params, body, now }) => staff.change(viewer, params.rewardId, body, now),
  stepReward: ({ viewer, params, body, now }) => staff.step(viewer, params.rewardId, body, now),
  correctStock: ({ viewer, params, body, now }) => staff.correct(viewer, params.rewardId, body, now),
});

export const counterHandlers = ({ counter }: RewardService): Handlers<typeof counterRoutes> => ({
  listCounterOrders: ({ viewer, params, query, now }) => counter.list(viewer, params.communityId, query, now),
  findOrder: ({ viewer, params, body, now }) => counter.find(viewer, params.communityId, body, now),
  handOverOrder: ({ viewer, params, body, now }) => counter.hand(viewer, params.orderId, body, now),
  cancelForResident: ({ viewer, params, body, now }) => counter.cancel(viewer, params.orderId, body, now),
  listServed: ({ viewer, params, query, now }) => counter.residents(viewer, params.communityId, query.unit, now),
  redeemForResident: ({ viewer, params, body, now }) => counter.redeemFor(viewer, params.rewardId, body, now),
});
