import type { pointsRoutes } from '@suishoupai/shared/points/contract';
import type { Handlers } from '../http/handlers.ts';
import type { PointsService } from './service.ts';

export const pointsHandlers = (points: PointsService): Handlers<typeof pointsRoutes> => ({
  getBooks: ({ viewer, params }) => points.books(viewer.personId, params.communityId),
  listLines: ({ viewer, params, query }) => points.lines({ ...params, unit: query.unit, viewer }, query.cursor),
});
