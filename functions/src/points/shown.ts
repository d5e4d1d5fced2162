import type { Balance, Line } from '@suishoupai/shared/points/contract';
import { freeOf } from '@suishoupai/shared/points/holding';
import type { Entry } from '@suishoupai/shared/points/transfer';
import type { BookRecord } from './record.ts';

/** What somebody has, and what of it lapses first. */
export const balanceOf = ({ posted, reserved, lots }: BookRecord): Balance => {
  const [first] = lots;
  const lapsing = first?.until === undefined ? {} : { lapsing: { amount: first.left, until: first.until } };
  return { posted, reserved, free: freeOf({ posted, reserved, lots }), ...lapsing };
};

/** How a transfer changes what one of its people has: all they have, and what of it is held. */
const effectOf = ({ account, debit, amount, phase, took }: Entry): { moved: number; held: number } => {
  const sign = debit === account ? -1 : 1;
  const all = (took ?? []).reduce((sum, { left }) => sum + left, 0);
  switch (phase) {
    case 'single':
      return { moved: sign * amount, held: 0 };
    case 'reserve':
      return { moved: 0, held: amount };
    case 'post':
      return { moved: sign * amount, held: sign < 0 ? -all : 0 };
    case 'release':
    case 'expire':
      return { moved: 0, held: -amount };
    default:
      return phase satisfies never;
  }
};

export const lineOf = (entry: Entry): Line => {
  const { id, at, unit, phase, posted, reserved, cause, rule, until, by, reason } = entry;
  const shown = { id, at, unit, phase, posted, reserved, cause, rule, until, by, reason };
  return { ...shown, ...effectOf(entry), isUndoing: entry.undoes !== undefined };
};
