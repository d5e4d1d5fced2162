import * as z from 'zod/mini';
import { CommunityId } from '../ids.ts';
import { chinaDay } from '../time/china.ts';
import { Hash } from '../votes/ballot.ts';
import { utf8 } from '../votes/bytes.ts';
import { byCodeUnits, canonical } from '../votes/canonical.ts';
import { Signature } from '../votes/head.ts';
import { digestOf } from '../votes/leaf.ts';
import { leafHash, merkleRoot, type Sha256 } from '../votes/merkle.ts';
import { Cause, type Entry, Lot, Phase, SystemAccount, type Transfer, Unit } from './transfer.ts';

const nameLength = 32;

/** An account without its name: people get one for each community, made of an id that nobody can guess, so only they know which is theirs. */
export const accountName = (communityId: CommunityId, account: Transfer['debit'], sha256: Sha256): string =>
  account.startsWith('usr_') ? digestOf({ communityId, account }, sha256).slice(0, nameLength) : account;

const transferName = (id: string, sha256: Sha256) => digestOf({ transfer: id }, sha256).slice(0, nameLength);

const Name = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const AccountName = z.union([Name, SystemAccount]);

/**
 * An entry as everybody may see it: no names, no cause but its kind, the day instead of the moment. What it leaves out is bound by `sealed`, so
 * that the hash covers all of the entry, and whoever has the entry can show that it is this one.
 */
export const OpenEntry = z.strictObject({
  unit: Unit,
  seq: z.int(),
  id: Name,
  day: z.iso.date(),
  phase: Phase,
  debit: AccountName,
  credit: AccountName,
  amount: z.int(),
  kind: Cause.shape.kind,
  rule: z.optional(z.strictObject({ id: z.string(), version: z.int() })),
  until: z.optional(z.iso.date()),
  ends: z.optional(Name),
  undoes: z.optional(Name),
  posted: z.int(),
  reserved: z.int(),
  took: z.optional(z.array(Lot)),
  sealed: Hash,
  previous: Hash,
  hash: Hash,
});
export type OpenEntry = z.output<typeof OpenEntry>;

const withoutGaps = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

type Unhashed = Omit<OpenEntry, 'hash'>;

/** The entry without what is nobody's business, and without its hash. */
const unhashed = (entry: Omit<Entry, 'hash'>, sha256: Sha256): Unhashed => {
  const { communityId, id, at, account, debit, credit, cause, by, reason, ends, undoes, took, rule } = entry;
  const { unit, seq, phase, amount, until, posted, reserved, previous } = entry;
  const name = (of: string | undefined) => (of === undefined ? undefined : transferName(of, sha256));
  return withoutGaps({
    ...{ unit, seq, phase, amount, until, posted, reserved, previous, ends: name(ends), undoes: name(undoes) },
    id: transferName(id, sha256),
    day: chinaDay(at),
    debit: accountName(communityId, debit, sha256),
    credit: accountName(communityId, credit, sha256),
    kind: cause.kind,
    rule: rule && { id: rule.id, version: rule.version },
    took: took?.map(withoutGaps),
    sealed: digestOf(
      withoutGaps({ id, at, account, debit, credit, cause: { kind: cause.kind, id: cause.id }, by, reason }),
      sha256,
    ),
  });
};

/** What the next entry of the book carries on. */
export const entryHash = (entry: Omit<Entry, 'hash'>, sha256: Sha256): string =>
  digestOf(unhashed(entry, sha256), sha256);

export const openEntry = (entry: Entry, sha256: Sha256): OpenEntry => ({
  ...unhashed(entry, sha256),
  hash: entry.hash,
});

/** Where a book of one unit stood: its last entry. */
export const BookHead = z.strictObject({ unit: Unit, account: Name, seq: z.int().check(z.gte(1)), head: Hash });
export type BookHead = z.output<typeof BookHead>;

/** One order for everybody who makes the root of a day. */
export const sortedHeads = (heads: readonly BookHead[]): BookHead[] =>
  [...heads].sort((a, b) => byCodeUnits(`${a.unit} ${a.account}`, `${b.unit} ${b.account}`));

/** RFC 6962 over the heads of all books. */
export const headsRoot = (heads: readonly BookHead[], sha256: Sha256): string =>
  merkleRoot(
    sortedHeads(heads).map((head) => leafHash(utf8(canonical(head)), sha256)),
    sha256,
  );

const unsigned = {
  communityId: CommunityId,
  n: z.int().check(z.gte(1)),
  /** The day in China at whose end books stood so. */
  day: z.iso.date(),
  books: z.int().check(z.gte(0)),
  entries: z.int().check(z.gte(0)),
  root: Hash,
  /** The digest of the checkpoint before; of the first, zeros. */
  previous: Hash,
};
/** What the service stands by at the end of a day: under one root all entries of all books, bound to the day before. */
export const Checkpoint = z.strictObject({ ...unsigned, publicKey: Hash, signature: Signature });
export type Checkpoint = z.output<typeof Checkpoint>;
export type UnsignedCheckpoint = Omit<Checkpoint, 'signature'>;

export const noCheckpoint = '0'.repeat(64);

export const checkpointDigest = (checkpoint: Checkpoint, sha256: Sha256): string => digestOf(checkpoint, sha256);

/** What moved in a month under one heading: by which rule it was given, or for what it went. `taken`: what was taken back again. */
export const TotalRow = z.strictObject({
  month: z.string().check(z.regex(/^\d{4}-\d\d$/)),
  unit: Unit,
  way: z.enum(['issued', 'taken', 'redeemed', 'restored', 'expired', 'donated', 'drawn', 'given']),
  /** The rule by which it was given or taken back, otherwise the kind of cause. */
  by: z.string(),
  amount: z.int().check(z.gte(0)),
  count: z.int().check(z.gte(0)),
});
export type TotalRow = z.output<typeof TotalRow>;

type Moved = Pick<OpenEntry, 'phase' | 'debit' | 'credit' | 'amount' | 'day' | 'kind' | 'rule' | 'unit'>;

const outOf: Record<SystemAccount, TotalRow['way']> = {
  issued: 'issued',
  redeemed: 'restored',
  expired: 'issued',
  donated: 'drawn',
};
const into: Record<SystemAccount, TotalRow['way']> = {
  issued: 'taken',
  redeemed: 'redeemed',
  expired: 'expired',
  donated: 'donated',
};
const isSystem = (account: string): account is SystemAccount => SystemAccount.safeParse(account).success;

/** Under which heading an entry of a book counts; undefined when it only holds, or is the other half of what was given. */
export const headingOf = (entry: Moved): Omit<TotalRow, 'amount' | 'count'> | undefined => {
  const { phase, debit, credit, kind, rule, unit, day } = entry;
  if (phase !== 'single' && phase !== 'post') return undefined;
  const way = isSystem(debit) ? outOf[debit] : isSystem(credit) ? into[credit] : 'given';
  const isByRule = way === 'issued' || way === 'taken';
  return { month: day.slice(0, 7), unit, way, by: isByRule ? (rule?.id ?? kind) : kind };
};

const rowName = ({ month, unit, way, by }: Omit<TotalRow, 'amount' | 'count'>) => `${month} ${unit} ${way} ${by}`;

/** Totals with more entries of the book of `account` counted in; between two people the one who gives counts. */
export const addedUp = (rows: readonly TotalRow[], entries: readonly (Moved & { account: string })[]): TotalRow[] => {
  const totals = new Map(rows.map((row) => [rowName(row), row]));
  for (const entry of entries) {
    const heading = headingOf(entry);
    if (heading === undefined || (heading.way === 'given' && entry.credit === entry.account)) continue;
    const { amount, count } = totals.get(rowName(heading)) ?? { amount: 0, count: 0 };
    totals.set(rowName(heading), { ...heading, amount: amount + entry.amount, count: count + 1 });
  }
  return [...totals.entries()].sort(([a], [b]) => byCodeUnits(a, b)).map(([, row]) => row);
};
