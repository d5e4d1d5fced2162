import { pointsErrors } from '@suishoupai/shared/contract/points-errors';
import type { Hono } from 'hono';
import { makeApp } from '../http/mount.ts';
import type { VolunteeringStores } from '../stores.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type VolunteeringDeps = BasisDeps & { stores: VolunteeringStores };

/** Activities of volunteers, and the time bank. */
export const volunteeringPartRoutes = {};

export const mountVolunteering = (_app: Hono, _deps: VolunteeringDeps, _basis: Basis): void => {};

/** The part of the HTTP side where people give their time; serverless.yml sends its paths here. */
export const makeVolunteeringApi = (deps: VolunteeringDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: pointsErrors });
  mountVolunteering(app, deps, makeBasis(deps));
  return app;
};
