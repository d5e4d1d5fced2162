import type { OrderState, RewardState } from './contract.ts';

type By = 'person' | 'counter' | 'staff' | 'clock';
type Row<S> = { from: readonly S[]; to: S | 'same'; by: readonly By[] };

/** The one table of a reward. */
export const rewardTransitions = {
  change: { from: ['draft', 'onShelf', 'offShelf'], to: 'same', by: ['staff'] },
  shelve: { from: ['draft', 'offShelf'], to: 'onShelf', by: ['staff'] },
  withdraw: { from: ['onShelf'], to: 'offShelf', by: ['staff'] },
  correct: { from: ['draft', 'onShelf', 'offShelf'], to: 'same', by: ['staff'] },
} as const satisfies Record<string, Row<RewardState>>;
export type RewardEvent = keyof typeof rewardTransitions;

/** The one table of an order: `handPart` leaves something for another time, `hand` does not. `counter` is whoever hands over. */
export const orderTransitions = {
  handPart: { from: ['open'], to: 'same', by: ['counter'] },
  hand: { from: ['open'], to: 'done', by: ['counter'] },
  cancel: { from: ['open'], to: 'cancelled', by: ['person', 'staff'] },
  expire: { from: ['open'], to: 'expired', by: ['clock'] },
} as const satisfies Record<string, Row<OrderState>>;
export type OrderEvent = keyof typeof orderTransitions;

const after = <S>(state: S, { from, to }: Row<S>): S | undefined => {
  if (!from.includes(state)) return undefined;
  return to === 'same' ? state : to;
};

/** The state of a reward after an event; undefined when it cannot happen in this state. */
export const rewardAfter = (state: RewardState, event: RewardEvent): RewardState | undefined =>
  after<RewardState>(state, rewardTransitions[event]);

/** The state of an order after an event; undefined when it cannot happen in this state. */
export const orderAfter = (state: OrderState, event: OrderEvent): OrderState | undefined =>
  after<OrderState>(state, orderTransitions[event]);
