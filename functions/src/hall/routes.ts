import type { hallRoutes } from '@suishoupai/shared/hall/contract';
import type { Handlers } from '../http/handlers.ts';
import type { makeHallDesk } from './desk.ts';
import type { makeHallOverview } from './overview.ts';

type Deps = { overview: ReturnType<typeof makeHallOverview>; desk: ReturnType<typeof makeHallDesk> };

export const hallHandlers = ({ overview, desk }: Deps): Handlers<typeof hallRoutes> => ({
  getHallOverview: ({ viewer, query, now }) => overview(viewer, query.communityId, now),
  getHallDesk: ({ viewer, query, now }) => desk(viewer, query.communityId, now),
});
