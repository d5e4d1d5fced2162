import type { OrderId } from '@suishoupai/shared/ids';
import { Order } from '@suishoupai/shared/rewards/contract';
import { readStored, writeStored } from '../../state/storage.ts';

const keyOf = (id: OrderId) => `order:${id}`;

/** Open orders stay on the phone, so that the code can be shown without a network; ended ones are forgotten. */
export const keepOrder = (order: Order): void =>
  void writeStored(keyOf(order.id), order.state === 'open' ? order : undefined);

export const keptOrder = (id: OrderId): Order | undefined => readStored(keyOf(id), Order);
