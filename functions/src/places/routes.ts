import type { dutyEditRoutes } from '@suishoupai/shared/duty/edit-routes';
import type { dutyRoutes } from '@suishoupai/shared/duty/routes';
import type { placesRoutes } from '@suishoupai/shared/places/contract';
import type { Handlers } from '../http/handlers.ts';
import type { DutyEditing } from './duty-editing.ts';
import type { DutyService } from './duty-service.ts';
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

export const dutyHandlers = (duty: DutyService): Handlers<typeof dutyRoutes> => ({
  getDuty: ({ params, now }) => duty.read(params.communityId, now),
  listDutyVersions: ({ params, query, now }) => duty.history(params.communityId, query.cursor, now),
});

export const dutyEditHandlers = (editing: DutyEditing): Handlers<typeof dutyEditRoutes> => ({
  changeDuty: ({ viewer, params, body, now }) => editing.change(viewer, params.communityId, body, now),
});
