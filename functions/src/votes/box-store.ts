import { ActionId, VoteId } from '@suishoupai/shared/ids';
import { Refusal as RefusalContent } from '@suishoupai/shared/votes/reconciliation';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Key, Part, Table } from '../dynamo/table.ts';
import { LedgerRecord, PaperRecord, SlotRecord, TransferRecord } from './record.ts';
import { votePk } from './store.ts';

const Refusal = z.object(RefusalContent.shape);
type Refusal = z.output<typeof Refusal>;

/** The frozen roll of a vote. Another roll has other keys, so that two who freeze at once never mix theirs. */
export type Box = { voteId: VoteId; roll: string };

/**
 * What is written together. A record with `rev` 0 must not stand yet, another must stand with the `rev` it was read with; it is written
 * with the next one. A transfer must be new by number and by sale.
 */
export type Change =
  | { slot: SlotRecord }
  | { paper: PaperRecord }
  | { ledger: LedgerRecord }
  | { transfer: TransferRecord };

export type BoxStore = {
  /** Puts the slots that are not there yet. */
  freeze: (box: Box, slots: readonly SlotRecord[]) => Promise<void>;
  /** Read consistently; undefined when there is none. */
  findSlot: (box: Box, slot: string) => Promise<SlotRecord | undefined>;
  /** All of them. `isExact`: consistently, else some may be a moment old. */
  slots: (box: Box, isExact: boolean) => Promise<SlotRecord[]>;
  /** All or none; false when a record was written since it was read, or exists already. One slot alone is one conditional write. */
  write: (box: Box, changes: readonly [Change, ...Change[]]) => Promise<boolean>;
  /** In their order. */
  transfers: (box: Box) => Promise<TransferRecord[]>;
  findPaper: (box: Box, id: ActionId) => Promise<PaperRecord | undefined>;
  /** Every sheet, in the order of entry. */
  papers: (box: Box) => Promise<PaperRecord[]>;
  /** A page of sheets: what waits first, then the newest; may be a moment old. */
  listPaper: (box: Box, cursor?: string) => Promise<{ items: PaperRecord[]; next: string | undefined }>;
  /** The sheets of a vote by number; none before the first was entered. */
  ledger: (box: Box) => Promise<LedgerRecord>;
  /** Keeps that a phone came after paper; the first of a slot stays. */
  noteRefusal: (box: Box, refusal: Refusal) => Promise<void>;
  refusals: (box: Box) => Promise<Refusal[]>;
};

const pageSize = 20;
const slotPrefix = ({ roll }: Box) => `slot#${roll}#`;
const transferPrefix = 'transfer#';
const paperPrefix = 'paper#';
const refusalPrefix = 'refusal#';
const at = ({ voteId }: Box, sk: string): Key => ({ pk: votePk(voteId), sk });
const slotKey = (box: Box, slot: string) => at(box, `${slotPrefix(box)}${slot}`);
const transferKey = (box: Box, seq: number) => at(box, `${transferPrefix}${String(seq).padStart(6, '0')}`);
const saleKey = (box: Box, id: ActionId) => at(box, `sale#${id}`);
const paperKey = (box: Box, id: ActionId) => at(box, `${paperPrefix}${id}`);
const ledgerKey = (box: Box) => at(box, 'ledger');
const refusalKey = (box: Box, slot: string) => at(box, `${refusalPrefix}${slot}`);

/** The slot in a stream record, and where it belongs; undefined for every other item. */
export const slotItemOf = (item: Item): { box: Box; record: SlotRecord } | undefined => {
  const [kind, roll] = String(item['sk']).split('#');
  if (kind !== 'slot' || roll === undefined) return undefined;
  const voteId = z.parse(VoteId, String(item['pk']).split('#')[1]);
  return { box: { voteId, roll }, record: z.parse(SlotRecord, item) };
};

const noSheets: LedgerRecord = { rev: 0, waiting: 0, confirmed: 0, refused: 0 };

/** What waits for a second person stands before what does not, there the newest first. */
const paperList = ({ voteId }: Box) => `${votePk(voteId)}#paper`;
const paperRank = ({ state, at: enteredAt, id }: PaperRecord) => `${state === 'waiting' ? 1 : 0}#${enteredAt}#${id}`;
const paperKeys = (box: Box): ListKeys => ({ fixed: { reviewKey: paperList(box) }, open: ['pk', 'sk', 'reviewAt'] });

/** An item to write: with the `rev` it must have, or none when it must not be there. */
type Write = { key: Key; item: Item; read: number | undefined };

const versioned = (key: Key, record: { rev: number }, more: Item = {}): Write => ({
  key,
  item: { ...record, ...more, rev: record.rev + 1 },
  read: record.rev === 0 ? undefined : record.rev,
});

const writesOf = (box: Box, change: Change): Write[] => {
  if ('slot' in change) return [versioned(slotKey(box, change.slot.slot), change.slot)];
  if ('ledger' in change) return [versioned(ledgerKey(box), change.ledger)];
  if ('paper' in change) {
    const listed = { reviewKey: paperList(box), reviewAt: paperRank(change.paper) };
    return [versioned(paperKey(box, change.paper.id), change.paper, listed)];
  }
  const { transfer } = change;
  return [
    { key: transferKey(box, transfer.seq), item: transfer, read: undefined },
    { key: saleKey(box, transfer.id), item: { at: transfer.at }, read: undefined },
  ];
};

/** A new slot was written once. */
const frozen = (box: Box, slot: SlotRecord): Write => versioned(slotKey(box, slot.slot), { ...slot, rev: 0 });

export const makeMemoryBoxStore = (): BoxStore => {
  const items = new Map<string, Item & Key>();
  const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
  const put = ({ key, item }: Write) => void items.set(nameOf(key), structuredClone({ ...item, ...key }));
  const get = <S extends z.core.$ZodType>(schema: S, key: Key): z.output<S> | undefined => {
    const item = items.get(nameOf(key));
    return item === undefined ? undefined : structuredClone(z.parse(schema, item));
  };
  const all = <S extends z.core.$ZodType>(schema: S, box: Box, prefix: string): z.output<S>[] =>
    [...items.values()]
      .filter(({ pk, sk }) => pk === votePk(box.voteId) && sk.startsWith(prefix))
      .toSorted((a, b) => (a.sk < b.sk ? -1 : 1))
      .map((item) => structuredClone(z.parse(schema, item)));
  const isAsRead = ({ key, read }: Write) =>
    items.get(nameOf(key))?.['rev'] === read && (read !== undefined || !items.has(nameOf(key)));

  return {
    freeze: async (box, slots) => {
      for (const slot of slots) if (!items.has(nameOf(slotKey(box, slot.slot)))) put(frozen(box, slot));
    },
    findSlot: async (box, slot) => get(SlotRecord, slotKey(box, slot)),
    slots: async (box) => all(SlotRecord, box, slotPrefix(box)),
    write: async (box, changes) => {
      const writes = changes.flatMap((change) => writesOf(box, change));
      if (!writes.every(isAsRead)) return false;
      for (const write of writes) put(write);
      return true;
    },
    transfers: async (box) => all(TransferRecord, box, transferPrefix),
    findPaper: async (box, id) => get(PaperRecord, paperKey(box, id)),
    papers: async (box) => all(PaperRecord, box, paperPrefix),
    listPaper: async (box, cursor) => {
      const from = fromCursor(cursor, paperKeys(box))?.['reviewAt'];
      const rest = all(PaperRecord, box, paperPrefix)
        .filter((paper) => from === undefined || paperRank(paper) < String(from))
        .toSorted((a, b) => (paperRank(a) < paperRank(b) ? 1 : -1));
      const page = rest.slice(0, pageSize);
      const last = page.at(-1);
      if (last === undefined || rest.length <= pageSize) return { items: page, next: undefined };
      const key = { ...paperKey(box, last.id), reviewKey: paperList(box), reviewAt: paperRank(last) };
      return { items: page, next: toCursor(key) };
    },
    ledger: async (box) => get(LedgerRecord, ledgerKey(box)) ?? noSheets,
    noteRefusal: async (box, refusal) => {
      const key = refusalKey(box, refusal.slot);
      if (!items.has(nameOf(key))) put({ key, item: refusal, read: undefined });
    },
    refusals: async (box) => all(Refusal, box, refusalPrefix),
  };
};

/** SET what the record has; what it has no longer is removed by name. */
const updateOf = ({ key, item, read }: Write, known: readonly string[]): Part & { update: object } => {
  const values: Item = read === undefined ? {} : { ':read': read };
  const names: Record<string, string> = {};
  const sets: string[] = [];
  const removes: string[] = [];
  [...new Set([...Object.keys(item), ...known])].forEach((name, i) => {
    names[`#n${i}`] = name;
    if (item[name] === undefined) removes.push(`#n${i}`);
    else {
      sets.push(`#n${i} = :v${i}`);
      values[`:v${i}`] = item[name];
    }
  });
  const update = `${sets.length === 0 ? '' : `SET ${sets.join(', ')}`}${removes.length === 0 ? '' : ` REMOVE ${removes.join(', ')}`}`;
  return {
    update: { key, update, condition: read === undefined ? 'attribute_not_exists(pk)' : 'rev = :read', names, values },
  };
};

/** What a record may lose. */
const losable = ['paper'];

/** Slots that are frozen at a time. */
const atOnce = 25;

export const makeDynamoBoxStore = (table: Table): BoxStore => {
  const get = async <S extends z.core.$ZodType>(
    schema: S,
    key: Key,
    options?: { consistent?: boolean },
  ): Promise<z.output<S> | undefined> => {
    const item = await table.get(key, options);
    return item === undefined ? undefined : z.parse(schema, item);
  };
  const all = async <S extends z.core.$ZodType>(schema: S, box: Box, prefix: string, consistent = true) => {
    const found: z.output<S>[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: 'pk = :vote AND begins_with(sk, :prefix)',
        values: { ':vote': votePk(box.voteId), ':prefix': prefix },
        consistent,
        from,
      });
      found.push(...items.map((item) => z.parse(schema, item)));
      from = next;
    } while (from !== undefined);
    return found;
  };

  return {
    freeze: async (box, slots) => {
      for (let i = 0; i < slots.length; i += atOnce) {
        const batch = slots.slice(i, i + atOnce).map((slot) => frozen(box, slot));
        await Promise.all(batch.map(({ item, key }) => table.put({ ...item, ...key }, 'attribute_not_exists(pk)')));
      }
    },
    findSlot: (box, slot) => get(SlotRecord, slotKey(box, slot)),
    slots: (box, isExact) => all(SlotRecord, box, slotPrefix(box), isExact),
    write: async (box, changes) => {
      const [first, ...rest] = changes.flatMap((change) => writesOf(box, change));
      if (first === undefined) return true;
      if (rest.length > 0) return table.transact([first, ...rest].map((write) => updateOf(write, losable)));
      const { key, item, read } = first;
      const condition = read === undefined ? 'attribute_not_exists(pk)' : 'rev = :read';
      const written = await table.put(
        { ...item, ...key },
        condition,
        read === undefined ? {} : { values: { ':read': read } },
      );
      return written.applied;
    },
    transfers: (box) => all(TransferRecord, box, transferPrefix),
    findPaper: (box, id) => get(PaperRecord, paperKey(box, id)),
    papers: (box) => all(PaperRecord, box, paperPrefix),
    listPaper: async (box, cursor) => {
      const { items, next } = await table.query({
        index: 'byReview',
        condition: 'reviewKey = :list',
        values: { ':list': paperList(box) },
        limit: pageSize,
        newestFirst: true,
        from: fromCursor(cursor, paperKeys(box)),
      });
      const ids = items.map(({ sk }) => z.parse(ActionId, String(sk).slice(paperPrefix.length)));
      const papers = await Promise.all(ids.map((id) => get(PaperRecord, paperKey(box, id), { consistent: false })));
      return { items: papers.filter((paper) => paper !== undefined), next: toCursor(next) };
    },
    ledger: async (box) => (await get(LedgerRecord, ledgerKey(box))) ?? noSheets,
    noteRefusal: async (box, refusal) => {
      await table.put({ ...refusal, ...refusalKey(box, refusal.slot) }, 'attribute_not_exists(pk)');
    },
    refusals: (box) => all(Refusal, box, refusalPrefix),
  };
};
