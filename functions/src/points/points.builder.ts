import type { PersonId, TransferId } from '@suishoupai/shared/ids';
import type { Transfer } from '@suishoupai/shared/points/transfer';
import { aPersonId, tail } from '../../test/builders.ts';

export const aTransferId = (): TransferId => `trf_${tail()}`;

/** Ten points for a report that was mended, unless told otherwise. */
export const aTransfer = (overrides: Partial<Transfer> = {}): Transfer => ({
  id: aTransferId(),
  communityId: 'xfl',
  unit: 'points',
  debit: 'issued',
  credit: aPersonId(),
  amount: 10,
  phase: 'single',
  cause: { kind: 'report', id: 'tkt' },
  at: '2026-11-16T02:00:00.000Z',
  ...overrides,
});

/** Spends of a person at once, or holds it first. */
export const aSpend = (personId: PersonId, amount: number, overrides: Partial<Transfer> = {}): Transfer =>
  aTransfer({ debit: personId, credit: 'redeemed', amount, cause: { kind: 'order', id: 'ord' }, ...overrides });
