import { hallErrors } from '@suishoupai/shared/contract/hall-errors';
import { hallRoutes } from '@suishoupai/shared/hall/contract';
import type { Hono } from 'hono';
import { makeHallDesk } from '../hall/desk.ts';
import { makeHallOverview } from '../hall/overview.ts';
import { hallHandlers } from '../hall/routes.ts';
import { makeElectors } from '../households/electors.ts';
import { makeApp, mount } from '../http/mount.ts';
import type { OverviewStores } from '../stores.ts';
import { makeTopicList } from '../topics/listing.ts';
import { makeVoteCards } from '../votes/cards.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type OverviewDeps = BasisDeps & { stores: OverviewStores };

export const mountOverview = (app: Hono, { stores }: OverviewDeps, { places, guard }: Basis): void => {
  const { ballots: box, voteLog: log, meetings } = stores;
  const overview = makeHallOverview({
    listTopics: makeTopicList({ ...stores, places }),
    listVotes: makeVoteCards({ ...stores, box, log, electors: makeElectors(stores), places }),
    meetings,
  });
  mount(app, hallRoutes, hallHandlers({ overview, desk: makeHallDesk({ ...stores, places }) }), guard);
};

/** The first look into 议事厅, for residents and for its desk; serverless.yml sends its paths here. */
export const makeOverviewApi = (deps: OverviewDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: hallErrors });
  mountOverview(app, deps, makeBasis(deps));
  return app;
};
