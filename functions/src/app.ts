import { hallErrors } from '@suishoupai/shared/contract/hall-errors';
import { pointsErrors } from '@suishoupai/shared/contract/points-errors';
import type { Hono } from 'hono';
import { makeBasis } from './app/basis.ts';
import { type DeskDeps, mountDesk } from './app/desk.ts';
import { type DocumentsDeps, mountDocuments } from './app/documents.ts';
import { type HallDeps, mountHall } from './app/hall.ts';
import { type MeetingsDeps, mountMeetings } from './app/meetings.ts';
import { mountOverview, type OverviewDeps } from './app/overview.ts';
import { mountPoints, type PointsDeps } from './app/points.ts';
import { mountResidents, type ResidentsDeps } from './app/residents.ts';
import { mountRewards, type RewardsDeps } from './app/rewards.ts';
import { recentCategoriesOf } from './app/ticketing.ts';
import { mountTimebank, type TimebankDeps } from './app/timebank.ts';
import { mountVolunteering, type VolunteeringDeps } from './app/volunteering.ts';
import { mountVotes, type VotesDeps } from './app/votes.ts';
import { makeApp } from './http/mount.ts';

type Deps = ResidentsDeps &
  DeskDeps &
  HallDeps &
  OverviewDeps &
  MeetingsDeps &
  VotesDeps &
  PointsDeps &
  VolunteeringDeps &
  TimebankDeps &
  RewardsDeps &
  DocumentsDeps;

/** The HTTP side in one piece: every route of the contract and WeChat's push, on whatever stores it is given. */
export const makeApi = (deps: Deps): Hono => {
  const app = makeApp({ log: deps.log, errors: { ...hallErrors, ...pointsErrors }, largestBody: 4 * 1024 * 1024 });
  const basis = makeBasis(deps, recentCategoriesOf(deps.stores));
  mountResidents(app, deps, basis);
  mountDesk(app, deps, basis);
  mountHall(app, deps, basis);
  mountOverview(app, deps, basis);
  mountMeetings(app, deps, basis);
  mountVotes(app, deps, basis);
  mountPoints(app, deps, basis);
  mountVolunteering(app, deps, basis);
  mountTimebank(app, deps, basis);
  mountRewards(app, deps, basis);
  mountDocuments(app, deps, basis);
  return app;
};
