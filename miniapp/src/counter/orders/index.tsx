import type { OrderCard } from '@suishoupai/shared/rewards/contract';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { NothingNamed } from '../../council/nothing-named.tsx';
import { OrderRow } from '../../rewards/_parts/order-row.tsx';
import { Prose, Stack } from '../../rewards/_parts/parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useCounterOrders } from './_hooks/use-counter-orders.ts';

const Orders = ({ communityId }: { communityId: string }) => {
  const { view, tail, more, reload, which, setWhich, cancel, isRunning } = useCounterOrders(communityId);
  const [chosen, setChosen] = useState<OrderCard>();
  const [reason, setReason] = useState('');
  return (
    <Screen>
      <PillLine label="看哪些订单">
        <Pill text="等着领的" isChosen={which === 'open'} onPress={() => setWhich('open')} />
        <Pill text="办完的" isChosen={which === 'past'} onPress={() => setWhich('past')} />
      </PillLine>
      <Loaded view={view} onRetry={() => void reload()} empty={<EmptyState icon="clipboard-list" title="没有订单" />}>
        {(orders) => (
          <>
            <Card isTight>
              <Rows>
                {orders.map((order) => (
                  <OrderRow key={order.id} order={order} onPress={() => setChosen(order)} />
                ))}
              </Rows>
            </Card>
            <ListTail tail={tail} onMore={() => void more()} />
          </>
        )}
      </Loaded>
      <Sheet isOpen={chosen !== undefined} title={chosen?.title ?? ''} onClose={() => setChosen(undefined)}>
        {chosen?.state === 'open' ? (
          <Stack>
            <Prose text="交东西要先扫码或输码。缺货等原因要取消的，写明理由，本人收得到。" />
            <TextArea
              value={reason}
              onChange={setReason}
              maxLength={rewardLimits.reason}
              placeholder="为什么取消"
              label="取消的理由"
            />
            <Button
              look="ghost"
              text="取消订单，退回积分"
              isLoading={isRunning}
              isDisabled={reason.trim().length < 2}
              onPress={() => void cancel(chosen.id, reason.trim()).then(() => setChosen(undefined))}
            />
          </Stack>
        ) : (
          <Prose text="这笔订单已经办完。" />
        )}
      </Sheet>
    </Screen>
  );
};

const OrdersPage = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Orders communityId={communityId} />;
};

export default OrdersPage;
