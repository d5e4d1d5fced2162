import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import type { Balance, Line } from '@suishoupai/shared/points/contract';
import { freeOf } from '@suishoupai/shared/points/holding';
import type { Entry, Unit } from '@suishoupai/shared/points/transfer';
import type { Viewer } from '../http/handlers.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { BookRecord } from './record.ts';

const balanceOf = ({ posted, reserved, lots }: BookRecord): Balance => {
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

export const makePointsService = ({ ledger }: { ledger: Pick<LedgerStore, 'book' | 'list'> }) => ({
  books: async (personId: PersonId, communityId: CommunityId) => {
    const book = async (unit: Unit) => balanceOf(await ledger.book({ communityId, unit, personId }));
    const [points, minutes] = await Promise.all([book('points'), book('minutes')]);
    return { points, minutes };
  },
  lines: async (of: { communityId: CommunityId; unit: Unit; viewer: Viewer }, cursor: string | undefined) => {
    const { communityId, unit, viewer } = of;
    const { items, next } = await ledger.list({ communityId, unit, personId: viewer.personId }, cursor);
    return { items: items.map(lineOf), next };
  },
});

export type PointsService = ReturnType<typeof makePointsService>;
