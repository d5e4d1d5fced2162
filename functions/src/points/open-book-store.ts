import type { CommunityId } from '@suishoupai/shared/ids';
import { Checkpoint, TotalRow } from '@suishoupai/shared/points/open-book';
import { Unit } from '@suishoupai/shared/points/transfer';
import * as z from 'zod/mini';
import { type Act, makeMemoryItems } from '../dynamo/memory-items.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';

/** How far a book had come: its name, and the number of its last entry. */
export const Reached = z.object({ unit: Unit, account: z.string(), seq: z.int() });
export type Reached = z.output<typeof Reached>;

/** A checkpoint as it is kept. `held`: what all people had. `parts`: of the list of books that moved since the one before. */
export const CheckpointRecord = z.object({
  checkpoint: Checkpoint,
  held: z.object({ points: z.int(), minutes: z.int() }),
  parts: z.int(),
});
export type CheckpointRecord = z.output<typeof CheckpointRecord>;

/** The totals of a month, up to and with checkpoint `n`. */
export const MonthRecord = z.object({ month: z.string(), n: z.int(), rows: z.array(TotalRow) });
export type MonthRecord = z.output<typeof MonthRecord>;

export type OpenBookStore = {
  /** Keeps which books moved, before the checkpoint that says so; without it they are nothing. About 150 KB an item. */
  keepMoved: (
    communityId: CommunityId,
    of: Pick<Checkpoint, 'n' | 'root'>,
    moved: readonly Reached[],
  ) => Promise<number>;
  /** The next checkpoint and the months that it changes, or nothing; false when somebody else was first. */
  close: (record: CheckpointRecord, months: readonly MonthRecord[]) => Promise<boolean>;
  /** The newest checkpoints, the newest first, at most `limit`. */
  checkpoints: (communityId: CommunityId, limit?: number) => Promise<CheckpointRecord[]>;
  /** Which books moved between the one before and this one. */
  moved: (record: CheckpointRecord) => Promise<Reached[]>;
  /** The totals of every month, the oldest first. */
  months: (communityId: CommunityId) => Promise<MonthRecord[]>;
};

const perPart = 2000;
const pkOf = (communityId: CommunityId) => `${communityId}#open-book`;
const padded = (n: number) => String(n).padStart(6, '0');
const checkpointPrefix = 'checkpoint#';
const monthPrefix = 'month#';
type Of = Pick<Checkpoint, 'n' | 'root'>;
const movedKey = (communityId: CommunityId, { n, root }: Of, part: number): Key => ({
  pk: pkOf(communityId),
  sk: `moved#${padded(n)}#${root}#${part}`,
});
const Moved = z.object({ moved: z.array(z.string()) });
const written = ({ unit, account, seq }: Reached) => `${unit} ${account} ${seq}`;
const read = (text: string): Reached => {
  const [unit, account, seq] = text.split(' ');
  return z.parse(Reached, { unit, account, seq: Number(seq) });
};
const partsOf = (moved: readonly Reached[]): Reached[][] =>
  Array.from({ length: Math.ceil(moved.length / perPart) }, (_, i) => moved.slice(i * perPart, (i + 1) * perPart));

const actsOf = (record: CheckpointRecord, months: readonly MonthRecord[]): Act[] => {
  const { communityId, n } = record.checkpoint;
  const item = { pk: pkOf(communityId), sk: checkpointPrefix + padded(n), ...record };
  return [
    {
      key: { pk: item.pk, sk: item.sk },
      part: { put: item, when: { condition: 'attribute_not_exists(pk)' } },
      apply: (existing) => (existing === undefined ? item : undefined),
    },
    // Only who writes the checkpoint writes its months, so they need no condition of their own.
    ...months.map((month): Act => {
      const monthItem = { pk: pkOf(communityId), sk: monthPrefix + month.month, ...month };
      return { key: { pk: monthItem.pk, sk: monthItem.sk }, part: { put: monthItem }, apply: () => monthItem };
    }),
  ];
};

const movedOf = (items: readonly (Item | undefined)[]): Reached[] =>
  items.flatMap((item) => z.parse(Moved, item).moved.map(read));
const partKeys = ({ checkpoint, parts }: CheckpointRecord): Key[] =>
  Array.from({ length: parts }, (_, part) => movedKey(checkpoint.communityId, checkpoint, part));

export const makeMemoryOpenBookStore = (items = makeMemoryItems()): OpenBookStore => {
  const all = (communityId: CommunityId, prefix: string) =>
    items.filter(({ pk, sk }) => pk === pkOf(communityId) && sk.startsWith(prefix));
  return {
    keepMoved: async (communityId, of, moved) => {
      const parts = partsOf(moved);
      for (const [i, part] of parts.entries())
        await items.write({ ...movedKey(communityId, of, i), moved: part.map(written) });
      return parts.length;
    },
    close: (record, months) => items.transact(actsOf(record, months)),
    checkpoints: async (communityId, limit = Number.MAX_SAFE_INTEGER) =>
      all(communityId, checkpointPrefix)
        .toReversed()
        .slice(0, limit)
        .map((item) => z.parse(CheckpointRecord, item)),
    moved: async (record) => movedOf(partKeys(record).map(items.get)),
    months: async (communityId) => all(communityId, monthPrefix).map((item) => z.parse(MonthRecord, item)),
  };
};

export const makeDynamoOpenBookStore = (table: Table): OpenBookStore => {
  const all = async (
    communityId: CommunityId,
    prefix: string,
    limit: number,
    newestFirst: boolean,
  ): Promise<Item[]> => {
    const found: Item[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: 'pk = :book AND begins_with(sk, :prefix)',
        values: { ':book': pkOf(communityId), ':prefix': prefix },
        limit: Math.min(limit, 1000),
        newestFirst,
        from,
      });
      found.push(...items);
      from = next;
    } while (from !== undefined && found.length < limit);
    return found;
  };
  return {
    keepMoved: async (communityId, of, moved) => {
      const parts = partsOf(moved);
      for (const [i, part] of parts.entries())
        await table.put({ ...movedKey(communityId, of, i), moved: part.map(written) });
      return parts.length;
    },
    close: (record, months) => table.transact(actsOf(record, months).map(({ part }) => part)),
    checkpoints: async (communityId, limit = Number.MAX_SAFE_INTEGER) =>
      (await all(communityId, checkpointPrefix, limit, true)).map((item) => z.parse(CheckpointRecord, item)),
    moved: async (record) => movedOf(await Promise.all(partKeys(record).map((key) => table.get(key)))),
    months: async (communityId) =>
      (await all(communityId, monthPrefix, Number.MAX_SAFE_INTEGER, false)).map((item) => z.parse(MonthRecord, item)),
  };
};
