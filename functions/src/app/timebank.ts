import { pointsErrors } from '@suishoupai/shared/contract/points-errors';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import type { Hono } from 'hono';
import { makeApp, mount } from '../http/mount.ts';
import type { TimebankStores } from '../stores.ts';
import { timebankHandlers, timebankStaffHandlers } from '../timebank/routes.ts';
import { makeTimebankService } from '../timebank/service.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type TimebankDeps = BasisDeps & { stores: TimebankStores };

/** The time bank. */
export const timebankPartRoutes = { ...timebankRoutes, ...timebankStaffRoutes };

export const mountTimebank = (app: Hono, { stores }: TimebankDeps, { places, guard }: Basis): void => {
  const timebank = makeTimebankService({ ...stores, places });
  mount(app, timebankRoutes, timebankHandlers(timebank), guard);
  mount(app, timebankStaffRoutes, timebankStaffHandlers(timebank), guard);
};

/** The part of the HTTP side where neighbours help each other by the hour; serverless.yml sends its paths here. */
export const makeTimebankApi = (deps: TimebankDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: pointsErrors });
  mountTimebank(app, deps, makeBasis(deps));
  return app;
};
