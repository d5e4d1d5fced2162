import type { CommunityId } from '@suishoupai/shared/ids';
import type { EarningRule } from '@suishoupai/shared/points/earning';
import { pointsRoutes, pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import { call } from '../../../api/client.ts';
import { useDeeds } from '../../../council/use-deeds.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';

const source = (communityId: CommunityId) => call(pointsRoutes.listRules, { params: { communityId } });

export type Terms = Pick<EarningRule, 'from' | 'amount' | 'perDay' | 'perMonth'> & { mostKept?: number };

/** One rule, and publishing the next version of it. */
export const useRule = (communityId: CommunityId, rule: EarningRule['id'], ask = source) => {
  const load = useLoad(communityId, () => ask(communityId));
  useRefresh(load.reload);
  const deeds = useDeeds();
  const publish = (terms: Terms) =>
    deeds.run('publish', async (id) => {
      const params = { communityId };
      load.show(await call(pointsStaffRoutes.publishRule, { params, body: { id, rule, ...terms } }));
      notify('已公布，居民看得到从哪天起');
    });
  return { ...load, deeds, publish };
};
