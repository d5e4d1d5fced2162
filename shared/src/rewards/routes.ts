import * as z from 'zod/mini';
import { Cursor, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { UnitCode } from '../households/contract.ts';
import { CommunityId, OrderId, PersonId, RewardId } from '../ids.ts';
import {
  actionId,
  asked,
  CounterOrder,
  described,
  Order,
  OrderCard,
  PickUpCode,
  Reward,
  RewardCard,
  RewardForStaff,
  Served,
} from './contract.ts';
import { rewardLimits } from './limits.ts';

const community = z.strictObject({ communityId: CommunityId });
const reward = z.strictObject({ rewardId: RewardId });
const order = z.strictObject({ orderId: OrderId });
const page = z.strictObject({ cursor: z.optional(Cursor) });
const reason = text(2, rewardLimits.reason);

/** Why an order was refused; the same id is refused ever after. */
const refusals = [
  'reward.notFound',
  'reward.changed',
  'order.soldOut',
  'order.overPersonLimit',
  'order.overHouseholdLimit',
  'order.noHousehold',
  'order.tooEarly',
  'order.tooLate',
  'order.notOnShelf',
  'order.insufficient',
  'order.busy',
  'id.reused',
  'request.tooOften',
] as const;
const ended = ['order.notFound', 'order.alreadyDone', 'order.cancelled', 'order.expired', 'order.changed'] as const;
const staffErrors = [
  'access.denied',
  'reward.notFound',
  'reward.changed',
  'reward.stepNotAllowed',
  'id.reused',
] as const;
const photoErrors = ['media.notFound', 'media.notReady', 'media.refused'] as const;

/** What residents do with rewards. */
export const rewardRoutes = {
  listRewards: defineRoute({
    method: 'GET',
    path: '/v1/rewards/{communityId}/catalogue',
    summary: 'What can be had for points here, now or soon, what ends first first',
    access: 'anyone',
    params: community,
    query: page,
    response: pageOf(RewardCard),
    errors: [],
  }),
  getReward: defineRoute({
    method: 'GET',
    path: '/v1/rewards/{rewardId}',
    summary: 'A reward as it stands, with what the person has of it',
    access: 'anyone',
    params: reward,
    response: Reward,
    errors: ['reward.notFound'],
  }),
  redeemReward: defineRoute({
    method: 'POST',
    path: '/v1/rewards/{rewardId}/orders',
    summary: 'Hold points and stock for an order; the id is made by the phone before the first try',
    access: 'person',
    params: reward,
    body: z.strictObject(asked),
    response: Order,
    errors: refusals,
  }),
  listOrders: defineRoute({
    method: 'GET',
    path: '/v1/orders/{communityId}/mine',
    summary: 'The person’s own orders, newest first',
    access: 'person',
    params: community,
    query: page,
    response: pageOf(OrderCard),
    errors: [],
  }),
  getOrder: defineRoute({
    method: 'GET',
    path: '/v1/orders/{orderId}',
    summary: 'One’s own order with its code',
    access: 'person',
    params: order,
    response: Order,
    errors: ['order.notFound'],
  }),
  cancelOrder: defineRoute({
    method: 'POST',
    path: '/v1/orders/{orderId}/cancel',
    summary: 'Give an order back before anything of it was handed over',
    access: 'person',
    params: order,
    body: z.strictObject(actionId),
    response: Order,
    errors: [...ended, 'id.reused'],
  }),
};

/** What the community's staff do with the catalogue. */
export const rewardStaffRoutes = {
  makeReward: defineRoute({
    method: 'POST',
    path: '/v1/staff/rewards/{rewardId}',
    summary: 'Make a reward as a draft',
    access: 'staff',
    params: reward,
    body: z.strictObject({ ...described, initial: z.int().check(z.gte(0), z.lte(rewardLimits.stock)) }),
    response: RewardForStaff,
    errors: [...staffErrors, ...photoErrors],
  }),
  listRewardsForStaff: defineRoute({
    method: 'GET',
    path: '/v1/staff/rewards/{communityId}/catalogue',
    summary: 'Every reward of the community in any state, the newest first',
    access: 'staff',
    params: community,
    query: page,
    response: pageOf(RewardCard),
    errors: ['access.denied'],
  }),
  getRewardForStaff: defineRoute({
    method: 'GET',
    path: '/v1/staff/rewards/{rewardId}',
    summary: 'A reward with what was given out and what was done to it',
    access: 'staff',
    params: reward,
    response: RewardForStaff,
    errors: ['access.denied', 'reward.notFound'],
  }),
  changeReward: defineRoute({
    method: 'POST',
    path: '/v1/staff/rewards/{rewardId}/change',
    summary: 'Say something else of a reward: a new version; orders keep the one they were made under',
    access: 'staff',
    params: reward,
    body: z.strictObject({ ...actionId, version: z.int(), ...described }),
    response: RewardForStaff,
    errors: [...staffErrors, ...photoErrors],
  }),
  stepReward: defineRoute({
    method: 'POST',
    path: '/v1/staff/rewards/{rewardId}/steps',
    summary: 'Put a reward on the shelf or take it off',
    access: 'staff',
    params: reward,
    body: z.strictObject({ ...actionId, what: z.enum(['shelve', 'withdraw']) }),
    response: RewardForStaff,
    errors: staffErrors,
  }),
  correctStock: defineRoute({
    method: 'POST',
    path: '/v1/staff/rewards/{rewardId}/stock',
    summary: 'Add to the stock or take from it, with a reason; never below 0',
    access: 'staff',
    params: reward,
    body: z.strictObject({
      ...actionId,
      delta: z.int().check(
        z.gte(-rewardLimits.stock),
        z.lte(rewardLimits.stock),
        z.refine((delta) => delta !== 0),
      ),
      reason,
    }),
    response: RewardForStaff,
    errors: [...staffErrors, 'reward.stockTooLow'],
  }),
};

/** What is done at a counter: the community's, or a supplier's for its own orders. */
export const counterRoutes = {
  listCounterOrders: defineRoute({
    method: 'GET',
    path: '/v1/staff/orders/{communityId}/list',
    summary: 'Open orders, the oldest first, or ended ones newest first; a supplier sees its own',
    access: 'staff',
    params: community,
    query: z.strictObject({ which: z.enum(['open', 'past']), cursor: z.optional(Cursor) }),
    response: pageOf(z.object({ ...CounterOrder.shape, place: z.optional(z.string()) })),
    errors: ['access.denied'],
  }),
  findOrder: defineRoute({
    method: 'POST',
    path: '/v1/staff/orders/{communityId}/find',
    summary: 'The order behind six digits that were typed, or behind a scanned code',
    access: 'staff',
    params: community,
    body: z.strictObject({ code: z.union([PickUpCode, OrderId]) }),
    response: CounterOrder,
    errors: ['access.denied', 'order.codeWrong', 'order.tooManyTries', 'order.wrongPlace'],
  }),
  handOverOrder: defineRoute({
    method: 'POST',
    path: '/v1/staff/orders/{orderId}/hand',
    summary: 'Hand over all of an order or part of it; the rest is kept for another time or refunded',
    access: 'staff',
    params: order,
    body: z.strictObject({
      ...actionId,
      count: z.int().check(z.gte(1), z.lte(rewardLimits.count)),
      rest: z.optional(z.enum(['kept', 'refunded'])),
    }),
    response: CounterOrder,
    errors: ['access.denied', 'order.wrongPlace', ...ended, 'id.reused'],
  }),
  cancelForResident: defineRoute({
    method: 'POST',
    path: '/v1/staff/orders/{orderId}/cancel',
    summary: 'Cancel an order with a reason that its owner reads; what was not handed over is refunded',
    access: 'staff',
    params: order,
    body: z.strictObject({ ...actionId, reason }),
    response: CounterOrder,
    errors: ['access.denied', ...ended, 'id.reused'],
  }),
  listServed: defineRoute({
    method: 'GET',
    path: '/v1/staff/orders/{communityId}/residents',
    summary: 'Who is bound to a household, names masked, to act for one of them; each look is logged',
    access: 'staff',
    params: community,
    query: z.strictObject({ unit: UnitCode }),
    response: z.object({ items: z.array(Served) }),
    errors: ['access.denied'],
  }),
  redeemForResident: defineRoute({
    method: 'POST',
    path: '/v1/staff/orders/{rewardId}/for',
    summary:
      'Make an order for somebody who asked by voice, after checking who they are; they are told and see by whom',
    access: 'staff',
    params: reward,
    body: z.strictObject({ ...asked, personId: PersonId, unit: UnitCode, checked: reason }),
    response: CounterOrder,
    errors: ['access.denied', 'person.notFound', ...refusals],
  }),
};
