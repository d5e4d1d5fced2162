import type { CommunityId } from '@suishoupai/shared/ids';
import { counterRoutes } from '@suishoupai/shared/rewards/routes';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useDeeds } from '../../../council/use-deeds.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';

const ask = (communityId: CommunityId, which: 'open' | 'past', cursor?: string) =>
  call(counterRoutes.listCounterOrders, { params: { communityId }, query: { which, cursor } });

export const useCounterOrders = (communityId: CommunityId, source = ask) => {
  const [which, setWhich] = useState<'open' | 'past'>('open');
  const pages = usePages(`${communityId} ${which}`, (cursor) => source(communityId, which, cursor), {
    reloadOnShow: true,
  });
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  const { run, running } = useDeeds({ onRefused: () => void pages.reload() });
  const cancel = (orderId: string, reason: string) =>
    run(`cancel ${orderId}`, async (id) => {
      await call(counterRoutes.cancelForResident, { params: { orderId }, body: { id, reason } });
      pages.show((items) => items.filter((each) => each.id !== orderId));
      notify('已取消，积分退回本人');
    });
  return { ...pages, which, setWhich, cancel, isRunning: running !== undefined };
};
