import type { CommunityId } from '@suishoupai/shared/ids';
import { rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import { useReachBottom } from '@tarojs/taro';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';

const ask = (communityId: CommunityId, cursor?: string) =>
  call(rewardStaffRoutes.listRewardsForStaff, { params: { communityId }, query: { cursor } });

/** Every reward of the community, in whatever state. */
export const useShelf = (communityId: CommunityId, source = ask) => {
  const pages = usePages(communityId, (cursor) => source(communityId, cursor), { reloadOnShow: true });
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  return pages;
};
