import type { OrderCard } from '@suishoupai/shared/rewards/contract';
import { orderStateLabels } from '@suishoupai/shared/rewards/labels';
import { exactTime, untilWords } from '@suishoupai/shared/time/china';
import { ListRow } from '../../ui/list-row.tsx';

/** An order in a list: what, how many, and until when it is kept or when it was made. */
export const OrderRow = ({ order, onPress }: { order: OrderCard; onPress: () => void }) => {
  const { title, count, price, state, until, at, handed } = order;
  const when = state === 'open' ? `最晚 ${untilWords(until)} 领取` : `${exactTime(at)} 下单`;
  const part = handed > 0 && handed < count ? `已领 ${handed} 件 · ` : '';
  return (
    <ListRow
      title={count === 1 ? title : `${title}，${count} 件`}
      note={`${part}${when} · ${count * price} 积分`}
      end={orderStateLabels[state]}
      onPress={onPress}
    />
  );
};
