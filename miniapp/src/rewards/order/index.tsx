import { OrderId } from '@suishoupai/shared/ids';
import type { Order } from '@suishoupai/shared/rewards/contract';
import { orderStateLabels } from '@suishoupai/shared/rewards/labels';
import { exactTime } from '@suishoupai/shared/time/china';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import * as z from 'zod/mini';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Facts, Line, Prose, Stack, Title } from '../_parts/parts.tsx';
import { orderLooks } from '../_parts/words.ts';
import { CodeCard } from './_components/code-card.tsx';
import { useOrder } from './_hooks/use-order.ts';

const endWords = ({ ended, price }: Order): string | undefined => {
  if (ended === undefined) return undefined;
  const refund = ended.refunded === 0 ? '' : `，退回 ${ended.refunded * price} 积分`;
  const reason = ended.reason === undefined ? '' : `。${ended.reason}`;
  return `${exactTime(ended.at)}${refund}${reason}`;
};

const Body = ({ order, isOld }: { order: Order; isOld: boolean }) => {
  const { title, count, price, handed, state, place, hours, supplier, by, ended } = order;
  return (
    <>
      <Slot>{state === 'open' && <CodeCard order={order} isOld={isOld} />}</Slot>
      <Card>
        <Stack>
          <Title text={title} />
          <Line>
            <Chip text={orderStateLabels[state]} {...orderLooks[state]} />
          </Line>
          <Facts
            facts={[
              ['数量', `${count} 件${handed > 0 && handed < count ? `，已领 ${handed} 件` : ''}`],
              ['积分', `${count * price} 积分`],
              ['到哪里领', place],
              ['时间', hours],
              ['谁给', supplier?.label],
              ['下单', exactTime(order.at)],
              ['谁办的', by === undefined ? undefined : `${by}替您换的`],
              ['结果', ended === undefined ? undefined : endWords(order)],
            ]}
          />
        </Stack>
      </Card>
      <Card isTight>
        <ListRow icon="store" title="看这件兑换品" onPress={() => open(routes.reward(order.rewardId))} />
      </Card>
    </>
  );
};

const OrderScreen = ({ orderId }: { orderId: OrderId }) => {
  const { view, reload, cancel, isCancelling } = useOrder(orderId);
  const [isOpen, setOpen] = useState(false);
  const seen = view.state === 'ready' ? view.data : undefined;
  const mayCancel = seen?.order.state === 'open' && seen.order.handed === 0 && !seen.isOld;
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {(ready) => <Body {...ready} />}
      </Loaded>
      <Slot>{mayCancel && <Button look="plain" text="不要了，取消订单" onPress={() => setOpen(true)} />}</Slot>
      <Sheet isOpen={isOpen} title="取消这笔订单？" onClose={() => setOpen(false)}>
        <Stack>
          <Prose text="积分马上原样退回；东西还给大家换。" />
          <Button
            look="ghost"
            text="取消订单，退回积分"
            isLoading={isCancelling}
            onPress={() => void cancel().then(() => setOpen(false))}
          />
        </Stack>
      </Sheet>
    </Screen>
  );
};

const OrderPage = () => {
  const orderId = z.safeParse(OrderId, useRouter().params['id']);
  if (orderId.success) return <OrderScreen orderId={orderId.data} />;
  return (
    <Screen>
      <EmptyState icon="search" title="没有找到这笔订单" text="链接不完整" />
    </Screen>
  );
};

export default OrderPage;
