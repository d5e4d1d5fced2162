import { type HallDesk, hallRoutes } from '@suishoupai/shared/hall/contract';
import type { CommunityId } from '@suishoupai/shared/ids';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';

const askDesk = (communityId: CommunityId): Promise<HallDesk> =>
  call(hallRoutes.getHallDesk, { query: { communityId } });

/** What waits for the community's staff, in one answer. */
export const useDesk = (communityId: CommunityId, ask = askDesk) => {
  const load = useLoad(communityId, () => ask(communityId), { reloadOnShow: true });
  useRefresh(load.reload);
  return load;
};
