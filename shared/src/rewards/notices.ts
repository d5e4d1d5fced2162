import { untilWords } from '../time/china.ts';
import type { OrderState } from './contract.ts';

/** What of an order its notices look at. */
export type OrderFacts = {
  id: string;
  title: string;
  count: number;
  price: number;
  handed: number;
  state: OrderState;
  code: string;
  until: string;
  at: string;
  by?: string | undefined;
  remindedAt?: string | undefined;
  hands: readonly { at: string; count: number }[];
  ended?: { at: string; refunded: number; by?: string | undefined; reason?: string | undefined } | undefined;
};

export type OrderNotice = {
  kind: 'orderPlaced' | 'orderExpiring' | 'orderHandedOver' | 'orderExpired' | 'orderCancelled';
  at: string;
  title: string;
  text: string;
};

const whatOf = ({ title, count }: OrderFacts): string => (count === 1 ? title : `${title} × ${count}`);

/** Says that part of it had been handed over, and what came back. */
const refundOf = ({ price }: OrderFacts, refunded: number): string =>
  refunded === 0 ? '' : `，退回 ${refunded * price} 积分`;

const endedNotice = (order: OrderFacts): OrderNotice[] => {
  const { ended, state, handed } = order;
  if (ended === undefined) return [];
  const { at, refunded, by, reason = '' } = ended;
  const text = `${whatOf(order)}${refundOf(order, refunded)}`;
  if (state === 'done')
    return [{ kind: 'orderHandedOver', at, title: `领到了 ${order.hands.at(-1)?.count ?? handed} 件`, text }];
  if (state === 'expired') return [{ kind: 'orderExpired', at, title: '到期没有领取，已经退回', text }];
  // Whoever cancels their own order knows it.
  return by === undefined
    ? []
    : [{ kind: 'orderCancelled', at, title: `${by}取消了您的订单`, text: `${text}。${reason}` }];
};

/** What a change of an order has to be told to its owner. `before` is absent when it was just made; told again, it says the same. */
export const noticesOf = (before: OrderFacts | undefined, after: OrderFacts): OrderNotice[] => {
  const notices: OrderNotice[] = [];
  const what = whatOf(after);
  if (before === undefined) {
    const who = after.by === undefined ? '换好了' : `${after.by}替您换好了`;
    const text = `${what}，${after.count * after.price} 积分。凭码 ${after.code}，最晚 ${untilWords(after.until)} 领取`;
    notices.push({ kind: 'orderPlaced', at: after.at, title: who, text });
  }
  if (after.remindedAt !== undefined && before?.remindedAt === undefined) {
    const text = `${what}，过了 ${untilWords(after.until)} 就退回积分`;
    notices.push({ kind: 'orderExpiring', at: after.remindedAt, title: '还有一天，记得去领', text });
  }
  const hands = after.ended === undefined ? after.hands.slice(before?.hands.length ?? 0) : [];
  for (const { at, count } of hands) {
    const text = `${what}，还有 ${after.count - after.handed} 件留着`;
    notices.push({ kind: 'orderHandedOver', at, title: `领到了 ${count} 件`, text });
  }
  if (before?.ended === undefined) notices.push(...endedNotice(after));
  return notices;
};
