import { hallErrors } from '@suishoupai/shared/contract/hall-errors';
import type { Hono } from 'hono';
import { makeBasis } from './app/basis.ts';
import { type DeskDeps, mountDesk } from './app/desk.ts';
import { type DocumentsDeps, mountDocuments } from './app/documents.ts';
import { type HallDeps, mountHall } from './app/hall.ts';
import { type MeetingsDeps, mountMeetings } from './app/meetings.ts';
import { mountOverview, type OverviewDeps } from './app/overview.ts';
import { mountResidents, type ResidentsDeps } from './app/residents.ts';
import { recentCategoriesOf } from './app/ticketing.ts';
import { mountVotes, type VotesDeps } from './app/votes.ts';
import { makeApp } from './http/mount.ts';

type Deps = ResidentsDeps & DeskDeps & HallDeps & OverviewDeps & MeetingsDeps & VotesDeps & DocumentsDeps;

/** The HTTP side in one piece: every route of the contract and WeChat's push, on whatever stores it is given. */
export const makeApi = (deps: Deps): Hono => {
  const app = makeApp({ log: deps.log, errors: hallErrors, largestBody: 4 * 1024 * 1024 });
  const basis = makeBasis(deps, recentCategoriesOf(deps.stores));
  mountResidents(app, deps, basis);
  mountDesk(app, deps, basis);
  mountHall(app, deps, basis);
  mountOverview(app, deps, basis);
  mountMeetings(app, deps, basis);
  mountVotes(app, deps, basis);
  mountDocuments(app, deps, basis);
  return app;
};
