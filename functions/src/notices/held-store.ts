import { PersonId } from '@suishoupai/shared/ids';
import { NoticeId, SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import * as z from 'zod/mini';
import type { Item, Table } from '../dynamo/table.ts';

/** A message to a phone, with the words it had when it was written. */
export const Message = z.object({
  personId: PersonId,
  noticeId: NoticeId,
  template: SubscriptionTemplate,
  page: z.string(),
  data: z.record(z.string(), z.object({ value: z.string() })),
});
export type Message = z.output<typeof Message>;

const HeldItem = z.object({ pk: z.string(), sk: z.string(), message: Message });
/** A message that waits, under the key to take it away by. */
export type Held = z.output<typeof HeldItem>;

/** A city's night in one partition would be too much at seven o'clock. */
const shards = [0, 1, 2, 3, 4, 5, 6, 7];
const shardPk = (shard: number) => `held#${shard}`;
const heldKey = ({ personId, noticeId }: Message, dueAt: string) => ({
  pk: shardPk((personId.codePointAt(personId.length - 1) ?? 0) % shards.length),
  sk: `${dueAt}#${personId}#${noticeId}`,
});
const pageSize = 50;
/** What could not be sent for this long says nothing new any more; the inbox has it. */
const keptSeconds = 2 * 86_400;

export type HeldStore = {
  /** Keeps a message until it is due; held twice for the same time, it is there once. */
  hold: (message: Message, dueAt: string) => Promise<void>;
  /** What has come due, in as many streams as there are shards, each earliest first. Read consistently. */
  due: (now: Date) => AsyncGenerator<Held>[];
  /** Takes a held message away; one that is gone stays gone. */
  drop: (held: Held) => Promise<void>;
};

export const makeMemoryHeldStore = (): HeldStore => {
  const items = new Map<string, Held>();
  const nameOf = ({ pk, sk }: Pick<Held, 'pk' | 'sk'>) => `${pk}|${sk}`;
  const dueIn = async function* (pk: string, now: Date) {
    const due = [...items.values()].filter((held) => held.pk === pk && held.sk < `${now.toISOString()}~`);
    yield* due.toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  };
  return {
    hold: async (message, dueAt) => {
      const key = heldKey(message, dueAt);
      if (!items.has(nameOf(key))) items.set(nameOf(key), { ...key, message });
    },
    due: (now) => shards.map((shard) => dueIn(shardPk(shard), now)),
    drop: async (held) => {
      items.delete(nameOf(held));
    },
  };
};

export const makeDynamoHeldStore = (table: Table): HeldStore => {
  const dueIn = async function* (pk: string, now: Date) {
    let from: Item | undefined;
    do {
      const page = await table.query({
        condition: 'pk = :pk AND sk < :now',
        values: { ':pk': pk, ':now': `${now.toISOString()}~` },
        limit: pageSize,
        from,
      });
      yield* page.items.map((item) => z.parse(HeldItem, item));
      from = page.next;
    } while (from !== undefined);
  };
  return {
    hold: async (message, dueAt) => {
      const expiresAt = Math.floor(Date.parse(dueAt) / 1000) + keptSeconds;
      await table.put({ ...heldKey(message, dueAt), message, expiresAt }, 'attribute_not_exists(pk)');
    },
    due: (now) => shards.map((shard) => dueIn(shardPk(shard), now)),
    drop: ({ pk, sk }) => table.delete({ pk, sk }),
  };
};
