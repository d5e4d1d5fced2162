import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { type ActionId, communityOf, type OrderId, type PersonId, type TransferId } from '@suishoupai/shared/ids';
import type { counterRoutes } from '@suishoupai/shared/rewards/routes';
import type { ClerkOf } from '../households/access.ts';
import type { Viewer } from '../http/handlers.ts';
import { decided } from '../meetings/again.ts';
import { type End, endOf } from './ending.ts';
import type { OrderStore } from './order-store.ts';
import type { Placed } from './record.ts';
import type { CounterOf } from './standing.ts';

type Deps = {
  orders: OrderStore;
  end: End;
  counterOf: CounterOf;
  clerkOf: ClerkOf;
  /** Where the order is handed over, for whoever came to another place. */
  placeOf: (placed: Placed) => Promise<string>;
};

type HandBody = RouteRequest<(typeof counterRoutes)['handOverOrder']>['body'];

const changed = () => new AppError('order.changed');
const transferOf = (id: ActionId): TransferId => `trf_${id.slice(-26)}` as TransferId;

/** Handing over and cancelling: each is one write on the order as it was read, done once for each action. */
export const makeHanding = ({ orders, end, counterOf, clerkOf, placeOf }: Deps) => {
  const read = async (personId: PersonId | undefined, id: OrderId): Promise<Placed> => {
    const placed = personId === undefined ? undefined : await orders.find(personId, id);
    if (placed === undefined) throw new AppError('order.notFound');
    return placed;
  };
  const demandOpen = (placed: Placed, now: Date): void => {
    const code = endOf(placed, now.toISOString());
    if (code !== undefined) throw new AppError(code);
  };
  const wrongPlace = async (placed: Placed) =>
    new AppError('order.wrongPlace', [
      { field: 'body.code', rule: 'wrongPlace', message: `请到「${await placeOf(placed)}」领取` },
    ]);

  return {
    /** The post under which a counter hands this over; AppError `order.wrongPlace` when it is not given out there. */
    postFor: async (viewer: Viewer, placed: Placed, now: Date): Promise<string> => {
      const counter = await counterOf(viewer, communityOf(placed.card.id), now);
      const post = counter.labelFor(placed.card.supplierId);
      if (post === undefined) throw await wrongPlace(placed);
      return post;
    },

    hand: async (viewer: Viewer, orderId: OrderId, { id, count, rest }: HandBody, now: Date): Promise<Placed> => {
      const counter = await counterOf(viewer, communityOf(orderId), now);
      const owner = await orders.ownerOf(orderId);
      return decided(async () => {
        const placed = await read(owner, orderId);
        const by = counter.labelFor(placed.card.supplierId);
        if (by === undefined) throw await wrongPlace(placed);
        const taken = placed.card.hands?.find((hand) => hand.id === id);
        if (taken !== undefined) {
          if (taken.count !== count) throw new AppError('id.reused');
          return placed;
        }
        demandOpen(placed, now);
        const { card, account } = placed;
        const left = card.count - card.handed - count;
        if (left < 0) throw invalidField('body.count', 'tooMany', `最多还能领 ${card.count - card.handed} 件`);
        if (left > 0 && rest === undefined) {
          throw invalidField('body.rest', 'missing', `还剩 ${left} 件，请选留着还是退回`);
        }
        const at = now.toISOString();
        const hand = { id, count, at, by };
        const isDone =
          left > 0 && rest === 'kept'
            ? await orders.change(account, {
                ...card,
                handed: card.handed + count,
                revision: card.revision + 1,
                hands: [...(card.hands ?? []), hand],
              })
            : await end(placed, { event: 'hand', id, transferId: transferOf(id), at, by, hand });
        return isDone ? read(owner, orderId) : undefined;
      }, changed);
    },

    cancel: (personId: PersonId, orderId: OrderId, id: ActionId, now: Date): Promise<Placed> =>
      decided(async () => {
        const placed = await read(personId, orderId);
        if (placed.card.ended?.id === id) return placed;
        demandOpen(placed, now);
        if (placed.card.handed > 0) throw changed();
        const at = now.toISOString();
        const isDone = await end(placed, { event: 'cancel', id, transferId: transferOf(id), at });
        return isDone ? read(personId, orderId) : undefined;
      }, changed),

    cancelFor: async (viewer: Viewer, orderId: OrderId, body: { id: ActionId; reason: string }, now: Date) => {
      const { id, reason } = body;
      const { label: by } = await clerkOf(viewer, communityOf(orderId), now);
      const owner = await orders.ownerOf(orderId);
      return decided(async () => {
        const placed = await read(owner, orderId);
        const { ended } = placed.card;
        if (ended?.id === id) {
          if (ended.reason !== reason) throw new AppError('id.reused');
          return placed;
        }
        demandOpen(placed, now);
        const at = now.toISOString();
        const isDone = await end(placed, { event: 'cancel', id, transferId: transferOf(id), at, by, reason });
        return isDone ? read(owner, orderId) : undefined;
      }, changed);
    },
  };
};
