import { AppError, type ErrorCode } from '@suishoupai/shared/contract/errors';
import { communityOf, type TransferId } from '@suishoupai/shared/ids';
import { type OrderEvent, orderAfter } from '@suishoupai/shared/rewards/transitions';
import type { Ledger } from '../points/ledger.ts';
import type { BookRecord } from '../points/record.ts';
import type { OrderStore } from './order-store.ts';
import type { OrderRecord, Placed } from './record.ts';
import type { RewardStore } from './reward-store.ts';

type Deps = { ledger: Pick<Ledger, 'transferWith'>; rewards: RewardStore; orders: OrderStore };

/** What brings an order to its end. `transferId` is the same whenever the same thing does; `hand` are the pieces handed over with it. */
export type Ending = {
  event: Exclude<OrderEvent, 'handPart'>;
  id: string;
  transferId: TransferId;
  at: string;
  by?: string;
  reason?: string;
  hand?: NonNullable<OrderRecord['hands']>[number];
};

const endedCodes: Record<Exclude<OrderRecord['state'], 'open'>, ErrorCode> = {
  done: 'order.alreadyDone',
  cancelled: 'order.cancelled',
  expired: 'order.expired',
};

/** Why nothing more can be done with an order at a moment (ISO): it has ended, or lapsed and is only waiting for the sweep. */
export const endOf = ({ card }: Placed, now: string): ErrorCode | undefined => {
  if (card.state !== 'open') return endedCodes[card.state];
  return now >= card.until ? 'order.expired' : undefined;
};

const lessened = (before: BookRecord['bought'], { rule }: Placed, count: number): BookRecord['bought'] => {
  const had = before?.[rule.id];
  if (before === undefined || had === undefined) return before;
  return { ...before, [rule.id]: { ...had, count: Math.max(0, had.count - count) } };
};

const after = ({ card }: Placed, ending: Ending): OrderRecord => {
  const { event, id, at, by, reason, hand } = ending;
  const state = orderAfter(card.state, event);
  if (state === undefined) throw new AppError('order.changed');
  const handed = card.handed + (hand?.count ?? 0);
  return {
    ...card,
    ...{ state, handed, revision: card.revision + 1 },
    ...(hand === undefined ? {} : { hands: [...(card.hands ?? []), hand] }),
    ended: {
      ...{ id, at, refunded: card.count - handed },
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
    },
  };
};

/**
 * Ends an order: what was handed over is paid for, the rest comes free, and its pieces go back to stock, all in one write. False when the
 * order has moved on since it was read.
 */
export const makeEnd =
  ({ ledger, rewards, orders }: Deps) =>
  async (placed: Placed, ending: Ending): Promise<boolean> => {
    const { card, account: personId, rule, debit, credit, unit, cause, id: ends } = placed;
    const order = after(placed, ending);
    const { handed, price, count } = order;
    const refunded = count - handed;
    const phase = handed > 0 ? 'post' : ending.event === 'expire' ? 'expire' : 'release';
    const { transferId: id, at, by, reason } = ending;
    const result = await ledger.transferWith(
      {
        ...{ id, communityId: communityOf(card.id), unit, debit, credit, phase, ends, cause, at },
        amount: handed > 0 ? handed * price : placed.amount,
        ...(by === undefined ? {} : { by }),
        ...(reason === undefined ? {} : { reason }),
      },
      async ([page]) => {
        const standing = await orders.find(personId, card.id);
        if (standing?.card.revision !== card.revision) return 'alreadyEnded';
        const bought = refunded === 0 ? undefined : lessened(page?.before.bought, placed, refunded);
        return {
          acts: [
            orders.changed(personId, order),
            ...(refunded === 0 ? [] : [rewards.givenBack(rule.id, refunded)]),
            ...(refunded === 0 || card.unit === undefined ? [] : [rewards.uncountedFor(rule.id, card.unit, refunded)]),
          ],
          onLead: bought === undefined ? {} : { bought },
        };
      },
    );
    return result.result === 'created';
  };

export type End = ReturnType<typeof makeEnd>;
