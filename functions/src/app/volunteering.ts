import { pointsErrors } from '@suishoupai/shared/contract/points-errors';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import type { Hono } from 'hono';
import { makeApp, mount } from '../http/mount.ts';
import type { VolunteeringStores } from '../stores.ts';
import { makeNoteLooks } from '../volunteering/looks.ts';
import { volunteeringHandlers } from '../volunteering/routes.ts';
import { makeVolunteeringService } from '../volunteering/service.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type VolunteeringDeps = BasisDeps & { stores: VolunteeringStores };

const { exportCertificate: _, ...ofVolunteers } = volunteeringRoutes;

/** Activities of volunteers but for the certificate as PDF. */
export const volunteeringPartRoutes = { ...ofVolunteers, ...volunteeringStaffRoutes };

export const mountVolunteering = (
  app: Hono,
  { stores, randomBytes }: VolunteeringDeps,
  { places, guard, newTail }: Basis,
): void => {
  const noteLooks = makeNoteLooks(stores);
  const volunteering = makeVolunteeringService({ ...stores, places, noteLooks, randomBytes, newTail });
  mount(app, volunteeringPartRoutes, volunteeringHandlers(volunteering), guard);
};

/** The part of the HTTP side where people give their time; serverless.yml sends its paths here. */
export const makeVolunteeringApi = (deps: VolunteeringDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: pointsErrors });
  mountVolunteering(app, deps, makeBasis(deps));
  return app;
};
