import { type CommunityId, communityOf, type TopicId, VoteId } from '@suishoupai/shared/ids';
import { VoteCard } from '@suishoupai/shared/votes/contract';
import { isPublished } from '@suishoupai/shared/votes/transitions';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';
import { VoteRecord } from './record.ts';

type Page = { items: VoteCard[]; next: string | undefined };

const pageSize = 20;
const shards = 8;
const sk = 'vote';
export const votePk = (id: VoteId) => `${communityOf(id)}#${id}`;
const voteKey = (id: VoteId) => ({ pk: votePk(id), sk });
const topicPk = (id: TopicId) => `${communityOf(id)}#votes#${id}`;
const listKey = (id: CommunityId) => `${id}#votes`;
/** Of votes alone: what waits in another domain never stands in their way. */
const dueKey = (shard: number) => `due#votes#${shard}`;
const shardOf = (id: VoteId) => id.charCodeAt(id.length - 1) % shards;
const listKeys = (id: CommunityId): ListKeys => ({
  fixed: { listKey: listKey(id) },
  open: ['pk', 'sk', 'listAt'],
});

/** The vote in a stream record; undefined for every other item. */
export const voteOf = (item: Item): VoteRecord | undefined =>
  item['sk'] === sk ? z.parse(VoteRecord, item) : undefined;

/** What a list shows; the outcome only when everyone may know it. */
const cardOf = (vote: VoteRecord): VoteCard => ({
  ...z.parse(VoteCard, { ...vote, isAdvisory: vote.ruleSet.isAdvisory }),
  ...(isPublished(vote.state) && vote.counted !== undefined ? { outcome: vote.counted.result.outcome } : {}),
});

const itemOf = (vote: VoteRecord) => ({
  ...vote,
  ...voteKey(vote.id),
  listKey: listKey(vote.communityId),
  listAt: vote.createdAt,
  card: cardOf(vote),
  ...(vote.wakeAt === undefined ? {} : { dueKey: dueKey(shardOf(vote.id)) }),
});

export type VoteStore = {
  /** Puts a new vote, and points to it from its topic; when the id is taken, nothing changes and the one that stands is returned. */
  announce: (vote: VoteRecord) => Promise<VoteRecord>;
  /** The vote, read consistently unless told otherwise; undefined when there is none. */
  find: (id: VoteId, options?: { consistent?: boolean }) => Promise<VoteRecord | undefined>;
  /** Writes `after` with the next version, if the stored one still has the version that was read. False: nothing was written. */
  write: (after: VoteRecord) => Promise<boolean>;
  /** Sets when the sweep looks again, if the stored vote still has the version that was read; pages do not become stale by it. */
  wake: (vote: VoteRecord, wakeAt: string) => Promise<void>;
  /** Of a community, the newest first; may be a moment old. */
  list: (communityId: CommunityId, cursor?: string) => Promise<Page>;
  /** Of a topic, the oldest first. */
  ofTopic: (topicId: TopicId) => Promise<VoteRecord[]>;
  /** What the sweep has to look at. */
  listDue: (now: string) => Promise<VoteId[]>;
};

const cursorAfter = ({ id, communityId, createdAt }: VoteRecord) =>
  toCursor({ ...voteKey(id), listKey: listKey(communityId), listAt: createdAt });

export const makeMemoryVoteStore = (): VoteStore => {
  const votes = new Map<VoteId, VoteRecord>();
  const rank = ({ listAt, pk }: Item) => `${listAt} ${pk}`;
  return {
    announce: async (vote) => {
      const standing = votes.get(vote.id) ?? structuredClone(vote);
      votes.set(vote.id, standing);
      return structuredClone(standing);
    },
    find: async (id) => structuredClone(votes.get(id)),
    write: async (after) => {
      if (votes.get(after.id)?.version !== after.version) return false;
      votes.set(after.id, structuredClone({ ...after, version: after.version + 1 }));
      return true;
    },
    wake: async ({ id, version }, wakeAt) => {
      const stored = votes.get(id);
      if (stored?.version === version) stored.wakeAt = wakeAt;
    },
    list: async (communityId, cursor) => {
      const from = fromCursor(cursor, listKeys(communityId));
      const rest = [...votes.values()]
        .filter((vote) => vote.communityId === communityId)
        .filter((vote) => from === undefined || rank(itemOf(vote)) < rank(from))
        .toSorted((a, b) => (rank(itemOf(a)) < rank(itemOf(b)) ? 1 : -1));
      const page = rest.slice(0, pageSize);
      const last = page.at(-1);
      const next = rest.length > pageSize && last !== undefined ? cursorAfter(last) : undefined;
      return { items: page.map(cardOf), next };
    },
    ofTopic: async (topicId) =>
      [...votes.values()].filter((vote) => vote.topicId === topicId).map((vote) => structuredClone(vote)),
    listDue: async (now) =>
      [...votes.values()].filter(({ wakeAt }) => wakeAt !== undefined && wakeAt <= now).map(({ id }) => id),
  };
};

export const makeDynamoVoteStore = (table: Table): VoteStore => {
  const find: VoteStore['find'] = async (id, options) => {
    const item = await table.get(voteKey(id), options);
    return item === undefined ? undefined : z.parse(VoteRecord, item);
  };
  const dueIn = async (shard: number, now: string): Promise<VoteId[]> => {
    const due: VoteId[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        index: 'byDue',
        condition: 'dueKey = :shard AND wakeAt <= :now',
        values: { ':shard': dueKey(shard), ':now': now },
        from,
      });
      due.push(...items.map(({ pk }) => z.parse(VoteId, String(pk).split('#')[1])));
      from = next;
    } while (from !== undefined);
    return due;
  };
  return {
    announce: async (vote) => {
      // The pointer first: without its vote it is nothing, a vote without it would be missing from its topic.
      if (vote.topicId !== undefined) await table.put({ pk: topicPk(vote.topicId), sk: vote.id });
      const written = await table.put(itemOf(vote), 'attribute_not_exists(pk)');
      return written.applied ? vote : z.parse(VoteRecord, written.existing);
    },
    find,
    write: async (after) => {
      const item = itemOf({ ...after, version: after.version + 1 });
      return (await table.put(item, 'version = :read', { values: { ':read': after.version } })).applied;
    },
    wake: async ({ id, version }, wakeAt) => {
      await table.update(voteKey(id), 'SET wakeAt = :wakeAt', 'version = :version', {
        values: { ':wakeAt': wakeAt, ':version': version },
      });
    },
    list: async (communityId, cursor) => {
      const { items, next } = await table.query({
        index: 'byList',
        condition: 'listKey = :list',
        values: { ':list': listKey(communityId) },
        limit: pageSize,
        newestFirst: true,
        from: fromCursor(cursor, listKeys(communityId)),
      });
      return { items: items.map(({ card }) => z.parse(VoteCard, card)), next: toCursor(next) };
    },
    ofTopic: async (topicId) => {
      const { items } = await table.query({ condition: 'pk = :topic', values: { ':topic': topicPk(topicId) } });
      const votes = await Promise.all(items.map((item) => find(z.parse(VoteId, item['sk']))));
      return votes.filter((vote) => vote !== undefined);
    },
    listDue: async (now) => (await Promise.all(Array.from({ length: shards }, (_, shard) => dueIn(shard, now)))).flat(),
  };
};
