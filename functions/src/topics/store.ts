import { type ActionId, type CommunityId, communityOf, type PersonId, TopicId } from '@suishoupai/shared/ids';
import type { TopicState } from '@suishoupai/shared/topics/contract';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import * as z from 'zod/mini';
import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';
import { cardOfTopic, TopicCardRecord, TopicRecord } from './record.ts';

export const topicPk = (id: TopicId) => `${communityOf(id)}#${id}`;
const sk = 'topic';
const topicKey = (id: TopicId) => ({ pk: topicPk(id), sk });
const dayKey = (communityId: CommunityId, personId: PersonId, day: string) => ({
  pk: `${communityId}#${personId}`,
  sk: `proposals#${day}`,
});

const dueShards = 8;
const duePerShard = 50;
const dueKeyOf = (shard: number) => `due#topics#${shard}`;
const shardOf = (id: TopicId) => id.charCodeAt(id.length - 1) % dueShards;

export const topicGroups = ['proposed', 'supported', 'underway', 'over'] as const;
export type TopicGroup = (typeof topicGroups)[number];
const groupOf = (state: TopicState): TopicGroup =>
  state === 'proposed' || state === 'supported' || state === 'underway' ? state : 'over';
const listKeyOf = (communityId: CommunityId, group: TopicGroup) => `${communityId}#topics#${group}`;
/** Unique, so that a page of several lists at once can go on after it. */
const listAtOf = ({ proposedAt, id }: Pick<TopicRecord, 'proposedAt' | 'id'>) => `${proposedAt}#${id}`;

const reviewKeyOf = (communityId: CommunityId) => `${communityId}#topicWords`;
const isForReview = ({ safety }: Pick<TopicRecord, 'safety'>) => safety !== 'pass' && safety !== 'hidden';

/** The item of a topic, with what its lists look for. */
export const topicItem = (topic: TopicRecord): Item & { pk: string; sk: string } => ({
  ...topicKey(topic.id),
  topic,
  rev: topic.rev,
  listKey: listKeyOf(topic.communityId, groupOf(topic.state)),
  listAt: listAtOf(topic),
  card: cardOfTopic(topic),
  ...(topic.wakeAt === undefined ? {} : { dueKey: dueKeyOf(shardOf(topic.id)), wakeAt: topic.wakeAt }),
  ...(isForReview(topic) ? { reviewKey: reviewKeyOf(topic.communityId), reviewAt: listAtOf(topic) } : {}),
});

/** The topic that an item belongs to, by its key. */
export const topicIdOf = ({ pk }: Item): TopicId => z.parse(TopicId, String(pk).split('#')[1]);

/** The topic in a stream record; undefined for every other item. */
export const topicOf = (item: Item | undefined): TopicRecord | undefined =>
  item?.['sk'] === sk ? z.parse(TopicRecord, item['topic']) : undefined;

/** Words that wait for a person. `place` sorts them, the longest waiting first, and says from where to go on. */
export type Waiting = { topicId: TopicId; item: ActionId | 'topic'; place: string };

export type TopicList = {
  communityId: CommunityId;
  group?: TopicGroup | undefined;
  cursor?: string | undefined;
  /** Of a page; `topicLimits.pageSize` unless given. */
  limit?: number | undefined;
};
export type TopicCards = { items: TopicCardRecord[]; next: string | undefined };

export type TopicStore = {
  /** Puts a new topic; when the id is taken, nothing is written and the one that stands there is returned. */
  open: (topic: TopicRecord) => Promise<{ isOpened: boolean; topic: TopicRecord }>;
  /** The topic by key, read consistently; undefined when there is none. */
  find: (id: TopicId) => Promise<TopicRecord | undefined>;
  /** Writes `after` in the place of `before`, and counts the write; false when somebody else has written since, and nothing was written. */
  save: (before: TopicRecord, after: TopicRecord) => Promise<boolean>;
  /** Takes one of the places that a person has for proposals on a day, again and again the same one for one topic; false when all are taken. */
  takePlace: (personId: PersonId, day: string, id: TopicId) => Promise<boolean>;
  /** The topics for which somebody has taken a place on a day, read consistently. */
  placesTaken: (personId: PersonId, day: string, communityId: CommunityId) => Promise<TopicId[]>;
  /** A page of a community's topics, the newest first, of one group or of all; may be a moment old. */
  list: (list: TopicList) => Promise<TopicCards>;
  /** Topics of a community whose words wait for a person, after a place; at most a page or `limit`, may be a moment old. */
  listWaiting: (communityId: CommunityId, from: string, limit?: number) => Promise<Waiting[]>;
  /** Topics of which the hour has come by `now`; at most 50 per shard. */
  listDue: (now: string) => Promise<TopicId[]>;
};

const after = (cursor: string | undefined): string =>
  String(fromCursor(cursor, { fixed: {}, open: ['listAt'] })?.['listAt'] ?? '~');

/** The newest of what each group gave, and from where the next page goes on. */
const pageOf = (found: readonly TopicCardRecord[], isMore: boolean, limit: number): TopicCards => {
  const sorted = found.toSorted((a, b) => (listAtOf(a) < listAtOf(b) ? 1 : -1));
  const items = sorted.slice(0, limit);
  const last = items.at(-1);
  const next = last !== undefined && (isMore || sorted.length > items.length);
  return { items, next: next ? toCursor({ listAt: listAtOf(last) }) : undefined };
};

export const makeMemoryTopicStore = (): TopicStore => {
  const topics = new Map<TopicId, TopicRecord>();
  const places = new Map<string, Set<TopicId>>();
  return {
    open: async (topic) => {
      const existing = topics.get(topic.id);
      if (existing === undefined) topics.set(topic.id, structuredClone(topic));
      return { isOpened: existing === undefined, topic: structuredClone(existing ?? topic) };
    },
    find: async (id) => structuredClone(topics.get(id)),
    save: async (before, changed) => {
      if (topics.get(before.id)?.rev !== before.rev) return false;
      topics.set(before.id, structuredClone({ ...changed, rev: before.rev + 1 }));
      return true;
    },
    takePlace: async (personId, day, id) => {
      const { pk, sk: row } = dayKey(communityOf(id), personId, day);
      const taken = places.get(pk + row) ?? new Set();
      if (!taken.has(id) && taken.size >= topicLimits.perDay) return false;
      places.set(pk + row, taken.add(id));
      return true;
    },
    placesTaken: async (personId, day, communityId) => {
      const { pk, sk: row } = dayKey(communityId, personId, day);
      return [...(places.get(pk + row) ?? [])];
    },
    list: async ({ communityId, group, cursor, limit = topicLimits.pageSize }) => {
      const from = after(cursor);
      const found = [...topics.values()]
        .filter((topic) => topic.communityId === communityId && (group === undefined || groupOf(topic.state) === group))
        .filter((topic) => listAtOf(topic) < from);
      return pageOf(found.map(cardOfTopic), false, limit);
    },
    listWaiting: async (communityId, from, limit = topicLimits.heldPage) =>
      [...topics.values()]
        .filter((topic) => topic.communityId === communityId && isForReview(topic) && listAtOf(topic) > from)
        .toSorted((a, b) => (listAtOf(a) < listAtOf(b) ? -1 : 1))
        .slice(0, limit)
        .map((topic) => ({ topicId: topic.id, item: 'topic' as const, place: listAtOf(topic) })),
    listDue: async (now) =>
      [...topics.values()].filter(({ wakeAt }) => wakeAt !== undefined && wakeAt <= now).map(({ id }) => id),
  };
};

export const makeDynamoTopicStore = (table: Table): TopicStore => ({
  open: async (topic) => {
    const written = await table.put(topicItem(topic), 'attribute_not_exists(pk)');
    const standing = written.applied ? topic : topicOf(written.existing);
    if (standing === undefined) throw new Error(`no topic stands at ${topic.id}`);
    return { isOpened: written.applied, topic: standing };
  },
  find: async (id) => topicOf(await table.get(topicKey(id))),
  save: async (before, changed) => {
    const item = topicItem({ ...changed, rev: before.rev + 1 });
    return (await table.put(item, 'rev = :rev', { values: { ':rev': before.rev } })).applied;
  },
  takePlace: async (personId, day, id) => {
    const { applied, ...other } = await table.update(
      dayKey(communityOf(id), personId, day),
      'SET ids = list_append(if_not_exists(ids, :none), :ids)',
      'attribute_not_exists(ids) OR (size(ids) < :most AND NOT contains(ids, :id))',
      { values: { ':none': [], ':ids': [id], ':id': id, ':most': topicLimits.perDay } },
    );
    const { ids } = z.parse(Day, 'item' in other ? other.item : other.existing);
    return applied || ids.includes(id);
  },
  placesTaken: async (personId, day, communityId) => {
    const item = await table.get(dayKey(communityId, personId, day));
    return item === undefined ? [] : z.parse(Day, item).ids;
  },
  list: async ({ communityId, group, cursor, limit = topicLimits.pageSize }) => {
    const from = after(cursor);
    const pages = await Promise.all(
      (group === undefined ? topicGroups : [group]).map((each) =>
        table.query({
          index: 'byList',
          condition: 'listKey = :list AND listAt < :from',
          values: { ':list': listKeyOf(communityId, each), ':from': from },
          limit,
          newestFirst: true,
        }),
      ),
    );
    const found = pages.flatMap(({ items }) => items.map((item) => z.parse(Carded, item).card));
    return pageOf(
      found,
      pages.some(({ next }) => next !== undefined),
      limit,
    );
  },
  listWaiting: async (communityId, from, limit = topicLimits.heldPage) => {
    const { items } = await table.query({
      index: 'byReview',
      condition: 'reviewKey = :list AND reviewAt > :from',
      values: { ':list': reviewKeyOf(communityId), ':from': from },
      limit,
    });
    return items.map((item) => ({
      topicId: topicIdOf(item),
      item: 'topic' as const,
      place: z.parse(Placed, item).reviewAt,
    }));
  },
  listDue: async (now) => {
    const shards = await Promise.all(
      Array.from({ length: dueShards }, (_, shard) =>
        table.query({
          index: 'byDue',
          condition: 'dueKey = :shard AND wakeAt <= :now',
          values: { ':shard': dueKeyOf(shard), ':now': now },
          limit: duePerShard,
        }),
      ),
    );
    return shards.flatMap(({ items }) => items.map(topicIdOf));
  },
});

const Day = z.object({ ids: z.array(TopicId) });
const Placed = z.object({ reviewAt: z.string() });
const Carded = z.object({ card: TopicCardRecord });
