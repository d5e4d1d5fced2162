import { type CommunityId, communityOf, OrderId } from '@suishoupai/shared/ids';
import type { CounterOrder } from '@suishoupai/shared/rewards/contract';
import { counterRoutes } from '@suishoupai/shared/rewards/routes';
import { useState } from 'react';
import * as z from 'zod/mini';
import { call, useMe } from '../../api/client.ts';
import { useDeeds } from '../../council/use-deeds.ts';
import { scanCode } from '../../platform/scan-code.ts';
import { notify } from '../../ui/notify.ts';

type Rest = 'kept' | 'refunded';

/** At a counter: a code is scanned or typed, its order is seen, and all or part of it is handed over. */
export const useCounter = (communityId: CommunityId) => {
  const me = useMe();
  const [order, setOrder] = useState<CounterOrder>();
  const [typed, setTyped] = useState('');
  const { run, running, refusalOf, isLocked } = useDeeds();
  const isStaff = (me?.grants ?? []).some(
    (grant) => grant.role === 'coordinator' || (grant.role === 'communityStaff' && grant.communityId === communityId),
  );

  const find = (code: string) =>
    run(`find ${code}`, async () => {
      setOrder(await call(counterRoutes.findOrder, { params: { communityId }, body: { code } }));
      setTyped('');
    });

  const scan = async (): Promise<void> => {
    const found = z.safeParse(OrderId, await scanCode?.());
    if (!found.success) return;
    if (communityOf(found.data) === communityId) await find(found.data);
    else notify('这是别的社区的领取码');
  };

  /** `rest` is asked for where something is left. */
  const hand = async (of: CounterOrder, count: number, rest?: Rest): Promise<void> => {
    const about = `hand ${of.id} ${count} ${rest}`;
    await run(about, async (id) => {
      setOrder(
        await call(counterRoutes.handOverOrder, {
          params: { orderId: of.id },
          body: { id, count, ...(rest === undefined ? {} : { rest }) },
        }),
      );
      notify(`交出 ${count} 件`);
    });
  };

  const refusal = typed === '' ? undefined : refusalOf(`find ${typed}`);
  return {
    order,
    close: () => setOrder(undefined),
    typed,
    setTyped: (value: string) => setTyped(value.replace(/\D/g, '').slice(0, 6)),
    find,
    ...(scanCode === undefined ? {} : { scan }),
    hand,
    isStaff,
    isRunning: running !== undefined,
    isHandLocked: (of: CounterOrder, count: number, rest?: Rest) => isLocked(`hand ${of.id} ${count} ${rest}`),
    refusal,
  };
};

export type CounterControl = ReturnType<typeof useCounter>;
