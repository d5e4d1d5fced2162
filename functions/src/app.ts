import type { Hono } from 'hono';
import { makeBasis } from './app/basis.ts';
import { type DeskDeps, mountDesk } from './app/desk.ts';
import { mountResidents, type ResidentsDeps } from './app/residents.ts';
import { makeApp } from './http/mount.ts';

/** The HTTP side in one piece: every route of the contract and WeChat's push, on whatever stores it is given. */
export const makeApi = (deps: ResidentsDeps & DeskDeps): Hono => {
  const app = makeApp(deps.log);
  const basis = makeBasis(deps);
  mountResidents(app, deps, basis);
  mountDesk(app, deps, basis);
  return app;
};
