import type { pointsRoutes, pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import type { Handlers } from '../http/handlers.ts';
import type { makeCorrecting } from './corrections.ts';
import type { makeBookPublishing } from './publishing.ts';
import type { makeRulePublishing } from './rules.ts';
import type { PointsService } from './service.ts';

type Parts = {
  points: PointsService;
  publishing: ReturnType<typeof makeBookPublishing>;
  correcting: ReturnType<typeof makeCorrecting>;
  publishRule: ReturnType<typeof makeRulePublishing>;
};

export const pointsHandlers = ({ points, publishing }: Parts): Handlers<typeof pointsRoutes> => ({
  getPoints: ({ viewer, params, now }) => points.overview(viewer.personId, params.communityId, now),
  getBooks: ({ viewer, params }) => points.books(viewer.personId, params.communityId),
  listLines: ({ viewer, params, query }) => points.lines({ ...params, unit: query.unit, viewer }, query.cursor),
  listRules: ({ params, now }) => points.rules(params.communityId, now),
  getOpenBook: ({ params }) => publishing.openBook(params.communityId),
  getLedgerFile: ({ params }) => publishing.ledgerFile(params.communityId),
});

export const pointsStaffHandlers = ({
  points,
  correcting,
  publishRule,
}: Parts): Handlers<typeof pointsStaffRoutes> => ({
  publishRule: async ({ viewer, params, body, now }) => {
    await publishRule(viewer, params.communityId, body, now);
    return points.rules(params.communityId, now);
  },
  findBook: ({ viewer, params, query, now }) => correcting.book(viewer, params.communityId, query.code, now),
  correct: ({ viewer, params, body, now }) => correcting.correct(viewer, params.communityId, body, now),
  listCorrections: ({ viewer, params, query, now }) => correcting.list(viewer, params.communityId, query.cursor, now),
  decideCorrection: ({ viewer, params, body, now }) => correcting.decide(viewer, params, body, now),
});
