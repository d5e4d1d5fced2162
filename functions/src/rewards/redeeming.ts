import { AppError, type ErrorCode, invalidField } from '@suishoupai/shared/contract/errors';
import { communityOf, type OrderId, type PersonId, type RewardId, transferIdOf } from '@suishoupai/shared/ids';
import type { Refusal, Transfer } from '@suishoupai/shared/points/transfer';
import { keptUntil, obstacleTo } from '@suishoupai/shared/rewards/rules';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { BindingsOf } from '../households/bindings.ts';
import type { Turns } from '../people/turns.ts';
import type { Ledger } from '../points/ledger.ts';
import type { LedgerStore } from '../points/ledger-store.ts';
import { type BookRecord, isRefused, type Standing } from '../points/record.ts';
import type { OrderStore } from './order-store.ts';
import type { OrderRecord, Placed, StockRecord } from './record.ts';
import type { RewardStore } from './reward-store.ts';

type Deps = {
  ledger: Pick<Ledger, 'transferWith'>;
  book: Pick<LedgerStore, 'find'>;
  rewards: RewardStore;
  orders: OrderStore;
  bindingsOf: BindingsOf;
  turns: Pick<Turns, 'demand' | 'spend'>;
  /** Waits between two tries, so that those who met do not meet again. */
  pause: (ms: number) => Promise<void>;
  /** At least 0, below 1. */
  random: () => number;
};

/** `by`: the post of whoever acts for the person, `checked`: how they knew them. */
export type Asked = {
  id: OrderId;
  rewardId: RewardId;
  version: number;
  count: number;
  points: number;
  personId: PersonId;
  by?: string;
  checked?: string;
};

const codes: Partial<Record<Refusal, ErrorCode>> = {
  insufficient: 'order.insufficient',
  soldOut: 'order.soldOut',
  overPersonLimit: 'order.overPersonLimit',
  overHouseholdLimit: 'order.overHouseholdLimit',
  noHousehold: 'order.noHousehold',
  tooEarly: 'order.tooEarly',
  tooLate: 'order.tooLate',
  notOnShelf: 'order.notOnShelf',
  rewardChanged: 'reward.changed',
};
const refusedFor = (reason: Refusal) => new AppError(codes[reason] ?? 'transfer.refused');

/** How often somebody else may be first before the phone is asked to come again with the same id. */
const maxTries = 8;
const [shortestMs, longestMs] = [10, 200];

type Bought = NonNullable<BookRecord['bought']>;

/** What is no longer given out is not counted any more. */
const boughtWith = (
  before: Bought,
  id: RewardId,
  { count, until, now }: { count: number; until: string; now: string },
) => {
  const running = Object.entries(before).filter(([, each]) => each.until >= chinaDay(now));
  return { ...Object.fromEntries(running), [id]: { count: (before[id]?.count ?? 0) + count, until: chinaDay(until) } };
};

const transferFor = ({ id, rewardId, version, points, personId, by, checked }: Asked, now: Date): Transfer => ({
  id: transferIdOf(id),
  communityId: communityOf(id),
  unit: 'points',
  debit: personId,
  credit: 'redeemed',
  amount: points,
  phase: 'reserve',
  cause: { kind: 'order', id },
  rule: { id: rewardId, version },
  at: now.toISOString(),
  ...(by === undefined ? {} : { by }),
  ...(checked === undefined ? {} : { reason: checked }),
});

const isSame = (standing: Standing, asked: Asked): boolean => {
  const { amount, rule } = isRefused(standing) ? standing.transfer : standing;
  return amount === asked.points && rule?.id === asked.rewardId && rule.version === asked.version;
};

/** Holding points and stock for an order: all in one write, once for each id. */
export const makeRedeeming = ({ ledger, book, rewards, orders, bindingsOf, turns, pause, random }: Deps) => {
  const known = async (asked: Asked): Promise<Placed | undefined> => {
    const { id, personId } = asked;
    const standing = await book.find({ communityId: communityOf(id), unit: 'points', personId }, transferIdOf(id));
    if (standing === undefined) return undefined;
    if (!isSame(standing, asked)) throw new AppError('id.reused');
    if (isRefused(standing)) throw refusedFor(standing.refused);
    return orders.find(personId, id);
  };

  /** The household whose limit it counts for, where there is one: of somebody with two, the first. */
  const householdFor = async ({ terms }: StockRecord, { rewardId, personId, count }: Asked) => {
    const limit = terms.perHousehold;
    if (limit === undefined) return {};
    const bindings = await bindingsOf(personId, communityOf(rewardId));
    const [unit] = bindings.map((binding) => binding.unit).toSorted();
    if (unit === undefined) return 'noHousehold';
    if ((await rewards.ofHousehold(rewardId, unit)) + count > limit) return 'overHouseholdLimit';
    return { unit, act: rewards.countedFor(rewardId, unit, count, limit) };
  };

  const redeem = async (asked: Asked, now: Date): Promise<Placed> => {
    const { id, rewardId, personId, version, count, points } = asked;
    if (communityOf(id) !== communityOf(rewardId)) throw invalidField('body.id', 'community', '订单编号不属于这个社区');
    const standing = await known(asked);
    if (standing !== undefined) return standing;
    await turns.demand('order', asked.personId, now);

    const at = now.toISOString();
    /** Once it is gone a look that may be a moment old is all there is to it: what everybody asks for at once is read at half the price. */
    const stockNow = async (isFirst: boolean) => {
      const seen = isFirst ? await rewards.stock(rewardId, { consistent: false }) : undefined;
      return seen?.state === 'onShelf' && seen.left === 0 ? seen : rewards.stock(rewardId);
    };
    let tries = 0;
    const result = await ledger.transferWith(transferFor(asked, now), async ([page]) => {
      if (tries > maxTries) throw new AppError('order.busy');
      if (tries > 0) await pause(random() * Math.min(longestMs, shortestMs * 2 ** tries));
      tries += 1;
      // No transaction is begun for what cannot be.
      const stock = await stockNow(tries === 1);
      if (stock === undefined) throw new AppError('reward.notFound');
      const { terms, state, left } = stock;
      const before = page?.before.bought ?? {};
      const obstacle = obstacleTo(
        { count, version, points, bought: before[rewardId]?.count ?? 0 },
        { ...terms, state, left },
        at,
      );
      if (obstacle !== undefined) return obstacle;
      const household = await householdFor(stock, asked);
      if (typeof household === 'string') return household;

      const until = keptUntil(at, terms.holdDays);
      const order: OrderRecord = {
        ...{ id, title: terms.title, count, price: terms.price, handed: 0, state: 'open', until, revision: 1 },
        code: await orders.claimCode(personId, { id, until }, at),
        ...(terms.supplier === undefined ? {} : { supplierId: terms.supplier.id }),
        ...(household.unit === undefined ? {} : { unit: household.unit }),
      };
      const bought =
        terms.perPerson === undefined
          ? undefined
          : boughtWith(before, rewardId, { count, until: terms.until, now: at });
      return {
        acts: [rewards.taken(rewardId, version, count), ...(household.act === undefined ? [] : [household.act])],
        onLead: { beside: orders.beside(personId, order, at), ...(bought === undefined ? {} : { bought }) },
      };
    });
    if (result.result === 'refused') {
      await turns.spend('order', asked.personId, now);
      throw refusedFor(result.reason);
    }
    if (result.result !== 'created' && result.result !== 'exists') throw new AppError('id.reused');
    const placed = await orders.find(personId, id);
    if (placed === undefined) throw new Error(`order ${id} was written and is not there`);
    return placed;
  };

  return { redeem };
};

export type Redeeming = ReturnType<typeof makeRedeeming>;
