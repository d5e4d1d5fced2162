import { pointsErrors } from '@suishoupai/shared/contract/points-errors';
import type { Hono } from 'hono';
import { makeApp } from '../http/mount.ts';
import type { RewardsStores } from '../stores.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type RewardsDeps = BasisDeps & { stores: RewardsStores };

/** What points are spent on. */
export const rewardsPartRoutes = {};

export const mountRewards = (_app: Hono, _deps: RewardsDeps, _basis: Basis): void => {};

/** The part of the HTTP side where points are spent; serverless.yml sends its paths here. */
export const makeRewardsApi = (deps: RewardsDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: pointsErrors });
  mountRewards(app, deps, makeBasis(deps));
  return app;
};
