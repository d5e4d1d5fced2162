import { communityOf, idTail, newOrderId, OrderId, type RewardId } from '@suishoupai/shared/ids';
import type { Reward } from '@suishoupai/shared/rewards/contract';
import { rewardRoutes } from '@suishoupai/shared/rewards/routes';
import { useRef, useState } from 'react';
import * as z from 'zod/mini';
import { isUndecided, needsSignIn } from '../../../api/api-error.ts';
import { call, useMe } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { platform } from '../../../platform/platform.ts';
import { open, replace, routes } from '../../../routes.ts';
import { readStored, writeStored } from '../../../state/storage.ts';
import { notifyError } from '../../../ui/notify.ts';
import { keepOrder } from '../../order/kept-orders.ts';

/** What was sent and not answered: the next tap sends the same, also after the program was closed. */
const Pending = z.object({ id: OrderId, version: z.int(), count: z.int(), points: z.int() });
type Pending = z.output<typeof Pending>;

const fetchReward = (rewardId: RewardId): Promise<Reward> => call(rewardRoutes.getReward, { params: { rewardId } });

export const useRedeem = (rewardId: RewardId, source = fetchReward) => {
  const me = useMe();
  const key = `redeem:${rewardId}:${me?.id ?? ''}`;
  const { view, reload } = useLoad(`${rewardId} ${me?.id}`, () => source(rewardId), { reloadOnShow: true });
  useRefresh(reload);
  const [pending, setPending] = useState<Pending | undefined>(() => readStored(key, Pending));
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);
  const keep = (next: Pending | undefined) => {
    writeStored(key, next);
    setPending(next);
  };

  const send = async (asked: Pending): Promise<void> => {
    try {
      const order = await call(rewardRoutes.redeemReward, { params: { rewardId }, body: asked });
      keep(undefined);
      keepOrder(order);
      replace(routes.order(order.id));
    } catch (error) {
      if (!isUndecided(error)) keep(undefined);
      notifyError(error);
      if (needsSignIn(error)) open(routes.signIn());
      await reload();
    }
  };

  /** The id is made and kept before the first try; a second tap while it runs does nothing. */
  const redeem = async ({ version, price }: Pick<Reward, 'version' | 'price'>, count: number): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    try {
      const newTail = idTail(Date.now(), await platform.randomBytes(10));
      const id = newOrderId(communityOf(rewardId), newTail);
      const asked = pending ?? { id, version, count, points: price * count };
      keep(asked);
      await send(asked);
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };

  return { view, reload, redeem, isSending, pending, isSignedIn: me !== undefined };
};

export type RedeemControl = ReturnType<typeof useRedeem>;
