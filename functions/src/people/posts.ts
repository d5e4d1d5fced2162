import type { CommunityId, StreetId } from '@suishoupai/shared/ids';
import type { Grant } from '@suishoupai/shared/people/contract';
import type { Viewer } from '../http/handlers.ts';
import type { PlacesService } from '../places/service.ts';

type Ground = { communityId: CommunityId; streetId: StreetId };

/** The post under which somebody acts for a community: its staff, or the coordinator of its street; undefined for everybody else. */
export const postFor = (viewer: Viewer | undefined, { communityId, streetId }: Ground): Grant | undefined =>
  viewer?.grants.find((grant) =>
    grant.role === 'coordinator'
      ? grant.streetId === streetId
      : grant.role === 'communityStaff' && grant.communityId === communityId,
  );

/**
 * The same where the street is not known. Only a coordinator makes it looked up, AppError `community.notFound`: nobody else learns which
 * communities there are.
 */
export const makePostIn =
  (places: Pick<PlacesService, 'getCommunity'>) =>
  async (viewer: Viewer | undefined, communityId: CommunityId, now: Date): Promise<Grant | undefined> => {
    const own = viewer?.grants.find((grant) => grant.role === 'communityStaff' && grant.communityId === communityId);
    if (own !== undefined || viewer?.grants.some(({ role }) => role === 'coordinator') !== true) return own;
    const { streetId } = await places.getCommunity(communityId, now);
    return postFor(viewer, { communityId, streetId });
  };
