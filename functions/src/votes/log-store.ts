import { Instant } from '@suishoupai/shared/contract/fields';
import { PersonId, type VoteId } from '@suishoupai/shared/ids';
import { Hash } from '@suishoupai/shared/votes/ballot';
import { Progress } from '@suishoupai/shared/votes/contract';
import { Head } from '@suishoupai/shared/votes/head';
import * as z from 'zod/mini';
import type { Item, Key, Table } from '../dynamo/table.ts';
import { votePk } from './store.ts';

const Chunk = z.object({ n: z.int(), root: Hash, leaves: z.array(Hash) });
type Chunk = z.output<typeof Chunk>;
const Look = z.object({ at: Instant, personId: PersonId, side: z.enum(['community', 'street']), who: z.string() });
/** Somebody asked for the choices behind commitments. */
export type Look = z.output<typeof Look>;

/** The heads after head 0, and the leaves that each of them added. */
export type Log = { heads: Head[]; chunks: string[][] };

export type LogStore = {
  /** Adds the next head with its leaves; false when another head has that number already. */
  append: (head: Head, leaves: readonly string[]) => Promise<boolean>;
  /** The whole log. */
  read: (voteId: VoteId) => Promise<Log>;
  /** The newest heads, the newest first, at most `limit`. */
  newestHeads: (voteId: VoteId, limit: number) => Promise<Head[]>;
  /** How far the turnout was when last looked at; a later look replaces it, one that was slow never does. */
  keepProgress: (voteId: VoteId, progress: Progress) => Promise<void>;
  /** Read consistently unless told otherwise. */
  progress: (voteId: VoteId, options?: { consistent?: boolean }) => Promise<Progress | undefined>;
  noteLook: (voteId: VoteId, look: Look) => Promise<void>;
  /** Every look, the first one first. */
  looks: (voteId: VoteId) => Promise<Look[]>;
};

/** Leaves of one item: 256 KB of the 400 that it may have. */
const leavesOfPart = 4000;
const headPrefix = 'head#';
const chunkPrefix = 'chunk#';
const lookPrefix = 'look#';
const numbered = (n: number) => String(n).padStart(6, '0');
const key = (voteId: VoteId, sk: string): Key => ({ pk: votePk(voteId), sk });
const headKey = ({ vote, n }: Pick<Head, 'vote' | 'n'>) => key(vote, `${headPrefix}${numbered(n)}`);
const progressKey = (voteId: VoteId) => key(voteId, 'progress');
const lookKey = (voteId: VoteId, { at, personId }: Look) => key(voteId, `${lookPrefix}${at}#${personId}`);

/** Named by the root they lead to: of two sweeps at once the leaves of the one whose head is not taken are simply not looked at. */
const chunkItems = ({ vote, n, root }: Head, leaves: readonly string[]): (Item & Key)[] =>
  Array.from({ length: Math.ceil(leaves.length / leavesOfPart) }, (_, part) => ({
    ...key(vote, `${chunkPrefix}${numbered(n)}#${root}#${numbered(part)}`),
    n,
    root,
    leaves: leaves.slice(part * leavesOfPart, (part + 1) * leavesOfPart),
  }));

const logOf = (heads: readonly Head[], chunks: readonly Chunk[]): Log => ({
  heads: [...heads],
  chunks: heads.map((head) =>
    chunks.filter(({ n, root }) => n === head.n && root === head.root).flatMap(({ leaves }) => leaves),
  ),
});

export const makeMemoryLogStore = (): LogStore => {
  const items = new Map<string, Item & Key>();
  const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
  const put = (item: Item & Key) => void items.set(nameOf(item), structuredClone(item));
  const all = <S extends z.core.$ZodType>(schema: S, voteId: VoteId, prefix: string): z.output<S>[] =>
    [...items.values()]
      .filter(({ pk, sk }) => pk === votePk(voteId) && sk.startsWith(prefix))
      .toSorted((a, b) => (a.sk < b.sk ? -1 : 1))
      .map((item) => z.parse(schema, structuredClone(item)));
  const heads = (voteId: VoteId) => all(z.object(Head.shape), voteId, headPrefix);
  return {
    append: async (head, leaves) => {
      for (const item of chunkItems(head, leaves)) put(item);
      if (items.has(nameOf(headKey(head)))) return false;
      put({ ...head, ...headKey(head) });
      return true;
    },
    read: async (voteId) => logOf(heads(voteId), all(Chunk, voteId, chunkPrefix)),
    newestHeads: async (voteId, limit) => heads(voteId).toReversed().slice(0, limit),
    keepProgress: async (voteId, progress) => {
      const known = items.get(nameOf(progressKey(voteId)))?.['at'];
      if (known === undefined || String(known) <= progress.at) put({ ...progress, ...progressKey(voteId) });
    },
    progress: async (voteId) => {
      const item = items.get(nameOf(progressKey(voteId)));
      return item === undefined ? undefined : z.parse(Progress, structuredClone(item));
    },
    noteLook: async (voteId, look) => put({ ...look, ...lookKey(voteId, look) }),
    looks: async (voteId) => all(Look, voteId, lookPrefix),
  };
};

export const makeDynamoLogStore = (table: Table): LogStore => {
  const all = async <S extends z.core.$ZodType>(schema: S, voteId: VoteId, prefix: string): Promise<z.output<S>[]> => {
    const found: z.output<S>[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: 'pk = :vote AND begins_with(sk, :prefix)',
        values: { ':vote': votePk(voteId), ':prefix': prefix },
        from,
      });
      found.push(...items.map((item) => z.parse(schema, item)));
      from = next;
    } while (from !== undefined);
    return found;
  };
  const StoredHead = z.object(Head.shape);
  return {
    append: async (head, leaves) => {
      for (const item of chunkItems(head, leaves)) await table.put(item);
      return (await table.put({ ...head, ...headKey(head) }, 'attribute_not_exists(pk)')).applied;
    },
    read: async (voteId) => {
      // Heads last: the leaves of every head that is there were put before it.
      const heads = await all(StoredHead, voteId, headPrefix);
      return logOf(heads, await all(Chunk, voteId, chunkPrefix));
    },
    newestHeads: async (voteId, limit) => {
      const { items } = await table.query({
        condition: 'pk = :vote AND begins_with(sk, :prefix)',
        values: { ':vote': votePk(voteId), ':prefix': headPrefix },
        limit,
        newestFirst: true,
      });
      return items.map((item) => z.parse(StoredHead, item));
    },
    keepProgress: async (voteId, progress) => {
      await table.put({ ...progress, ...progressKey(voteId) }, 'attribute_not_exists(pk) OR #at <= :at', {
        names: { '#at': 'at' },
        values: { ':at': progress.at },
      });
    },
    progress: async (voteId, options) => {
      const item = await table.get(progressKey(voteId), options);
      return item === undefined ? undefined : z.parse(Progress, item);
    },
    noteLook: async (voteId, look) => {
      await table.put({ ...look, ...lookKey(voteId, look) });
    },
    looks: (voteId) => all(Look, voteId, lookPrefix),
  };
};
