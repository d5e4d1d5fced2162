import type { CommunityId } from '@suishoupai/shared/ids';
import {
  accountName,
  addedUp,
  type BookHead,
  checkpointDigest,
  headsRoot,
  noCheckpoint,
  sortedHeads,
  type UnsignedCheckpoint,
} from '@suishoupai/shared/points/open-book';
import { chinaDay } from '@suishoupai/shared/time/china';
import { toHex, utf8 } from '@suishoupai/shared/votes/bytes';
import { canonical } from '@suishoupai/shared/votes/canonical';
import { type Signer, sha256 } from '../votes/signer.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { CheckpointRecord, MonthRecord, OpenBookStore, Reached } from './open-book-store.ts';
import type { BookKey, BookRecord, EntryRecord } from './record.ts';

type Deps = {
  ledgerStore: Pick<LedgerStore, 'book' | 'books' | 'between'>;
  openBook: OpenBookStore;
  signer: Pick<Signer, 'publicKey' | 'sign'>;
};

/** Every so many checkpoints the list of what moved is the list of all, so that no more than those are read to go on. */
const fullEach = 30;
/** Books that are read at a time: 10,000 take some seconds. */
const atOnce = 25;

/** A book as it stands in the cut, with what is new in it. */
type Cut = { key: BookKey; account: string; book: BookRecord; fresh: EntryRecord[] };

const nameOf = ({ unit, account }: Pick<Reached, 'unit' | 'account'>) => `${unit} ${account}`;

/** Where every book was at a checkpoint, from the lists of what moved up to it. */
export const reachedAt = async (
  openBook: Pick<OpenBookStore, 'moved'>,
  newestFirst: readonly CheckpointRecord[],
): Promise<Map<string, Reached>> => {
  const reached = new Map<string, Reached>();
  const full = newestFirst.findIndex(({ checkpoint }) => checkpoint.n % fullEach === 1);
  for (const record of newestFirst.slice(0, full + 1).toReversed()) {
    for (const each of await openBook.moved(record)) reached.set(nameOf(each), each);
  }
  return reached;
};

/**
 * The day's checkpoint over all books of a community, with the totals that it adds; undefined when there is one of this day already. Reads
 * every book once and of those that moved what is new; nothing is written by everybody. Killed anywhere, the next sweep does it again.
 */
export const makeCheckpointing = ({ ledgerStore, openBook, signer }: Deps) => {
  const cutOf = async (key: BookKey, reached: Map<string, Reached>): Promise<Cut> => {
    const account = accountName(key.communityId, key.personId, sha256);
    const book = await ledgerStore.book(key);
    const before = reached.get(nameOf({ unit: key.unit, account }))?.seq ?? 0;
    const fresh = book.seq > before ? await ledgerStore.between(key, before, book.seq) : [];
    return { key, account, book, fresh };
  };

  /** All books, read one after the other: of what moved between two people while we read, both halves are in. */
  const cut = async (communityId: CommunityId, reached: Map<string, Reached>): Promise<Cut[]> => {
    const keys = await ledgerStore.books(communityId);
    const cuts = new Map<string, Cut>();
    const put = (one: Cut) => cuts.set(`${one.key.unit} ${one.key.personId}`, one);
    for (let from = 0; from < keys.length; from += atOnce) {
      for (const one of await Promise.all(keys.slice(from, from + atOnce).map((key) => cutOf(key, reached)))) put(one);
    }
    for (let missing: BookKey[] = []; ; missing = []) {
      const seen = new Set(
        [...cuts.values()].flatMap(({ key, fresh }) => fresh.map(({ id }) => `${key.unit} ${key.personId} ${id}`)),
      );
      for (const { key, fresh } of cuts.values()) {
        for (const { id, phase, debit, credit } of fresh) {
          const other = debit === key.personId ? credit : debit;
          const isMoved = phase === 'single' || phase === 'post';
          if (isMoved && other.startsWith('usr_') && !seen.has(`${key.unit} ${other} ${id}`)) {
            missing.push({ ...key, personId: other as BookKey['personId'] });
          }
        }
      }
      if (missing.length === 0) return [...cuts.values()].filter(({ book }) => book.seq > 0);
      for (const key of missing) put(await cutOf(key, reached));
    }
  };

  return async (communityId: CommunityId, now: Date): Promise<CheckpointRecord | undefined> => {
    const day = chinaDay(now.toISOString());
    const known = await openBook.checkpoints(communityId, fullEach);
    const last = known[0]?.checkpoint;
    if (last !== undefined && last.day >= day) return undefined;
    const cuts = await cut(communityId, await reachedAt(openBook, known));
    if (cuts.length === 0) return undefined;

    const heads = sortedHeads(
      cuts.map(({ key, account, book }): BookHead => ({ unit: key.unit, account, seq: book.seq, head: book.head })),
    );
    const n = (last?.n ?? 0) + 1;
    const unsigned: UnsignedCheckpoint = {
      ...{ communityId, n, day, books: heads.length, publicKey: signer.publicKey },
      entries: heads.reduce((sum, { seq }) => sum + seq, 0),
      root: headsRoot(heads, sha256),
      previous: last === undefined ? noCheckpoint : checkpointDigest(last, sha256),
    };
    const checkpoint = { ...unsigned, signature: toHex(signer.sign(utf8(canonical(unsigned)))) };
    const listed = cuts.filter(({ fresh }) => n % fullEach === 1 || fresh.length > 0);
    const moved = listed.map(({ key, account, book }) => ({ unit: key.unit, account, seq: book.seq }));
    const parts = await openBook.keepMoved(communityId, checkpoint, moved);

    const kept = new Map((await openBook.months(communityId)).map((month) => [month.month, month]));
    const fresh = cuts.flatMap((one) =>
      one.fresh.map((entry) => ({
        ...{ unit: entry.unit, phase: entry.phase, amount: entry.amount, rule: entry.rule, kind: entry.cause.kind },
        ...{ debit: entry.debit, credit: entry.credit, account: entry.account, day: chinaDay(entry.at) },
      })),
    );
    const months = [...new Set(fresh.map((entry) => entry.day.slice(0, 7)))].map((month): MonthRecord => {
      const ofMonth = fresh.filter((entry) => entry.day.startsWith(month));
      return { month, n, rows: addedUp(kept.get(month)?.rows ?? [], ofMonth) };
    });
    const heldOf = (unit: BookKey['unit']) =>
      cuts.reduce((sum, { key, book }) => (key.unit === unit ? sum + book.posted : sum), 0);
    const record = { checkpoint, held: { points: heldOf('points'), minutes: heldOf('minutes') }, parts };
    return (await openBook.close(record, months)) ? record : undefined;
  };
};
export type Checkpointing = ReturnType<typeof makeCheckpointing>;
