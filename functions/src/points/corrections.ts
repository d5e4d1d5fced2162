import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { ActionId, CommunityId, PersonId } from '@suishoupai/shared/ids';
import type { Correction, StaffBook } from '@suishoupai/shared/points/book-contract';
import { correctionLimits } from '@suishoupai/shared/points/limits';
import { accountName } from '@suishoupai/shared/points/open-book';
import type { pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import type { Refusal, SystemAccount, Transfer } from '@suishoupai/shared/points/transfer';
import { dayMs } from '@suishoupai/shared/time/units';
import { receiptCode } from '@suishoupai/shared/votes/receipt';
import type { Act } from '../dynamo/memory-items.ts';
import type { Clerk, ClerkOf } from '../households/access.ts';
import type { Viewer } from '../http/handlers.ts';
import { decided } from '../meetings/again.ts';
import type { AccessLog } from '../people/access-log-store.ts';
import { digestOf } from '../tickets/digest.ts';
import { sha256 } from '../votes/signer.ts';
import { type CorrectionRecord, type CorrectionStore, correctionAct } from './correction-store.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
import { isRefused } from './record.ts';
import { balanceOf, lineOf } from './shown.ts';

type Body = RouteRequest<(typeof pointsStaffRoutes)['correct']>['body'];
type Decision = RouteRequest<(typeof pointsStaffRoutes)['decideCorrection']>['body'];

type Deps = {
  ledgerStore: Pick<LedgerStore, 'books' | 'book' | 'list' | 'find'>;
  ledger: Pick<Ledger, 'transferWith'>;
  corrections: CorrectionStore;
  accessLog: Pick<AccessLog, 'note'>;
  clerkOf: ClerkOf;
};

/** What a person calls their book by. */
export const codeOf = (communityId: CommunityId, personId: PersonId): string =>
  receiptCode(accountName(communityId, personId, sha256));

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The first 15 hexadecimal digits of the name behind a code. */
const nameBehind = (code: string): string =>
  [...code.replaceAll('-', '')]
    .reduce((value, letter) => value * 32n + BigInt(alphabet.indexOf(letter)), 0n)
    .toString(16)
    .padStart(15, '0');

const words: Partial<Record<Refusal, string>> = {
  insufficient: '账上不够，收回的不能多于现在有的',
  alreadyUndone: '这一笔已经更正过了',
  notFound: '这一笔不能这样更正：方向要相反，数目不能更多',
};

/** Not refused: under the same id it may be asked again. */
const writtenMeanwhile = () => new Error('a correction is written by others all the time');

const needsTwo = ({ unit, amount }: Pick<CorrectionRecord, 'unit' | 'amount'>) => amount > correctionLimits.alone[unit];

export const makeCorrecting = ({ ledgerStore, ledger, corrections, accessLog, clerkOf }: Deps) => {
  const ownerOf = async (communityId: CommunityId, code: string): Promise<PersonId> => {
    const found = await ledgerStore.books(communityId, nameBehind(code));
    const owner = found.find(({ personId }) => codeOf(communityId, personId) === code);
    if (owner === undefined) throw new AppError('book.notFound');
    return owner.personId;
  };

  const viewOf = (record: CorrectionRecord, viewerId: PersonId): Correction => {
    const { id, communityId, personId, unit, direction, amount, reason, undoes, state, at, by, until, decided } =
      record;
    const mayDecide = state === 'waiting' && by.personId !== viewerId && personId !== viewerId;
    return {
      ...{ id, unit, direction, amount, reason, undoes, state, at, until, mayDecide },
      book: codeOf(communityId, personId),
      by: by.label,
      decided: decided && { at: decided.at, by: decided.by.label, reason: decided.reason },
    };
  };

  /** To the account that the line came from, or from which it went; without a line, as if it were issued or taken back. */
  const otherSide = async (record: CorrectionRecord): Promise<SystemAccount> => {
    const { communityId, unit, personId, undoes } = record;
    if (undoes === undefined) return 'issued';
    const line = await ledgerStore.find({ communityId, unit, personId }, undoes);
    const other =
      line === undefined || isRefused(line) ? undefined : line.debit === personId ? line.credit : line.debit;
    if (other === undefined || other.startsWith('usr_')) {
      throw invalidField('body.undoes', 'unknown', '账上没有这一笔，或是两个人之间的一笔');
    }
    return other as SystemAccount;
  };

  /** Moves the amount and writes the correction in one transaction; AppError `transfer.refused` says why nothing was moved. */
  const move = async (record: CorrectionRecord, isNew: boolean): Promise<void> => {
    const { id, communityId, unit, personId, direction, amount, reason, undoes, decided, by } = record;
    const other = await otherSide(record);
    const transfer: Transfer = {
      ...{ communityId, unit, amount, reason, phase: 'single', at: decided?.at ?? record.at },
      id: `trf_${id.slice(-26)}` as Transfer['id'],
      ...(direction === 'give' ? { debit: other, credit: personId } : { debit: personId, credit: other }),
      ...(undoes === undefined ? {} : { undoes }),
      cause: { kind: 'correction', id },
      by: (decided?.by ?? by).label,
    };
    const besides = async (): Promise<Act[] | Refusal> => {
      const isOver = !isNew && (await corrections.find(record))?.state !== 'waiting';
      return isOver ? 'alreadyEnded' : [correctionAct(record, isNew)];
    };
    const result = await ledger.transferWith(transfer, besides);
    if ('entry' in result) return;
    if (result.result === 'refused' && result.reason === 'alreadyEnded') throw new AppError('correction.over');
    const message = result.result === 'refused' ? words[result.reason] : undefined;
    throw new AppError(
      'transfer.refused',
      message === undefined ? undefined : [{ field: 'body.amount', rule: 'refused', message }],
    );
  };

  const standing = async (record: Pick<CorrectionRecord, 'communityId' | 'id' | 'digest'>) => {
    const first = await corrections.find(record);
    if (first !== undefined && first.digest !== record.digest) throw new AppError('id.reused');
    return first;
  };

  const begin = async (clerk: Clerk, communityId: CommunityId, body: Body, now: Date): Promise<CorrectionRecord> => {
    const { id, code, ...terms } = body;
    const digest = digestOf({ code, ...terms });
    const first = await standing({ communityId, id, digest });
    if (first !== undefined) return first;
    const personId = await ownerOf(communityId, code);
    if (personId === clerk.personId) throw new AppError('access.denied');
    const at = now.toISOString();
    const record: CorrectionRecord = { id, communityId, digest, personId, ...terms, state: 'done', at, by: clerk };
    if (!needsTwo(record)) {
      await move(record, true);
      return record;
    }
    await otherSide(record);
    const until = new Date(now.getTime() + correctionLimits.days * dayMs).toISOString();
    const waiting: CorrectionRecord = { ...record, state: 'waiting', until };
    return decided(
      async () => ((await corrections.keep(waiting, true)) ? waiting : standing(record)),
      writtenMeanwhile,
    );
  };

  const decide = async (
    clerk: Clerk,
    key: { communityId: CommunityId; id: ActionId },
    body: Decision,
    now: Date,
  ): Promise<CorrectionRecord> => {
    const digest = digestOf(body);
    return decided(async () => {
      const found = await corrections.find(key);
      if (found === undefined) throw new AppError('correction.notFound');
      if (found.decided?.act === body.id) {
        if (found.decided.digest !== digest) throw new AppError('id.reused');
        return found;
      }
      if (found.by.personId === clerk.personId || found.personId === clerk.personId)
        throw new AppError('correction.own');
      const at = now.toISOString();
      if (found.state !== 'waiting' || (found.until ?? at) <= at) throw new AppError('correction.over');
      const isAgreed = body.decision === 'agree';
      const reason = body.decision === 'refuse' ? { reason: body.reason } : {};
      const after: CorrectionRecord = {
        ...found,
        state: isAgreed ? 'done' : 'refused',
        decided: { act: body.id, digest, at, by: clerk, ...reason },
      };
      if (isAgreed) await move(after, false);
      else await corrections.keep(after, false);
      // Whose decision it was is what stands: another clerk may have agreed at the same moment.
      const stands = await corrections.find(key);
      return stands?.decided?.act === body.id ? stands : undefined;
    }, writtenMeanwhile);
  };

  return {
    /** Whose book has this code; AppError `book.notFound`. */
    ownerOf,

    book: async (viewer: Viewer, communityId: CommunityId, code: string, now: Date): Promise<StaffBook> => {
      const clerk = await clerkOf(viewer, communityId, now);
      const personId = await ownerOf(communityId, code);
      const look = { viewer: clerk, what: 'points', at: now.toISOString(), about: `book#${communityId}` } as const;
      await accessLog.note({ subject: personId, ...look });
      const of = async (unit: 'points' | 'minutes') => {
        const key = { communityId, unit, personId };
        const [book, { items }] = await Promise.all([ledgerStore.book(key), ledgerStore.list(key)]);
        return { balance: balanceOf(book), lines: items.map(lineOf) };
      };
      const [points, minutes] = await Promise.all([of('points'), of('minutes')]);
      const lines = [...points.lines, ...minutes.lines].toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
      return { book: code, points: points.balance, minutes: minutes.balance, lines };
    },

    correct: async (viewer: Viewer, communityId: CommunityId, body: Body, now: Date): Promise<Correction> => {
      const clerk = await clerkOf(viewer, communityId, now);
      return viewOf(await begin(clerk, communityId, body, now), viewer.personId);
    },

    decide: async (
      viewer: Viewer,
      { communityId, correctionId }: { communityId: CommunityId; correctionId: ActionId },
      body: Decision,
      now: Date,
    ): Promise<Correction> => {
      const clerk = await clerkOf(viewer, communityId, now);
      return viewOf(await decide(clerk, { communityId, id: correctionId }, body, now), viewer.personId);
    },

    list: async (viewer: Viewer, communityId: CommunityId, cursor: string | undefined, now: Date) => {
      await clerkOf(viewer, communityId, now);
      const { items, next } = await corrections.list(communityId, cursor);
      return { items: items.map((each) => viewOf(each, viewer.personId)), next };
    },
  };
};

/** Ends what nobody agreed to in time; returns how many. One that was decided meanwhile stays so. */
export const makeLapseCorrections =
  ({ corrections }: { corrections: Pick<CorrectionStore, 'due' | 'keep'> }) =>
  async (now: Date): Promise<number> => {
    const due = await corrections.due(now.toISOString());
    const ended = await Promise.all(due.map((each) => corrections.keep({ ...each, state: 'lapsed' }, false)));
    return ended.filter(Boolean).length;
  };
