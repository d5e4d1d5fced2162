import type { CommunityId } from '@suishoupai/shared/ids';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import { ApiError } from '../api/api-error.ts';
import { call } from '../api/client.ts';
import { community } from './community.ts';

/** Whoever opens a screen by a link has not met a community yet: the service's first is shown, as on the home screen. */
export const shownCommunity = async (): Promise<CommunityId> => {
  const known = community.get()?.id;
  if (known !== undefined) return known;
  const [first] = (await call(placesRoutes.listCommunities)).items;
  if (first === undefined) throw new ApiError('community.notFound');
  return first.id;
};
