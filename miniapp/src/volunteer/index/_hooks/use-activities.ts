import type { CommunityId } from '@suishoupai/shared/ids';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { call, useMe } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';

export type Shown = 'coming' | 'past' | 'mine';

const ask = (communityId: CommunityId, shown: Shown, cursor: string | undefined) => {
  const params = { communityId };
  if (shown === 'mine') return call(volunteeringRoutes.listMyActivities, { params, query: { cursor } });
  return call(volunteeringRoutes.listActivities, { params, query: { when: shown, cursor } });
};

/** Activities of the community, or those that the person signed up to. */
export const useActivities = (communityId: CommunityId, shown: Shown, source = ask) => {
  const me = useMe();
  return usePages(`${communityId} ${shown} ${me?.id}`, (cursor?: string) => source(communityId, shown, cursor), {
    reloadOnShow: true,
  });
};
