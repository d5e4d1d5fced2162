import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { UnitCode } from '@suishoupai/shared/households/contract';
import { maskedName } from '@suishoupai/shared/households/rules';
import {
  type ActionId,
  type CommunityId,
  communityOf,
  type OrderId,
  type PersonId,
  type RewardId,
} from '@suishoupai/shared/ids';
import { freeOf } from '@suishoupai/shared/points/holding';
import type { CounterOrder, Order, Reward, RewardForStaff, Served } from '@suishoupai/shared/rewards/contract';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import type { counterRoutes } from '@suishoupai/shared/rewards/routes';
import { makeClerkOf } from '../households/access.ts';
import type { ClaimStore } from '../households/claim-store.ts';
import type { Viewer } from '../http/handlers.ts';
import type { AccessLog } from '../people/access-log-store.ts';
import { makePostIn } from '../people/posts.ts';
import type { TurnStore } from '../people/turn-store.ts';
import { makeTurns } from '../people/turns.ts';
import type { PlacesService } from '../places/service.ts';
import { makeLedger } from '../points/ledger.ts';
import type { LedgerStore } from '../points/ledger-store.ts';
import { makeCatalogue, type PhotosOf } from './catalogue.ts';
import { makeEnd } from './ending.ts';
import { makeHanding } from './handing.ts';
import type { ListedOrder, OrderStore } from './order-store.ts';
import type { Placed } from './record.ts';
import { type Asked, makeRedeeming } from './redeeming.ts';
import type { RewardStore } from './reward-store.ts';
import { makeCounterOf } from './standing.ts';
import { counterViewOf, listedOf, orderViewOf, type PhotoUrls, rewardCardOf, rewardViewOf } from './view.ts';

type Deps = {
  ledger: LedgerStore;
  rewards: RewardStore;
  orders: OrderStore;
  claims: Pick<ClaimStore, 'bound' | 'bindingsOf' | 'find'>;
  accessLog: Pick<AccessLog, 'note'>;
  places: Pick<PlacesService, 'getCommunity'>;
  photosOf: PhotosOf;
  photoUrls: PhotoUrls;
  turns: TurnStore;
  pause: (ms: number) => Promise<void>;
  random: () => number;
};

type ForBody = RouteRequest<(typeof counterRoutes)['redeemForResident']>['body'];
type FindBody = RouteRequest<(typeof counterRoutes)['findOrder']>['body'];

/** How many pages are looked through for one page of a supplier's own orders. */
const pagesLookedThrough = 5;

/** What points are spent on: the catalogue, orders, and the counter. */
export const makeRewardService = (given: Deps) => {
  const { rewards, orders, claims, accessLog, photoUrls, ledger: store } = given;
  const ledger = makeLedger(store);
  const postIn = makePostIn(given.places);
  const clerkOf = makeClerkOf(given.places);
  const counterOf = makeCounterOf(postIn);
  const turns = makeTurns(given.turns);
  const deps = { ...given, turns, ledger, book: store, bindingsOf: claims.bindingsOf, clerkOf, counterOf };
  const versionOf = ({ rule }: Placed) => rewards.version(rule.id, rule.version);
  const placeOf = async (placed: Placed) => (await versionOf(placed))?.place ?? '';
  const catalogue = makeCatalogue(deps);
  const { redeem } = makeRedeeming(deps);
  const handing = makeHanding({ ...deps, end: makeEnd(deps), placeOf });

  const orderView = async (placed: Placed): Promise<Order> => orderViewOf(placed, await versionOf(placed), photoUrls);
  const counterView = async (placed: Placed): Promise<CounterOrder> =>
    counterViewOf(placed, await versionOf(placed), photoUrls);
  const bookOf = (communityId: CommunityId, personId: PersonId) =>
    store.book({ communityId, unit: 'points', personId });

  const said = async (id: RewardId, options?: { consistent?: boolean }) => {
    const stock = await catalogue.find(id, options);
    const version = await rewards.version(id, stock.terms.version);
    if (version === undefined) throw new Error(`${id} has no version ${stock.terms.version}`);
    return { stock, view: rewardViewOf(stock, version, photoUrls) };
  };

  const forStaff = async (id: RewardId): Promise<RewardForStaff> => {
    const [{ stock, view }, lines] = await Promise.all([said(id), rewards.lines(id)]);
    return { ...view, granted: stock.granted, lines };
  };

  /** A page of those that somebody at a counter may see; a supplier's own are looked for on some pages. */
  const seenBy = async (
    isSeen: (order: ListedOrder) => boolean,
    pageFrom: (cursor: string | undefined) => ReturnType<OrderStore['list']>,
    cursor: string | undefined,
  ) => {
    const items: ListedOrder[] = [];
    let next = cursor;
    for (let page = 0; page < pagesLookedThrough && items.length < rewardLimits.pageSize; page += 1) {
      const found = await pageFrom(next);
      items.push(...found.items.filter(isSeen));
      next = found.next;
      if (next === undefined) break;
    }
    return { items, next };
  };

  /** Somebody bound to the household; AppError for everybody else, so that staff act for nobody whom they did not look up. */
  const served = async (communityId: CommunityId, unit: UnitCode, personId: PersonId): Promise<void> => {
    const bound = await claims.bound(communityId, { unit });
    if (!bound.some((each) => each.personId === personId)) throw new AppError('person.notFound');
  };

  return {
    list: async (communityId: CommunityId, cursor: string | undefined, now: Date) => {
      const { items, next } = await rewards.catalogue(communityId, now.toISOString(), cursor);
      return { items: items.map((stock) => rewardCardOf(stock, photoUrls)), next };
    },

    /** What is no longer on the shelf may still be read: orders name it. A draft is not there. */
    get: async (viewer: Viewer | undefined, id: RewardId): Promise<Reward> => {
      const { stock, view } = await said(id, { consistent: false });
      if (stock.state === 'draft') throw new AppError('reward.notFound');
      if (viewer === undefined) return view;
      const book = await bookOf(communityOf(id), viewer.personId);
      return { ...view, mine: { bought: book.bought?.[id]?.count ?? 0, free: freeOf(book) } };
    },

    redeem: async (asked: Asked, now: Date): Promise<Order> => orderView(await redeem(asked, now)),

    orders: async (personId: PersonId, communityId: CommunityId, cursor: string | undefined) => {
      const { items, next } = await orders.listOf(communityId, personId, cursor);
      return { items: items.map(listedOf), next };
    },

    order: async (personId: PersonId, id: OrderId): Promise<Order> => {
      const placed = await orders.find(personId, id);
      if (placed === undefined) throw new AppError('order.notFound');
      return orderView(placed);
    },

    cancel: async (personId: PersonId, id: OrderId, action: ActionId, now: Date) => {
      const cancelled = await handing.cancel(personId, id, action, now);
      await turns.spend('order', personId, now);
      return orderView(cancelled);
    },

    staff: {
      list: async (viewer: Viewer, communityId: CommunityId, cursor: string | undefined, now: Date) => {
        await clerkOf(viewer, communityId, now);
        const { items, next } = await rewards.all(communityId, cursor);
        return { items: items.map((stock) => rewardCardOf(stock, photoUrls)), next };
      },
      get: async (viewer: Viewer, id: RewardId, now: Date) => {
        await clerkOf(viewer, communityOf(id), now);
        return forStaff(id);
      },
      make: async (...given: Parameters<typeof catalogue.make>) => forStaff(await catalogue.make(...given)),
      change: async (...given: Parameters<typeof catalogue.change>) => {
        await catalogue.change(...given);
        return forStaff(given[1]);
      },
      step: async (...given: Parameters<typeof catalogue.step>) => {
        await catalogue.step(...given);
        return forStaff(given[1]);
      },
      correct: async (...given: Parameters<typeof catalogue.correct>) => {
        await catalogue.correct(...given);
        return forStaff(given[1]);
      },
    },

    counter: {
      list: async (
        viewer: Viewer,
        communityId: CommunityId,
        { which, cursor }: { which: 'open' | 'past'; cursor?: string | undefined },
        now: Date,
      ) => {
        const { isStaff, labelFor } = await counterOf(viewer, communityId, now);
        const isSeen = ({ card }: ListedOrder) => isStaff || labelFor(card.supplierId) !== undefined;
        const { items, next } = await seenBy(isSeen, (from) => orders.list(communityId, which, from), cursor);
        const ended = ({ card }: ListedOrder) => (card.ended === undefined ? {} : { ended: card.ended });
        return { items: items.map((each) => ({ ...listedOf(each), ...ended(each) })), next };
      },

      find: async (viewer: Viewer, communityId: CommunityId, { code }: FindBody, now: Date): Promise<CounterOrder> => {
        await counterOf(viewer, communityId, now);
        const typed = code.startsWith('ord_') ? undefined : { communityId, personId: viewer.personId, code };
        // The try is taken before the code is looked at: a thousand guesses at once are still ten.
        const took = typed && (await orders.takeTry(typed, now));
        if (took === 'none') throw new AppError('order.tooManyTries');
        const scanned = async () => {
          const personId = communityOf(code) === communityId ? await orders.ownerOf(code) : undefined;
          return personId && { orderId: code, personId };
        };
        const found = typed ? await orders.behind(communityId, code) : await scanned();
        const placed = found && (await orders.find(found.personId, found.orderId));
        if (placed === undefined) throw new AppError('order.codeWrong');
        if (typed && took === 'taken') await orders.giveTryBack(typed);
        await handing.postFor(viewer, placed, now);
        return counterView(placed);
      },

      hand: async (...given: Parameters<typeof handing.hand>) => counterView(await handing.hand(...given)),
      cancel: async (...given: Parameters<typeof handing.cancelFor>) => counterView(await handing.cancelFor(...given)),

      residents: async (viewer: Viewer, communityId: CommunityId, unit: UnitCode, now: Date) => {
        const clerk = await clerkOf(viewer, communityId, now);
        const items: Served[] = [];
        for (const { personId, claimId, as } of await claims.bound(communityId, { unit })) {
          // Written down before the name leaves.
          const look = { viewer: clerk, about: unit, what: 'counter', at: now.toISOString() } as const;
          await accessLog.note({ subject: personId, ...look });
          const name = maskedName((await claims.find(claimId))?.name ?? '');
          items.push({ personId, as, name, free: freeOf(await bookOf(communityId, personId)) });
        }
        return { items };
      },

      redeemFor: async (viewer: Viewer, rewardId: RewardId, body: ForBody, now: Date): Promise<CounterOrder> => {
        const communityId = communityOf(rewardId);
        const clerk = await clerkOf(viewer, communityId, now);
        const { unit, personId, ...asked } = body;
        await served(communityId, unit, personId);
        const look = { viewer: clerk, about: body.id, what: 'counter', at: now.toISOString() } as const;
        await accessLog.note({ subject: personId, ...look });
        return counterView(await redeem({ ...asked, rewardId, personId, by: clerk.label }, now));
      },
    },
  };
};

export type RewardService = ReturnType<typeof makeRewardService>;
