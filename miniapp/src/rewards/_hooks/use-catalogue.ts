import type { CommunityId } from '@suishoupai/shared/ids';
import { rewardRoutes } from '@suishoupai/shared/rewards/routes';
import { useReachBottom } from '@tarojs/taro';
import { call } from '../../api/client.ts';
import { usePages } from '../../load/use-pages.ts';
import { useRefresh } from '../../load/use-refresh.ts';
import { shownCommunity } from '../../state/shown-community.ts';

const ask = async (communityId: CommunityId | undefined, cursor?: string) =>
  call(rewardRoutes.listRewards, {
    params: { communityId: communityId ?? (await shownCommunity()) },
    query: { cursor },
  });

/** What can be had for points, what ends first first. */
export const useCatalogue = (communityId: CommunityId | undefined, source = ask) => {
  const pages = usePages(communityId ?? '', (cursor) => source(communityId, cursor), { reloadOnShow: true });
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  return pages;
};
