import type { OrderId } from '@suishoupai/shared/ids';
import type { Order } from '@suishoupai/shared/rewards/contract';
import { rewardRoutes } from '@suishoupai/shared/rewards/routes';
import { hasNoAnswer } from '../../../api/api-error.ts';
import { call, useMe } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { keepOrder, keptOrder } from '../kept-orders.ts';

/** `isOld`: the service could not be asked, and this is what the phone knew last. */
type Seen = { order: Order; isOld: boolean };

const fetchOrder = async (orderId: OrderId): Promise<Seen> => {
  try {
    const order = await call(rewardRoutes.getOrder, { params: { orderId } });
    keepOrder(order);
    return { order, isOld: false };
  } catch (error) {
    const order = hasNoAnswer(error) ? keptOrder(orderId) : undefined;
    if (order === undefined) throw error;
    return { order, isOld: true };
  }
};

export const useOrder = (orderId: OrderId, source = fetchOrder) => {
  const me = useMe();
  const { view, reload, show } = useLoad(`${orderId} ${me?.id}`, () => source(orderId), { reloadOnShow: true });
  useRefresh(reload);
  const { running, act } = useAct();
  const cancel = async (): Promise<boolean> => {
    const order = await act(`cancel ${orderId}`, (id) =>
      call(rewardRoutes.cancelOrder, { params: { orderId }, body: { id } }),
    );
    if (order === undefined) {
      await reload();
      return false;
    }
    keepOrder(order);
    show({ order, isOld: false });
    notify('已取消，积分退回了');
    return true;
  };
  return { view, reload, cancel, isCancelling: running !== undefined };
};
