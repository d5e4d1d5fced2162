import { type ClaimForStaff, householdRoutes } from '@suishoupai/shared/households/contract';
import type { ActionId, ClaimId, CommunityId } from '@suishoupai/shared/ids';
import { useReachBottom } from '@tarojs/taro';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';

export type Decision = { decision: 'approve' } | { decision: 'refuse'; reason: string };

const service = {
  ask: (communityId: CommunityId, cursor: string | undefined) =>
    call(householdRoutes.listClaims, { params: { communityId }, query: cursor === undefined ? {} : { cursor } }),
  decide: (claimId: ClaimId, id: ActionId, decision: Decision) =>
    call(householdRoutes.decideClaim, { params: { claimId }, body: { id, ...decision } }),
};

/** Requests that wait, and what is decided of them; decided ones leave the list. */
export const useClaims = (communityId: CommunityId, { ask, decide } = service) => {
  const pages = usePages(communityId, (cursor) => ask(communityId, cursor), { reloadOnShow: true });
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  const without = (claimId: ClaimId) => pages.show((items) => items.filter(({ id }) => id !== claimId));
  const deeds = useDeeds({ onRefused: ({ code }) => code === 'claim.decided' && void pages.reload() });

  const settle = (claim: ClaimForStaff, decision: Decision) =>
    deeds.run(`${claim.id} ${decision.decision}`, async (id) => {
      await decide(claim.id, id, decision);
      notify(decision.decision === 'approve' ? '已通过，会告诉申请人' : '已退回，理由会告诉申请人');
      without(claim.id);
    });

  return { pages, deeds, settle };
};
