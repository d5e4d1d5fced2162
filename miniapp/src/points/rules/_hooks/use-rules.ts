import type { CommunityId } from '@suishoupai/shared/ids';
import { overviewRoutes } from '@suishoupai/shared/points/contract';
import { pointsRoutes } from '@suishoupai/shared/points/routes';
import { call, useMe } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';

const source = async (communityId: CommunityId, isSignedIn: boolean) => {
  const params = { communityId };
  const [history, mine] = await Promise.all([
    call(pointsRoutes.listRules, { params }),
    isSignedIn ? call(overviewRoutes.getPoints, { params }) : undefined,
  ]);
  return { ...history, used: new Map(mine?.rules.map(({ id, used }) => [id, used])) };
};

/** The rules for everybody, and how much of them I have used. */
export const useRules = (communityId: CommunityId, ask = source) => {
  const me = useMe();
  const load = useLoad(`${communityId} ${me?.id}`, () => ask(communityId, me !== undefined));
  useRefresh(load.reload);
  return load;
};
