import type { CommunityId } from '@suishoupai/shared/ids';
import { overviewRoutes, type Points } from '@suishoupai/shared/points/contract';
import { call, useMe } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { useMetCommunity } from '../../../state/met-community.ts';
import { shownCommunity } from '../../../state/shown-community.ts';

const source = async (communityId: CommunityId | undefined): Promise<Points> =>
  call(overviewRoutes.getPoints, { params: { communityId: communityId ?? (await shownCommunity()) } });

/** All of the first screen in one answer. */
export const usePoints = (ask = source) => {
  const me = useMe();
  const community = useMetCommunity();
  const load = useLoad(`${community?.id} ${me?.id}`, () => ask(community?.id), { reloadOnShow: true });
  useRefresh(load.reload);
  return { ...load, community, me };
};
