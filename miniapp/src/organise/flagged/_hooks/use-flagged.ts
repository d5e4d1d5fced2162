import type { CommunityId } from '@suishoupai/shared/ids';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';

const ask = async (communityId: CommunityId, cursor: string | undefined) => {
  const { items, next } = await call(volunteeringStaffRoutes.listFlagged, {
    params: { communityId },
    query: { cursor },
  });
  return { items: items.map((each) => ({ ...each, id: `${each.activityId} ${each.personId}` })), next };
};

/** Stays that somebody should look at. */
export const useFlagged = (communityId: CommunityId, source = ask) =>
  usePages(communityId, (cursor?: string) => source(communityId, cursor), { reloadOnShow: true });
