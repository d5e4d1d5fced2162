import { pointsErrors } from '@suishoupai/shared/contract/points-errors';
import { honourRoutes } from '@suishoupai/shared/points/honours';
import { pointsRoutes, pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import type { Hono } from 'hono';
import { makeClerkOf } from '../households/access.ts';
import { makeApp, mount } from '../http/mount.ts';
import { makeCorrecting } from '../points/corrections.ts';
import { makeHonourHandlers } from '../points/honours.ts';
import { makeLedger } from '../points/ledger.ts';
import { makeBookPublishing } from '../points/publishing.ts';
import { pointsHandlers, pointsStaffHandlers } from '../points/routes.ts';
import { makeRulePublishing } from '../points/rules.ts';
import { makePointsService } from '../points/service.ts';
import type { PointsStores } from '../stores.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type PointsDeps = BasisDeps & { stores: PointsStores };

/** Books of points and hours. */
export const pointsPartRoutes = { ...pointsRoutes, ...pointsStaffRoutes, ...honourRoutes };

export const mountPoints = (app: Hono, { stores }: PointsDeps, { guard, places }: Basis): void => {
  const { ledger: ledgerStore } = stores;
  const clerkOf = makeClerkOf(places);
  const parts = {
    points: makePointsService(stores),
    publishing: makeBookPublishing({ ...stores, ledgerStore }),
    correcting: makeCorrecting({ ...stores, ledgerStore, ledger: makeLedger(ledgerStore), clerkOf }),
    publishRule: makeRulePublishing({ ...stores, clerkOf }),
  };
  mount(app, pointsRoutes, pointsHandlers(parts), guard);
  const { ownerOf } = parts.correcting;
  mount(app, honourRoutes, makeHonourHandlers({ ...stores, ownerOf, clerkOf }), guard);
  mount(app, pointsStaffRoutes, pointsStaffHandlers(parts), guard);
};

/** The part of the HTTP side where people see what they have; serverless.yml sends its paths here. */
export const makePointsApi = (deps: PointsDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: pointsErrors });
  mountPoints(app, deps, makeBasis(deps));
  return app;
};
