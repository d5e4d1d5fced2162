import type { Log } from '../log.ts';
import { transferIdFor } from '../points/derived-id.ts';
import { type End, endOf } from './ending.ts';
import type { OrderStore } from './order-store.ts';

type Deps = { orders: OrderStore; end: End; log: Log };

/** No sweep looks at more, however much waits: the next one is five minutes away. */
const maxRounds = 20;

/**
 * What the clock does with orders: a word a day before they lapse, and the refund when they have. Each is read again, so that late, twice
 * or beside a counter it comes out the same.
 */
export const makeOrderSweep = ({ orders, end, log }: Deps) => {
  const settle = async (
    { personId, id }: Awaited<ReturnType<OrderStore['due']>>[number],
    now: string,
  ): Promise<boolean> => {
    const placed = await orders.find(personId, id);
    if (placed === undefined || placed.card.state !== 'open') return false;
    const { card } = placed;
    if (endOf(placed, now) !== undefined) {
      const transferId = transferIdFor(card.until, 'expire', id);
      return end(placed, { event: 'expire', id: transferId, transferId, at: now });
    }
    if (card.remindedAt !== undefined) return false;
    return orders.change(personId, { ...card, remindedAt: now, revision: card.revision + 1 });
  };

  return async (now: Date): Promise<{ done: number; failed: number }> => {
    const count = { done: 0, failed: 0 };
    const seen = new Set<string>();
    for (let round = 0; round < maxRounds; round += 1) {
      const due = (await orders.due(now.toISOString())).filter(({ id }) => !seen.has(id));
      if (due.length === 0) break;
      for (const each of due) {
        seen.add(each.id);
        try {
          if (await settle(each, now.toISOString())) count.done += 1;
        } catch (error) {
          count.failed += 1;
          log.error('order could not be swept', { orderId: each.id, cause: error });
        }
      }
    }
    return count;
  };
};
