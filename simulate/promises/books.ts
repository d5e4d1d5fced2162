import type { CommunityId } from '@suishoupai/shared/ids';
import type { Unit } from '@suishoupai/shared/points/transfer';
import { type EntryRecord, entryHash, firstHead, isRefused, nameOf } from '../../functions/src/points/record.ts';
import type { World } from '../world.ts';

const communityId: CommunityId = 'xfl';
const units: readonly Unit[] = ['points', 'minutes'];
type PersonId = EntryRecord['account'];

/** All lines of a book, the first first. */
export const linesOf = async (
  { ledger }: World['truth'],
  personId: PersonId,
  unit: Unit = 'points',
): Promise<EntryRecord[]> => {
  const all: EntryRecord[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await ledger.list({ communityId, unit, personId }, cursor);
    all.push(...items);
    cursor = next;
  } while (cursor !== undefined);
  return all.toSorted((a, b) => a.seq - b.seq);
};

export const bookOf = ({ ledger }: World['truth'], personId: PersonId, unit: Unit = 'points') =>
  ledger.book({ communityId, unit, personId });

const brokenBook = async (world: World, personId: PersonId, unit: Unit): Promise<string[]> => {
  const { truth } = world;
  const broken: string[] = [];
  const of = `the ${unit} of ${personId}`;
  const book = await bookOf(truth, personId, unit);
  const lines = await linesOf(truth, personId, unit);
  let [previous, posted, reserved] = [firstHead, 0, 0];
  const held = new Map<string, number>();
  for (const [index, entry] of lines.entries()) {
    const { phase, amount, ends, id, credit, debit } = entry;
    const kept = ends === undefined ? 0 : (held.get(ends) ?? 0);
    if (ends !== undefined && debit === personId) {
      if (!held.delete(ends)) broken.push(`${id} ends what is not held in ${of}`);
      reserved -= kept;
    }
    if (phase === 'reserve') {
      held.set(id, amount);
      reserved += amount;
    }
    if (phase === 'single' || phase === 'post') posted += credit === personId ? amount : -amount;
    if (entry.seq !== index + 1 || entry.previous !== previous || entry.hash !== entryHash(entry))
      broken.push(`the chain of ${of} is broken at ${index + 1}`);
    if (entry.posted !== posted || entry.reserved !== reserved || posted < 0 || reserved > posted)
      broken.push(`line ${index + 1} of ${of} says ${entry.posted}/${entry.reserved} and not ${posted}/${reserved}`);
    previous = entry.hash;
  }
  const free = book.lots.reduce((sum, { left }) => sum + left, 0);
  if (book.posted !== posted || book.reserved !== reserved || book.head !== previous || free !== posted - reserved)
    broken.push(`${of} stand at ${book.posted}/${book.reserved} and their lines at ${posted}/${reserved}`);
  const names = lines.map(nameOf);
  if (new Set(names).size < names.length) broken.push(`a line stands twice in ${of}`);
  return broken;
};

/** What moves between two people stands in both books. */
const brokenPairs = async ({ truth }: World, lines: readonly EntryRecord[]): Promise<string[]> => {
  const broken: string[] = [];
  for (const entry of lines) {
    const [other] = [entry.debit, entry.credit].filter((each) => each !== entry.account);
    const isPair = other?.startsWith('usr_') && entry.phase !== 'reserve' && entry.phase !== 'release';
    if (!isPair || entry.phase === 'expire') continue;
    const book = { communityId, unit: entry.unit, personId: other as PersonId };
    const standing = await truth.ledger.find(book, nameOf(entry));
    if (standing === undefined || isRefused(standing) || standing.amount !== entry.amount)
      broken.push(`${entry.id} stands in one book and not in the other`);
  }
  return broken;
};

/** The chains of all books hold, each line says what the book had, nothing is moved twice, and nobody has less than nothing. */
export const brokenBooks = async (world: World): Promise<string[]> => {
  const broken: string[] = [];
  let [owned, given] = [0, 0];
  for (const { personId } of world.people()) {
    for (const unit of units) {
      broken.push(...(await brokenBook(world, personId, unit)));
      const lines = await linesOf(world.truth, personId, unit);
      broken.push(...(await brokenPairs(world, lines)));
      if (unit !== 'minutes') continue;
      const moved = lines.filter(({ phase }) => phase === 'single' || phase === 'post');
      owned += moved.filter(({ credit }) => credit === 'donated').reduce((sum, { amount }) => sum + amount, 0);
      given += moved.filter(({ debit }) => debit === 'donated').reduce((sum, { amount }) => sum + amount, 0);
    }
  }
  const pool = { donated: 0, free: 0, promised: 0, used: 0 };
  Object.assign(pool, await world.truth.timebank.get({ pk: `${communityId}#timebank`, sk: 'pool' }));
  const isWhole = pool.free + pool.promised + pool.used === pool.donated;
  const isRight = pool.donated === owned && pool.used === given && Math.min(pool.free, pool.promised) >= 0;
  if (!isWhole || !isRight)
    broken.push(`the pool says ${JSON.stringify(pool)}; ${owned} minutes went in by the books and ${given} out`);
  return broken;
};
