import { type Claim, householdRoutes } from '@suishoupai/shared/households/contract';
import { placeWords } from '@suishoupai/shared/households/notices';
import { call, useMe } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { confirmed, notify } from '../../../ui/notify.ts';

const list = async (): Promise<Claim[]> => (await call(householdRoutes.listMyHouseholds)).items;

/** My requests and bindings. */
export const useHouseholds = (source = list) => {
  const me = useMe();
  const { view, reload, show } = useLoad(`${me?.id}`, source, {
    isEmpty: ({ length }) => length === 0,
    reloadOnShow: true,
  });
  useRefresh(reload);
  const { running, act } = useAct();
  const claims = view.state === 'ready' ? view.data : [];

  const withdraw = async (claim: Claim) => {
    const isBound = claim.state === 'approved';
    const isSure = await confirmed({
      title: isBound ? `不再是 ${placeWords(claim)} 的人？` : '撤回这份申请？',
      text: isBound ? '结束以后不能再用这一户投票，要用得重新申请。' : '撤回以后可以重新申请。',
      yes: isBound ? '结束' : '撤回',
    });
    if (!isSure) return;
    const after = await act(claim.id, (id) =>
      call(householdRoutes.withdrawClaim, { params: { claimId: claim.id }, body: { id } }),
    );
    if (after === undefined) return;
    show(claims.map((each) => (each.id === after.id ? after : each)));
    notify(isBound ? '已结束' : '已撤回');
  };

  return {
    view,
    reload,
    running,
    withdraw: (claim: Claim) => void withdraw(claim),
    add: (claim: Claim) => show([claim, ...claims.filter(({ id }) => id !== claim.id)]),
  };
};
