import { useRouter } from '@tarojs/taro';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { OrderRow } from '../_parts/order-row.tsx';
import { useOrders } from './_hooks/use-orders.ts';

const OrdersPage = () => {
  const { communityId } = useRouter().params;
  const { view, tail, more, reload } = useOrders(communityId);
  return (
    <Screen>
      <Loaded
        view={view}
        onRetry={() => void reload()}
        empty={
          <EmptyState
            icon="clipboard-list"
            title="还没有订单"
            text="用积分换的东西和服务在这里看。"
            action={<Button look="ghost" text="看看能换什么" onPress={() => open(routes.rewards(communityId))} />}
          />
        }
      >
        {(orders) => (
          <>
            <Card isTight>
              <Rows>
                {orders.map((order) => (
                  <OrderRow key={order.id} order={order} onPress={() => open(routes.order(order.id))} />
                ))}
              </Rows>
            </Card>
            <ListTail tail={tail} onMore={() => void more()} />
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default OrdersPage;
