import type { CommunityId } from '@suishoupai/shared/ids';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import { call } from '../api/client.ts';
import type { Lists } from '../state/lists.ts';
import { useLoad } from './use-load.ts';

const askLists = (communityId: CommunityId): Promise<Lists> =>
  call(placesRoutes.getCommunity, { params: { communityId } });

/** Departments, grids and who answers for what, of the community that a ticket lies in: not always the one that this phone lives in. */
export const useCommunityLists = (communityId: CommunityId, ask = askLists) =>
  useLoad(communityId, () => ask(communityId));
