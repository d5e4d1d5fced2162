import type { CommunityId } from '@suishoupai/shared/ids';
import { rewardRoutes } from '@suishoupai/shared/rewards/routes';
import { useReachBottom } from '@tarojs/taro';
import { call, useMe } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { shownCommunity } from '../../../state/shown-community.ts';

const ask = async (communityId: CommunityId | undefined, cursor?: string) =>
  call(rewardRoutes.listOrders, {
    params: { communityId: communityId ?? (await shownCommunity()) },
    query: { cursor },
  });

export const useOrders = (communityId: CommunityId | undefined, source = ask) => {
  const me = useMe();
  const key = `${communityId} ${me?.id}`;
  const pages = usePages(key, (cursor) => source(communityId, cursor), { reloadOnShow: true });
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  return pages;
};
