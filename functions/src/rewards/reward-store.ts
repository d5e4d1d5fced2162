import { type CommunityId, communityOf, type RewardId } from '@suishoupai/shared/ids';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import * as z from 'zod/mini';
import { type Acting, makeDynamoActing, makeMemoryActing } from '../dynamo/acting.ts';
import { type Act, type MemoryItems, makeMemoryItems } from '../dynamo/memory-items.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';
import { LineRecord, StockRecord, termsOf, VersionRecord } from './record.ts';

const rewardPk = (id: RewardId) => `${communityOf(id)}#${id}`;
const stockKey = (id: RewardId): Key => ({ pk: rewardPk(id), sk: 'stock' });
const versionKey = (id: RewardId, version: number): Key => ({
  pk: rewardPk(id),
  sk: `version#${String(version).padStart(4, '0')}`,
});
const linePrefix = 'line#';
const lineKey = (id: RewardId, line: string): Key => ({ pk: rewardPk(id), sk: linePrefix + line });
const homeKey = (id: RewardId, unit: string): Key => ({ pk: rewardPk(id), sk: `home#${unit}` });
const catalogueKey = (communityId: CommunityId) => `${communityId}#rewards`;

const CardItem = z.object({ card: StockRecord });
const Home = z.object({ count: z.int() });
const stockIn = (item: Item | undefined): StockRecord | undefined =>
  item === undefined ? undefined : z.parse(CardItem, item).card;

/** What is on the shelf stands in the catalogue, by when it ends. */
const shelved = ({ id, state, terms }: Pick<StockRecord, 'id' | 'state' | 'terms'>): Item =>
  state === 'onShelf' ? { listKey: catalogueKey(communityOf(id)), listAt: terms.until } : {};

const added = (key: Key, content: Item): Act => ({
  key,
  part: { put: { ...key, ...content }, when: { condition: 'attribute_not_exists(pk)' } },
  apply: (existing) => (existing === undefined ? { ...key, ...content } : undefined),
});

/** Changes the one item that orders write at the same time: only what is named, and only if the condition holds. */
const stockAct = (
  id: RewardId,
  update: { set: string; condition: string; names?: Record<string, string>; values: Record<string, unknown> },
  change: (stock: StockRecord) => StockRecord | undefined,
): Act => ({
  key: stockKey(id),
  part: {
    update: {
      key: stockKey(id),
      update: update.set,
      condition: update.condition,
      ...(update.names === undefined ? {} : { names: update.names }),
      values: update.values,
    },
  },
  apply: (existing) => {
    const stock = stockIn(existing);
    const after = stock && change(stock);
    if (existing === undefined || after === undefined) return undefined;
    const { listKey: _, listAt: __, ...rest } = existing;
    return { ...rest, ...stockKey(id), card: after, ...shelved(after) };
  },
});

const counts = { '#left': 'left', '#granted': 'granted' };

export type RewardStore = {
  /** Read consistently unless told otherwise; undefined when there is none. */
  stock: (id: RewardId, options?: { consistent?: boolean }) => Promise<StockRecord | undefined>;
  /** What a version says; undefined when there is none. */
  version: (id: RewardId, version: number) => Promise<VersionRecord | undefined>;
  line: (id: RewardId, line: string) => Promise<LineRecord | undefined>;
  /** What was done to it, the newest first, at most a hundred. */
  lines: (id: RewardId) => Promise<LineRecord[]>;
  /** A new reward with its first version and line; false when the id is taken. */
  make: (stock: StockRecord, version: VersionRecord, line: LineRecord) => Promise<boolean>;
  /** The next version of a reward that stands at the one before; false when it does not, or the line's id is taken. */
  change: (stock: StockRecord, version: VersionRecord, line: LineRecord) => Promise<boolean>;
  /** To another state from the one it was read in; false when it is in another, or the line's id is taken. */
  step: (before: StockRecord, state: StockRecord['state'], line: LineRecord) => Promise<boolean>;
  /** Adds to left and initial alike; false when that would be below 0, or the line's id is taken. */
  correct: (id: RewardId, delta: number, line: LineRecord) => Promise<boolean>;
  /** Takes some of what is left of this version while it is on the shelf. */
  taken: (id: RewardId, version: number, count: number) => Act;
  /** Puts back what was taken. */
  givenBack: (id: RewardId, count: number) => Act;
  /** How many a household has of it. */
  ofHousehold: (id: RewardId, unit: string) => Promise<number>;
  /** Counts some more for a household up to a limit. */
  countedFor: (id: RewardId, unit: string, count: number, limit: number) => Act;
  /** Counts them back. */
  uncountedFor: (id: RewardId, unit: string, count: number) => Act;
  /** What is on the shelf and has not ended, what ends first first. May lag by a moment. */
  catalogue: (communityId: CommunityId, now: string, cursor?: string) => Promise<Page>;
  /** All of a community in any state, the newest first. May lag by a moment. */
  all: (communityId: CommunityId, cursor?: string) => Promise<Page>;
};
type Page = { items: StockRecord[]; next: string | undefined };

const makeRewardStore = (acting: Acting): RewardStore => ({
  stock: async (id, options) => stockIn(await acting.get(stockKey(id), options)),
  version: async (id, version) => {
    const item = await acting.get(versionKey(id, version));
    return item && z.parse(VersionRecord, item);
  },
  line: async (id, line) => {
    const item = await acting.get(lineKey(id, line));
    return item && z.parse(LineRecord, item);
  },
  lines: async (id) => {
    const { items } = await acting.list({ pk: rewardPk(id), prefix: linePrefix, limit: 100 });
    return items.map((item) => z.parse(LineRecord, item)).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  },
  make: (stock, version, line) =>
    acting.transact([
      added(stockKey(stock.id), {
        card: stock,
        ...shelved(stock),
        reviewKey: catalogueKey(communityOf(stock.id)),
        reviewAt: version.at,
      }),
      added(versionKey(stock.id, version.version), version),
      added(lineKey(stock.id, line.id), line),
    ]),
  change: ({ id, state, terms: { version: before } }, version, line) => {
    const terms = termsOf(version);
    const isListed = state === 'onShelf';
    return acting.transact([
      stockAct(
        id,
        {
          set: `SET card.terms = :terms${isListed ? ', listAt = :until' : ''}`,
          condition: 'card.terms.#version = :before AND card.#state = :state',
          names: { '#version': 'version', '#state': 'state' },
          values: {
            ':terms': terms,
            ':before': before,
            ':state': state,
            ...(isListed ? { ':until': terms.until } : {}),
          },
        },
        (stock) => (stock.terms.version === before && stock.state === state ? { ...stock, terms } : undefined),
      ),
      added(versionKey(id, version.version), version),
      added(lineKey(id, line.id), line),
    ]);
  },
  step: ({ id, state: before, terms }, state, line) => {
    const { listKey, listAt } = shelved({ id, state, terms });
    const isListed = listKey !== undefined;
    return acting.transact([
      stockAct(
        id,
        {
          set: isListed
            ? 'SET card.#state = :state, listKey = :listKey, listAt = :listAt'
            : 'SET card.#state = :state REMOVE listKey, listAt',
          condition: 'card.#state = :before AND card.terms.#version = :version',
          names: { '#state': 'state', '#version': 'version' },
          values: {
            ':state': state,
            ':before': before,
            ':version': terms.version,
            ...(isListed ? { ':listKey': listKey, ':listAt': listAt } : {}),
          },
        },
        (stock) => (stock.state === before && stock.terms.version === terms.version ? { ...stock, state } : undefined),
      ),
      added(lineKey(id, line.id), line),
    ]);
  },
  correct: (id, delta, line) =>
    acting.transact([
      stockAct(
        id,
        {
          set: 'SET card.#left = card.#left + :delta, card.#initial = card.#initial + :delta',
          condition: 'card.#left >= :least AND card.#initial <= :most',
          names: { '#left': 'left', '#initial': 'initial' },
          values: { ':delta': delta, ':least': -delta, ':most': rewardLimits.stock - delta },
        },
        ({ left, initial, ...stock }) =>
          left + delta < 0 || initial + delta > rewardLimits.stock
            ? undefined
            : { ...stock, left: left + delta, initial: initial + delta },
      ),
      added(lineKey(id, line.id), line),
    ]),
  taken: (id, version, count) =>
    stockAct(
      id,
      {
        set: 'SET card.#left = card.#left - :count, card.#granted = card.#granted + :count',
        condition: 'card.#left >= :count AND card.terms.#version = :version AND card.#state = :shelf',
        names: { ...counts, '#version': 'version', '#state': 'state' },
        values: { ':count': count, ':version': version, ':shelf': 'onShelf' },
      },
      (stock) => {
        const isFree = stock.left >= count && stock.terms.version === version && stock.state === 'onShelf';
        return isFree ? { ...stock, left: stock.left - count, granted: stock.granted + count } : undefined;
      },
    ),
  givenBack: (id, count) =>
    stockAct(
      id,
      {
        set: 'SET card.#left = card.#left + :count, card.#granted = card.#granted - :count',
        condition: 'card.#granted >= :count',
        names: counts,
        values: { ':count': count },
      },
      (stock) =>
        stock.granted < count ? undefined : { ...stock, left: stock.left + count, granted: stock.granted - count },
    ),
  ofHousehold: async (id, unit) => {
    const item = await acting.get(homeKey(id, unit));
    return item === undefined ? 0 : z.parse(Home, item).count;
  },
  countedFor: (id, unit, count, limit) => {
    const key = homeKey(id, unit);
    return {
      key,
      part: {
        update: {
          key,
          update: 'SET #count = if_not_exists(#count, :none) + :count',
          condition: 'attribute_not_exists(#count) OR #count <= :room',
          names: { '#count': 'count' },
          values: { ':none': 0, ':count': count, ':room': limit - count },
        },
      },
      apply: (existing) => {
        const had = existing === undefined ? 0 : z.parse(Home, existing).count;
        return had + count > limit ? undefined : { ...existing, ...key, count: had + count };
      },
    };
  },
  uncountedFor: (id, unit, count) => {
    const key = homeKey(id, unit);
    return {
      key,
      part: {
        update: {
          key,
          update: 'SET #count = #count - :count',
          condition: '#count >= :count',
          names: { '#count': 'count' },
          values: { ':count': count },
        },
      },
      apply: (existing) => {
        const had = existing === undefined ? 0 : z.parse(Home, existing).count;
        return had < count ? undefined : { ...existing, ...key, count: had - count };
      },
    };
  },
  catalogue: async (communityId, now, cursor) => {
    const { pageSize: limit } = rewardLimits;
    const key = catalogueKey(communityId);
    const { items, next } = await acting.list({ index: 'byList', key, from: now, limit, cursor });
    return { items: items.map((item) => z.parse(CardItem, item).card), next };
  },
  all: async (communityId, cursor) => {
    const { pageSize: limit } = rewardLimits;
    const key = catalogueKey(communityId);
    const { items, next } = await acting.list({ index: 'byReview', key, newestFirst: true, limit, cursor });
    return { items: items.map((item) => z.parse(CardItem, item).card), next };
  },
});

export const makeMemoryRewardStore = (items: MemoryItems = makeMemoryItems()): RewardStore =>
  makeRewardStore(makeMemoryActing(items));
export const makeDynamoRewardStore = (table: Table): RewardStore => makeRewardStore(makeDynamoActing(table));

/** The version of a reward in a stream record, with the reward's id; undefined for every other item. */
export const versionOf = (item: Item): (VersionRecord & { rewardId: string }) | undefined => {
  const [, rewardId] = String(item['pk']).split('#');
  const isVersion = String(item['sk']).startsWith('version#') && rewardId?.startsWith('rwd_');
  return isVersion && rewardId !== undefined ? { ...z.parse(VersionRecord, item), rewardId } : undefined;
};
