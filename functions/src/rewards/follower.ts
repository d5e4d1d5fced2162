import type { OrderId, PersonId } from '@suishoupai/shared/ids';
import { noticesOf, type OrderFacts, type OrderNotice } from '@suishoupai/shared/rewards/notices';
import type { ItemChange } from '../dynamo/memory-items.ts';
import { orderIn } from './order-store.ts';
import type { Placed } from './record.ts';

type Deps = { tell: (notice: OrderNotice & { cause: string; about: OrderId }, to: PersonId) => Promise<void> };

const factsOf = ({ card, at, by }: Placed): OrderFacts => ({ ...card, at, by, hands: card.hands ?? [] });

/** What follows from a change of an order: word to its owner. Late or again, it says the same under the same cause. */
export const makeOrderFollower =
  ({ tell }: Deps) =>
  async ({ before, after }: ItemChange): Promise<void> => {
    const placed = after === undefined ? undefined : orderIn(after);
    if (placed === undefined) return;
    const known = before === undefined ? undefined : orderIn(before);
    const { id } = placed.card;
    for (const notice of noticesOf(known && factsOf(known), factsOf(placed))) {
      await tell({ ...notice, cause: id, about: id }, placed.account);
    }
  };
