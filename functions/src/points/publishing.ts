import { AppError } from '@suishoupai/shared/contract/errors';
import type { FileAnswer } from '@suishoupai/shared/contract/route';
import type { CommunityId } from '@suishoupai/shared/ids';
import type { OpenBook } from '@suishoupai/shared/points/book-contract';
import { accountName, checkpointDigest, openEntry, type TotalRow } from '@suishoupai/shared/points/open-book';
import { byCodeUnits, canonical } from '@suishoupai/shared/votes/canonical';
import { keyFingerprint, receiptCode } from '@suishoupai/shared/votes/receipt';
import { sha256 } from '../votes/signer.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { CheckpointRecord, OpenBookStore, Reached } from './open-book-store.ts';

type Deps = {
  ledgerStore: Pick<LedgerStore, 'books' | 'between'>;
  openBook: Pick<OpenBookStore, 'checkpoints' | 'moved' | 'months'>;
};

const shownCheckpoints = 31;
const atOnce = 25;
const plain = ({ month, unit, way, by, amount, count }: TotalRow) => ({ month, unit, way, by, amount, count });

/** What a community gives out so that others can check its books. */
export const makeBookPublishing = ({ ledgerStore, openBook }: Deps) => {
  const bookOf = async (key: Parameters<LedgerStore['between']>[0], account: string, seq: number) => {
    const entries = await ledgerStore.between(key, 0, seq);
    return {
      ...{ unit: key.unit, account },
      // The chain follows from the rest: whoever checks makes it again up to the head that is under the root.
      entries: entries.map((entry) => {
        const { previous: _, hash: __, unit: ___, ...open } = openEntry(entry, sha256);
        return open;
      }),
    };
  };

  const build = async (communityId: CommunityId, newestFirst: readonly CheckpointRecord[]): Promise<Uint8Array> => {
    const reached = new Map<string, Reached>();
    const checkpoints = [];
    for (const record of newestFirst.toReversed()) {
      const listed = await openBook.moved(record);
      const moved = listed
        .filter(({ unit, account, seq }) => seq > (reached.get(`${unit} ${account}`)?.seq ?? 0))
        .toSorted((a, b) => byCodeUnits(`${a.unit} ${a.account}`, `${b.unit} ${b.account}`));
      for (const each of moved) reached.set(`${each.unit} ${each.account}`, each);
      checkpoints.push({
        ...record.checkpoint,
        moved: moved.map(({ unit, account, seq }) => ({ unit, account, seq })),
      });
    }
    const keys = await ledgerStore.books(communityId);
    const books = [];
    for (let from = 0; from < keys.length; from += atOnce) {
      const some = keys.slice(from, from + atOnce).map((key) => {
        const account = accountName(communityId, key.personId, sha256);
        const seq = reached.get(`${key.unit} ${account}`)?.seq;
        return seq === undefined ? [] : [bookOf(key, account, seq)];
      });
      books.push(...(await Promise.all(some.flat())));
    }
    books.sort((a, b) => byCodeUnits(`${a.unit} ${a.account}`, `${b.unit} ${b.account}`));
    const rows = (await openBook.months(communityId)).flatMap(({ rows: each }) => each.map(plain));
    const file = { format: 'suishoupai-ledger/1', communityId, checkpoints, books, rows };
    return new TextEncoder().encode(`${canonical(file)}\n`);
  };

  /** The last one that was made, by the checkpoint it belongs to: everybody who asks in a day gets the same bytes. */
  let made: { digest: string; bytes: Uint8Array } | undefined;

  return {
    openBook: async (communityId: CommunityId): Promise<OpenBook> => {
      const [months, newest] = await Promise.all([
        openBook.months(communityId),
        openBook.checkpoints(communityId, shownCheckpoints),
      ]);
      const [last] = newest;
      return {
        rows: months.flatMap(({ rows }) => rows),
        held: last?.held ?? { points: 0, minutes: 0 },
        checkpoints: newest.map(({ checkpoint }) => ({
          ...checkpoint,
          code: receiptCode(checkpointDigest(checkpoint, sha256)),
        })),
        fingerprint: last && keyFingerprint(last.checkpoint.publicKey, sha256),
      };
    },

    ledgerFile: async (communityId: CommunityId): Promise<FileAnswer> => {
      const all = await openBook.checkpoints(communityId);
      const last = all[0]?.checkpoint;
      if (last === undefined) throw new AppError('points.noCheckpoint');
      const digest = checkpointDigest(last, sha256);
      if (made?.digest !== digest) made = { digest, bytes: await build(communityId, all) };
      return { name: `积分账本-${last.day}.json`, bytes: made.bytes };
    },
  };
};
