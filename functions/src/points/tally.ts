import { chinaDay } from '@suishoupai/shared/time/china';
import type { BookKey, BookRecord, EntryRecord, Tally } from './record.ts';

/** What was given under a rule, as it stands in an entry. */
type Gift = Pick<EntryRecord, 'rule' | 'debit' | 'credit' | 'amount' | 'at'>;

const yearOf = (at: string): string => chinaDay(at).slice(0, 4);
const isGiven = ({ rule, debit, credit }: Gift, { personId }: BookKey): boolean =>
  rule !== undefined && debit === 'issued' && credit === personId;

/** A gift more, or one less; of a year that is over only the whole knows. */
const moved = (tally: Tally | undefined, at: string, by: number): Tally => {
  const { all, year, inYear } = tally ?? { all: 0, year: yearOf(at), inYear: 0 };
  const isNewer = yearOf(at) > year;
  const within = yearOf(at) === year ? inYear + by : inYear;
  return { all: all + by, year: isNewer ? yearOf(at) : year, inYear: isNewer ? by : within };
};

/** The tallies of a book after a transfer; `earlier` is what the transfer takes back. A gift that is taken back in part counts no longer. */
export const talliedAfter = (
  tallies: BookRecord['tallies'],
  book: BookKey,
  transfer: Gift & Pick<EntryRecord, 'undoes'>,
  earlier?: Gift,
): BookRecord['tallies'] => {
  const isUndone = transfer.undoes !== undefined && earlier !== undefined && isGiven(earlier, book);
  const gift = isUndone ? earlier : transfer;
  if (gift.rule === undefined || !isGiven(gift, book)) return tallies;
  const size = book.unit === 'minutes' ? gift.amount : 1;
  const { id } = gift.rule;
  return { ...tallies, [id]: moved(tallies[id], gift.at, isUndone ? -size : size) };
};
