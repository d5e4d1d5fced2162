import {
  type CommunityId,
  communityOf,
  OrderId,
  PersonId,
  type PersonId as PersonIdType,
  transferIdOf,
} from '@suishoupai/shared/ids';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import { remindAt } from '@suishoupai/shared/rewards/rules';
import { dayMs, minuteMs } from '@suishoupai/shared/time/units';
import * as z from 'zod/mini';
import { type Acting, makeDynamoActing, makeMemoryActing } from '../dynamo/acting.ts';
import { type Act, type MemoryItems, makeMemoryItems } from '../dynamo/memory-items.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';
import { entryKey } from '../points/ledger-store.ts';
import { codeDrawn } from './code.ts';
import { OrderRecord, Placed } from './record.ts';

const orderKey = (personId: PersonIdType, id: OrderId): Key =>
  entryKey({ communityId: communityOf(id), unit: 'points', personId }, transferIdOf(id));
const codeKey = (communityId: CommunityId, code: string): Key => ({ pk: `${communityId}#code#${code}`, sk: 'code' });
const triesKey = ({ communityId, personId }: Omit<Typed, 'code'>): Key => ({
  pk: `${communityId}#tries#${personId}`,
  sk: 'tries',
});
const personKey = (communityId: CommunityId, personId: PersonIdType) => `${communityId}#orders#${personId}`;
const openKey = (communityId: CommunityId) => `${communityId}#orders`;
const pastKey = (communityId: CommunityId) => `${communityId}#orders#past`;
const dueKey = 'orders';

const Held = z.object({ orderId: OrderId, personId: PersonId, until: z.string() });
const Listed = z.object({ card: OrderRecord, listAt: z.string() });
export type ListedOrder = z.output<typeof Listed>;
/** `right`: the code that was last looked up and found. */
const Tries = z.object({ startedAt: z.string(), tries: z.int(), right: z.optional(z.string()) });

/** An open order wakes a day before it lapses, and when it does. */
const wakeOf = ({ until, remindedAt }: OrderRecord): string => (remindedAt === undefined ? remindAt(until) : until);

/** What an order makes of the item that it stands in. */
const standingIn = (order: OrderRecord) => ({
  card: order,
  ...(order.state === 'open'
    ? { listKey: openKey(communityOf(order.id)), dueKey, wakeAt: wakeOf(order) }
    : { listKey: pastKey(communityOf(order.id)) }),
});

export type OrderStore = {
  /** A person's order, read consistently; undefined when there is none of theirs, or it was refused. */
  find: (personId: PersonIdType, id: OrderId) => Promise<Placed | undefined>;
  /** What stands beside the entry of the reserve when an order is made; `at` is the entry's time. */
  beside: (personId: PersonIdType, order: OrderRecord, at: string) => Item;
  /** The next revision of an order that stands at the one before. */
  changed: (personId: PersonIdType, order: OrderRecord) => Act;
  /** The same by itself; false when it has moved on. */
  change: (personId: PersonIdType, order: OrderRecord) => Promise<boolean>;
  /** Six digits that no other open order of the community has: the same for one order however often it asks. One write unit. */
  claimCode: (personId: PersonIdType, order: { id: OrderId; until: string }, now: string) => Promise<string>;
  /** Whose order a code belongs to; undefined when it is nobody's. Read consistently. */
  behind: (communityId: CommunityId, code: string) => Promise<{ orderId: OrderId; personId: PersonIdType } | undefined>;
  /** Whose an order is, by the code it holds; undefined when it is nobody's, or long ended. */
  ownerOf: (id: OrderId) => Promise<PersonIdType | undefined>;
  /** A person's own orders here, the newest first. May lag by a moment. */
  listOf: (communityId: CommunityId, personId: PersonIdType, cursor?: string) => Promise<Page>;
  /** Open orders, the oldest first, or ended ones, the newest first. May lag by a moment. */
  list: (communityId: CommunityId, which: 'open' | 'past', cursor?: string) => Promise<Page>;
  /** What has to be looked at by now, at most a hundred; each is to be read again. */
  due: (now: string) => Promise<{ personId: PersonIdType; id: OrderId }[]>;
  /**
   * Takes one of the tries at typing a code; `none` when those of the running minutes are used up. At once: no more than there are. The code
   * that this person was right about last is `known`: no guess, it takes none.
   */
  takeTry: (at: Typed, now: Date) => Promise<'taken' | 'known' | 'none'>;
  /** Gives the last try back: the code was right. */
  giveTryBack: (at: Typed) => Promise<void>;
};
type Typed = { communityId: CommunityId; personId: PersonIdType; code: string };
type Page = { items: ListedOrder[]; next: string | undefined };

const changedAct = (personId: PersonIdType, order: OrderRecord): Act => {
  const key = orderKey(personId, order.id);
  const standing = standingIn(order);
  const isDue = 'wakeAt' in standing;
  return {
    key,
    part: {
      update: {
        key,
        update: isDue
          ? 'SET card = :card, listKey = :listKey, wakeAt = :wakeAt'
          : 'SET card = :card, listKey = :listKey REMOVE dueKey, wakeAt',
        condition: 'card.#revision = :before',
        names: { '#revision': 'revision' },
        values: {
          ':card': standing.card,
          ':listKey': standing.listKey,
          ':before': order.revision - 1,
          ...(isDue ? { ':wakeAt': standing.wakeAt } : {}),
        },
      },
    },
    apply: (existing) => {
      if (existing === undefined || z.parse(Placed, existing).card.revision !== order.revision - 1) return undefined;
      const { dueKey: _, wakeAt: __, ...rest } = existing;
      return { ...rest, ...key, ...standingIn(order) };
    },
  };
};

const triesSince = (now: Date) => new Date(now.getTime() - rewardLimits.tryMinutes * minuteMs).toISOString();

/** One more of the running minutes, while there is one left. */
const anotherTry = (key: Key, now: Date): Act => ({
  key,
  part: {
    update: {
      key,
      update: 'SET tries = tries + :one',
      condition: 'startedAt > :since AND tries < :most',
      values: { ':one': 1, ':since': triesSince(now), ':most': rewardLimits.tries },
    },
  },
  apply: (existing) => {
    if (existing === undefined) return undefined;
    const { startedAt, tries } = z.parse(Tries, existing);
    const isLeft = startedAt > triesSince(now) && tries < rewardLimits.tries;
    return isLeft ? { ...existing, ...key, tries: tries + 1 } : undefined;
  },
});

/** The first of new minutes. */
const firstTry = (key: Key, now: Date): Act => ({
  key,
  part: {
    put: { ...key, startedAt: now.toISOString(), tries: 1 },
    when: { condition: 'attribute_not_exists(pk) OR startedAt <= :since', values: { ':since': triesSince(now) } },
  },
  apply: (existing) =>
    existing === undefined || z.parse(Tries, existing).startedAt <= triesSince(now)
      ? { ...key, startedAt: now.toISOString(), tries: 1 }
      : undefined,
});

const held = (key: Key, content: z.output<typeof Held>, now: string): Act => ({
  key,
  part: {
    put: { ...key, ...content },
    when: {
      condition: 'attribute_not_exists(pk) OR orderId = :order OR #until < :now',
      names: { '#until': 'until' },
      values: { ':order': content.orderId, ':now': now },
    },
  },
  apply: (existing) => {
    const other = existing && z.parse(Held, existing);
    const isFree = other === undefined || other.orderId === content.orderId || other.until < now;
    return isFree ? { ...key, ...content } : undefined;
  },
});

const makeOrderStore = (acting: Acting): OrderStore => {
  const pageOf = async (listing: Parameters<Acting['list']>[0]): Promise<Page> => {
    const { items, next } = await acting.list(listing);
    return { items: items.map((item) => z.parse(Listed, item)), next };
  };
  const behind = async (communityId: CommunityId, code: string) => {
    const item = await acting.get(codeKey(communityId, code));
    return item && z.parse(Held, item);
  };
  const { pageSize: limit } = rewardLimits;
  return {
    find: async (personId, id) => {
      const item = await acting.get(orderKey(personId, id));
      return item === undefined || 'refused' in item || !('card' in item) ? undefined : z.parse(Placed, item);
    },
    beside: (personId, order, at) => ({
      ...standingIn(order),
      personKey: personKey(communityOf(order.id), personId),
      listAt: at,
    }),
    changed: changedAct,
    change: (personId, order) => acting.act(changedAct(personId, order)),
    claimCode: async (personId, { id, until }, now) => {
      const keptUntil = new Date(Date.parse(until) + rewardLimits.codeKeptDays * dayMs).toISOString();
      for (let draw = 0; draw < rewardLimits.codeDraws; draw += 1) {
        const code = codeDrawn(id, draw);
        const content = { orderId: id, personId, until: keptUntil };
        if (await acting.act(held(codeKey(communityOf(id), code), content, now))) return code;
      }
      throw new Error(`no code is free for ${id}`);
    },
    behind,
    ownerOf: async (id) => {
      for (let draw = 0; draw < rewardLimits.codeDraws; draw += 1) {
        const found = await behind(communityOf(id), codeDrawn(id, draw));
        if (found === undefined || found.orderId === id) return found?.personId;
      }
      return undefined;
    },
    listOf: (communityId, personId, cursor) =>
      pageOf({ index: 'byPerson', key: personKey(communityId, personId), newestFirst: true, limit, cursor }),
    list: (communityId, which, cursor) =>
      which === 'open'
        ? pageOf({ index: 'byList', key: openKey(communityId), limit, cursor })
        : pageOf({ index: 'byList', key: pastKey(communityId), newestFirst: true, limit, cursor }),
    due: async (now) => {
      const { items } = await acting.list({ index: 'byDue', key: dueKey, upTo: now, limit: 100 });
      return items.map((item) => placeOf(String(item['pk']), String(item['sk'])));
    },
    takeTry: async ({ code, ...whose }, now) => {
      const key = triesKey(whose);
      // What the read is too old to know is found by the write.
      const item = await acting.get(key, { consistent: false });
      const known = item && z.parse(Tries, item);
      if (known?.right === code) return 'known';
      const isRunning = known !== undefined && known.startedAt > triesSince(now);
      if (!isRunning && (await acting.act(firstTry(key, now)))) return 'taken';
      return (await acting.act(anotherTry(key, now))) ? 'taken' : 'none';
    },
    giveTryBack: async ({ code, ...whose }) => {
      const key = triesKey(whose);
      await acting.act({
        key,
        part: {
          update: {
            key,
            update: 'SET tries = tries - :one, #right = :code',
            condition: 'tries > :none',
            names: { '#right': 'right' },
            values: { ':one': 1, ':none': 0, ':code': code },
          },
        },
        apply: (existing) => {
          const tries = existing === undefined ? 0 : z.parse(Tries, existing).tries;
          return tries > 0 ? { ...existing, ...key, tries: tries - 1, right: code } : undefined;
        },
      });
    },
  };
};

/** Whose order stands under a key: its book and its transfer name it. */
const placeOf = (pk: string, sk: string): { personId: PersonIdType; id: OrderId } => {
  const [communityId = '', , personId] = pk.split('#');
  return { personId: z.parse(PersonId, personId), id: z.parse(OrderId, `ord_${communityId}_${sk.slice(-26)}`) };
};

export const makeMemoryOrderStore = (items: MemoryItems = makeMemoryItems()): OrderStore =>
  makeOrderStore(makeMemoryActing(items));
export const makeDynamoOrderStore = (table: Table): OrderStore => makeOrderStore(makeDynamoActing(table));

/** The order in a stream record; undefined for every other item. */
export const orderIn = (item: Item): Placed | undefined => {
  const placed = z.safeParse(Placed, item);
  return placed.success ? placed.data : undefined;
};
