import { hallErrors } from '@suishoupai/shared/contract/hall-errors';
import { householdRoutes } from '@suishoupai/shared/households/contract';
import { representativeRoutes } from '@suishoupai/shared/households/representatives';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import type { Hono } from 'hono';
import { householdHandlers, representativeHandlers } from '../households/routes.ts';
import { makeHouseholds } from '../households/service.ts';
import { makeApp, mount } from '../http/mount.ts';
import { makeTopicMeetings } from '../meetings/signed.ts';
import type { HallStores } from '../stores.ts';
import { makeSurroundings } from '../tickets/surroundings.ts';
import { topicHandlers, topicStaffHandlers } from '../topics/routes.ts';
import { makeTopicService } from '../topics/service.ts';
import { makeVotesOf } from '../votes/decided.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type HallDeps = BasisDeps & { stores: HallStores };

/** 议事厅: households and topics. */
export const hallPartRoutes = { ...householdRoutes, ...representativeRoutes, ...topicRoutes, ...topicStaffRoutes };

export const mountHall = (app: Hono, { stores, media }: HallDeps, { newTail, places, guard }: Basis): void => {
  const shared = { ...stores, places, photosOf: stores.media.findMany, photoUrls: media.photoUrls };
  const topics = makeTopicService({
    ...shared,
    surroundings: makeSurroundings({ tickets: stores.tickets, places }),
    media,
    bindingsOf: stores.claims.bindingsOf,
    decisions: { ...makeTopicMeetings(stores.meetings), votesOf: makeVotesOf(stores) },
    newEventId: () => `evt_${newTail()}`,
  });
  mount(app, topicRoutes, topicHandlers(topics), guard);
  mount(app, topicStaffRoutes, topicStaffHandlers(topics), guard);
  const households = makeHouseholds(shared);
  mount(app, householdRoutes, householdHandlers(households), guard);
  mount(app, representativeRoutes, representativeHandlers(households), guard);
};

/** The part of the HTTP side where residents bring up what is to be decided; serverless.yml sends its paths here. */
export const makeHallApi = (deps: HallDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: hallErrors });
  mountHall(app, deps, makeBasis(deps));
  return app;
};
