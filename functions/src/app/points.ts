import { pointsErrors } from '@suishoupai/shared/contract/points-errors';
import { pointsRoutes } from '@suishoupai/shared/points/contract';
import type { Hono } from 'hono';
import { makeApp, mount } from '../http/mount.ts';
import { pointsHandlers } from '../points/routes.ts';
import { makePointsService } from '../points/service.ts';
import type { PointsStores } from '../stores.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type PointsDeps = BasisDeps & { stores: PointsStores };

/** Books of points and hours. */
export const pointsPartRoutes = { ...pointsRoutes };

export const mountPoints = (app: Hono, { stores }: PointsDeps, { guard }: Basis): void => {
  mount(app, pointsRoutes, pointsHandlers(makePointsService(stores)), guard);
};

/** The part of the HTTP side where people see what they have; serverless.yml sends its paths here. */
export const makePointsApi = (deps: PointsDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: pointsErrors });
  mountPoints(app, deps, makeBasis(deps));
  return app;
};
