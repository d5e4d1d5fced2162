import { kitRoutes } from '@suishoupai/shared/desk-kit/contract';
import { dutyEditRoutes } from '@suishoupai/shared/duty/edit-routes';
import { fieldworkRoutes } from '@suishoupai/shared/fieldwork/contract';
import type { Hono } from 'hono';
import { kitHandlers } from '../desk-kit/routes.ts';
import { makeKitService } from '../desk-kit/service.ts';
import { makePatrolService } from '../fieldwork/patrols.ts';
import { fieldworkHandlers } from '../fieldwork/routes.ts';
import { makeVisitService } from '../fieldwork/visits.ts';
import { makeApp, mount } from '../http/mount.ts';
import { makeDutyEditing } from '../places/duty-editing.ts';
import { dutyEditHandlers } from '../places/routes.ts';
import type { DeskStores } from '../stores.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';
import { makeTicketing } from './ticketing.ts';

export type DeskDeps = BasisDeps & { stores: DeskStores };

/** What only desks use: patrols and visits, their texts and their journal, and the writing of the responsibility list. */
export const deskRoutes = { ...fieldworkRoutes, ...kitRoutes, ...dutyEditRoutes };

export const mountDesk = (app: Hono, deps: DeskDeps, basis: Basis): void => {
  const { stores, media } = deps;
  const { places, guard } = basis;
  const tickets = makeTicketing(deps, basis);
  const patrols = makePatrolService({
    patrols: stores.patrols,
    places,
    reportedAt: async (id) => (await stores.tickets.find(id))?.reportedAt,
    photosOf: stores.media.findMany,
    photoUrls: media.photoUrls,
  });
  const visits = makeVisitService({
    visits: stores.visits,
    places,
    enter: tickets.enter,
    findTicket: stores.tickets.find,
  });
  const kit = makeKitService({ templates: stores.replyTemplates, activity: stores.activity, places });
  const editing = makeDutyEditing({
    duties: stores.places,
    getCommunity: places.getCommunity,
    onChanged: places.forgetDuty,
  });

  const handlers = { ...fieldworkHandlers({ patrols, visits }), ...kitHandlers(kit), ...dutyEditHandlers(editing) };
  mount(app, deskRoutes, handlers, guard);
};

/** The part of the HTTP side that residents never wait for; serverless.yml sends its paths here. */
export const makeDeskApi = (deps: DeskDeps): Hono => {
  const app = makeApp(deps);
  mountDesk(app, deps, makeBasis(deps));
  return app;
};
