import type { placesRoutes } from '@suishoupai/shared/places/contract';
import type { Handlers } from '../http/handlers.ts';
import type { PlacesService } from './service.ts';

export const placesHandlers = (places: PlacesService): Handlers<typeof placesRoutes> => ({
  locate: async ({ query, now }) => {
    const { point, community, grid } = await places.locate(query, now);
    return {
      point,
      community: { id: community.id, name: community.name },
      ...(grid === undefined ? {} : { grid: { id: grid.id, name: grid.name } }),
    };
  },
  getCommunity: ({ params, now }) => places.describe(params.communityId, now),
  listCommunities: async () => ({ items: await places.list() }),
});
