import type { fieldworkRoutes } from '@suishoupai/shared/fieldwork/contract';
import type { Handlers } from '../http/handlers.ts';
import type { PatrolService } from './patrols.ts';
import type { VisitService } from './visits.ts';

type Services = { patrols: PatrolService; visits: VisitService };

export const fieldworkHandlers = ({ patrols, visits }: Services): Handlers<typeof fieldworkRoutes> => ({
  makePatrol: ({ viewer, body, now }) => patrols.make(viewer, body, now),
  listPatrols: ({ viewer, query, now }) => patrols.list(viewer, query, now),
  checkPatrolItem: ({ viewer, params, body, now }) => patrols.check(viewer, params.patrolId, body, now),
  recordVisit: ({ viewer, body, now }) => visits.record(viewer, body, now),
  listVisits: ({ viewer, query }) => visits.list(viewer, query),
});
