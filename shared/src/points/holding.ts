import type { PersonId } from '../ids.ts';
import { byCodeUnits } from '../votes/canonical.ts';
import type { Entry, Holding, Lot, Refusal, Transfer } from './transfer.ts';

export const nothing: Holding = { posted: 0, reserved: 0, lots: [] };

/** What may be spent. */
export const freeOf = ({ posted, reserved }: Holding): number => posted - reserved;

/** What never lapses stands last. */
const orderOf = ({ until }: Pick<Lot, 'until'>): string => until ?? '~';

/** Lots of one day are one lot; the first to lapse stands first. */
const joined = (lots: readonly Lot[]): Lot[] => {
  const byDay = new Map<string, Lot>();
  for (const lot of lots) {
    const { left } = byDay.get(orderOf(lot)) ?? { left: 0 };
    byDay.set(orderOf(lot), { ...lot, left: left + lot.left });
  }
  return [...byDay.values()].sort((a, b) => byCodeUnits(orderOf(a), orderOf(b)));
};

/** Parts lots at an amount that is in them, the first to lapse first. */
const parted = (lots: readonly Lot[], amount: number): { took: Lot[]; rest: Lot[] } => {
  const took: Lot[] = [];
  const rest: Lot[] = [];
  let missing = amount;
  for (const lot of lots) {
    const part = Math.min(lot.left, missing);
    missing -= part;
    if (part > 0) took.push({ ...lot, left: part });
    if (lot.left > part) rest.push({ ...lot, left: lot.left - part });
  }
  return { took, rest };
};

/** What lapsed before a day (`YYYY-MM-DD`, in China). */
export const lapsedOf = ({ lots }: Holding, day: string): number =>
  lots.reduce((sum, { until, left }) => (until !== undefined && until < day ? sum + left : sum), 0);

export type Entered = { holding: Holding; took?: Lot[] };
type Reservation = Pick<Entry, 'amount' | 'took'>;

const credited = ({ posted, reserved, lots }: Holding, { amount, until }: Transfer): Entered => ({
  holding: { posted: posted + amount, reserved, lots: joined([...lots, { until, left: amount }]) },
});

const debited = (holding: Holding, { amount, phase }: Transfer): Entered | Refusal => {
  if (freeOf(holding) < amount) return 'insufficient';
  const { took, rest } = parted(holding.lots, amount);
  const { posted, reserved } = holding;
  if (phase === 'reserve') return { holding: { posted, reserved: reserved + amount, lots: rest }, took };
  return { holding: { posted: posted - amount, reserved, lots: rest }, took };
};

/** What was reserved is spent up to `amount`; the rest goes back to the lots it came from. */
const ended = ({ posted, reserved, lots }: Holding, amount: number, reservation: Reservation): Entered => {
  const { took, rest } = parted(reservation.took ?? [], amount);
  return {
    holding: { posted: posted - amount, reserved: reserved - reservation.amount, lots: joined([...lots, ...rest]) },
    took,
  };
};

/**
 * A person's holding after a transfer that names them, or why it cannot be. `reservation` is the entry that a `post`, `release` or `expire`
 * ends, in the debit person's own book; no other account is asked for it. Integers only; a free amount is never below 0.
 */
export const enter = (
  holding: Holding,
  account: PersonId,
  transfer: Transfer,
  reservation?: Reservation,
): Entered | Refusal => {
  const isCredit = transfer.credit === account;
  switch (transfer.phase) {
    case 'single':
      return isCredit ? credited(holding, transfer) : debited(holding, transfer);
    case 'reserve':
      return isCredit ? { holding } : debited(holding, transfer);
    case 'post':
      if (isCredit) return credited(holding, transfer);
      if (reservation === undefined) return 'notReserved';
      if (transfer.amount > reservation.amount) return 'moreThanReserved';
      return ended(holding, transfer.amount, reservation);
    case 'release':
    case 'expire':
      if (isCredit) return { holding };
      return reservation === undefined ? 'notReserved' : ended(holding, 0, reservation);
    default:
      return transfer.phase satisfies never;
  }
};

/** Whose books a transfer is written into: a reservation, and what frees it, only moves what the debit person may spend. */
export const booksOf = ({ debit, credit, phase }: Transfer): PersonId[] => {
  const isHeld = phase === 'reserve' || phase === 'release' || phase === 'expire';
  return [debit, ...(isHeld ? [] : [credit])].filter((account): account is PersonId => account.startsWith('usr_'));
};
