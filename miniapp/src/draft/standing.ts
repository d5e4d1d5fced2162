import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { Community, Point, placesRoutes } from '@suishoupai/shared/places/contract';
import { pointInPolygon, toGcj02 } from '@suishoupai/shared/places/geo';
import { ApiError } from '../api/api-error.ts';
import type { DraftPlace } from './draft.ts';

type Standing = DraftPlace['standing'];
type Located = RouteResponse<typeof placesRoutes.locate>;

export type StandingDeps = {
  locate: (point: Point) => Promise<Located>;
  /** Communities this phone has met: enough to place a point without network. */
  met: () => readonly Pick<Community, 'id' | 'name' | 'boundary' | 'grids'>[];
};

const placeAmong = (point: Point, communities: ReturnType<StandingDeps['met']>): Standing => {
  const { lng, lat } = toGcj02(point);
  const at = [lng, lat] as const;
  const community = communities.find(({ boundary }) => pointInPolygon(at, boundary));
  if (community === undefined) return { state: 'unknown' };
  const grid = community.grids.find(({ boundary }) => pointInPolygon(at, boundary));
  const { id, name } = community;
  return { state: 'inside', community: { id, name }, grid: grid && { id: grid.id, name: grid.name } };
};

/** Which community and grid a point lies in; without an answer, what the phone itself knows. */
export const makeStandingOf =
  ({ locate, met }: StandingDeps) =>
  async (point: Point): Promise<Standing> => {
    try {
      const { community, grid } = await locate(point);
      return { state: 'inside', community, grid };
    } catch (error) {
      const isOutside = error instanceof ApiError && error.code === 'place.outside';
      return isOutside ? { state: 'outside' } : placeAmong(point, met());
    }
  };
