import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, CommunityId, PersonId, TransferId } from '@suishoupai/shared/ids';
import { CorrectionState } from '@suishoupai/shared/points/book-contract';
import { Unit } from '@suishoupai/shared/points/transfer';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import { type Act, makeMemoryItems } from '../dynamo/memory-items.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';

const Clerk = z.object({ personId: PersonId, label: z.string() });

/** A correction from its first word on. `until`: of one that waits for a second person. */
export const CorrectionRecord = z.object({
  id: ActionId,
  communityId: CommunityId,
  digest: z.string(),
  personId: PersonId,
  unit: Unit,
  direction: z.enum(['give', 'take']),
  amount: z.int(),
  reason: z.string(),
  undoes: z.optional(TransferId),
  state: CorrectionState,
  at: Instant,
  by: Clerk,
  until: z.optional(Instant),
  decided: z.optional(
    z.object({ act: ActionId, digest: z.string(), at: Instant, by: Clerk, reason: z.optional(z.string()) }),
  ),
});
export type CorrectionRecord = z.output<typeof CorrectionRecord>;

const pageSize = 20;
const dueKey = 'due#corrections';
const correctionsPk = (communityId: CommunityId) => `${communityId}#corrections`;
const correctionKey = ({ communityId, id }: Pick<CorrectionRecord, 'communityId' | 'id'>): Key => ({
  pk: correctionsPk(communityId),
  sk: id,
});
const listKeys = (communityId: CommunityId): ListKeys => ({ fixed: { pk: correctionsPk(communityId) }, open: ['sk'] });
const itemOf = (correction: CorrectionRecord): Item & Key => ({
  ...correction,
  ...correctionKey(correction),
  ...(correction.state === 'waiting' ? { dueKey, wakeAt: correction.until } : {}),
});
const recordOf = (item: Item): CorrectionRecord => z.parse(CorrectionRecord, item);

/** The correction that a record of the stream is about; undefined for every other item. */
export const correctionIn = (item: Item): CorrectionRecord | undefined =>
  String(item['pk']).endsWith('#corrections') ? recordOf(item) : undefined;

/** Goes into the transaction that moves the amount: a new correction, or the end of one that still waits. */
export const correctionAct = (correction: CorrectionRecord, isNew: boolean): Act => {
  const item = itemOf(correction);
  return {
    key: correctionKey(correction),
    part: {
      put: item,
      when: isNew
        ? { condition: 'attribute_not_exists(pk)' }
        : { condition: '#state = :waiting', names: { '#state': 'state' }, values: { ':waiting': 'waiting' } },
    },
    apply: (existing) => ((isNew ? existing === undefined : existing?.['state'] === 'waiting') ? item : undefined),
  };
};

export type CorrectionStore = {
  /** Read consistently; undefined when there is none. */
  find: (key: Pick<CorrectionRecord, 'communityId' | 'id'>) => Promise<CorrectionRecord | undefined>;
  /** One that moves nothing (yet): new and waiting, refused or lapsed; whether it was kept. */
  keep: (correction: CorrectionRecord, isNew: boolean) => Promise<boolean>;
  /** A page, the newest first. */
  list: (communityId: CommunityId, cursor?: string) => Promise<{ items: CorrectionRecord[]; next: string | undefined }>;
  /** Those whose time to agree is over. */
  due: (now: string) => Promise<CorrectionRecord[]>;
};

export const makeMemoryCorrectionStore = (items = makeMemoryItems()): CorrectionStore => ({
  find: async (key) => {
    const item = items.get(correctionKey(key));
    return item === undefined ? undefined : recordOf(item);
  },
  keep: (correction, isNew) => items.transact([correctionAct(correction, isNew)]),
  list: async (communityId, cursor) => {
    const from = fromCursor(cursor, listKeys(communityId))?.['sk'];
    const rest = items
      .filter(({ pk, sk }) => pk === correctionsPk(communityId) && (from === undefined || sk < String(from)))
      .toReversed();
    const page = rest.slice(0, pageSize);
    const last = page.at(-1);
    const next = last === undefined || rest.length <= pageSize ? undefined : toCursor({ pk: last.pk, sk: last.sk });
    return { items: page.map(recordOf), next };
  },
  due: async (now) => items.filter((item) => item['dueKey'] === dueKey && String(item['wakeAt']) <= now).map(recordOf),
});

export const makeDynamoCorrectionStore = (table: Table): CorrectionStore => {
  const find: CorrectionStore['find'] = async (key) => {
    const item = await table.get(correctionKey(key));
    return item === undefined ? undefined : recordOf(item);
  };
  return {
    find,
    keep: (correction, isNew) => table.transact([correctionAct(correction, isNew).part]),
    list: async (communityId, cursor) => {
      const { items, next } = await table.query({
        condition: 'pk = :corrections',
        values: { ':corrections': correctionsPk(communityId) },
        limit: pageSize,
        newestFirst: true,
        from: fromCursor(cursor, listKeys(communityId)),
      });
      return { items: items.map(recordOf), next: toCursor(next) };
    },
    due: async (now) => {
      const { items } = await table.query({
        index: 'byDue',
        condition: 'dueKey = :due AND wakeAt <= :now',
        values: { ':due': dueKey, ':now': now },
      });
      const found = await Promise.all(
        items.map(({ pk, sk }) => find({ communityId: String(pk).split('#')[0] ?? '', id: z.parse(ActionId, sk) })),
      );
      return found.filter((each) => each !== undefined);
    },
  };
};
