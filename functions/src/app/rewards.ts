import { setTimeout as pause } from 'node:timers/promises';
import { pointsErrors } from '@suishoupai/shared/contract/points-errors';
import { counterRoutes, rewardRoutes, rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import type { Hono } from 'hono';
import { makeApp, mount } from '../http/mount.ts';
import { counterHandlers, rewardHandlers, rewardStaffHandlers } from '../rewards/routes.ts';
import { makeRewardService } from '../rewards/service.ts';
import type { RewardsStores } from '../stores.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type RewardsDeps = BasisDeps & { stores: RewardsStores };

/** What points are spent on. */
export const rewardsPartRoutes = { ...rewardRoutes, ...rewardStaffRoutes, ...counterRoutes };

/** A fraction of one. */
const fractionOf = (bytes: Uint8Array): number => Buffer.from(bytes).readUInt32BE(0) / 2 ** 32;

export const mountRewards = (app: Hono, deps: RewardsDeps, { places, guard }: Basis): void => {
  const { stores, media, randomBytes } = deps;
  const rewards = makeRewardService({
    ...stores,
    places,
    photosOf: stores.media.findMany,
    photoUrls: media.photoUrls,
    pause: (ms) => pause(ms),
    random: () => fractionOf(randomBytes(4)),
  });
  mount(app, rewardRoutes, rewardHandlers(rewards), guard);
  mount(app, rewardStaffRoutes, rewardStaffHandlers(rewards), guard);
  mount(app, counterRoutes, counterHandlers(rewards), guard);
};

/** The part of the HTTP side where points are spent; serverless.yml sends its paths here. */
export const makeRewardsApi = (deps: RewardsDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: pointsErrors });
  mountRewards(app, deps, makeBasis(deps));
  return app;
};
