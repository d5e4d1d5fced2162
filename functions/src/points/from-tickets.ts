import type { PersonId } from '@suishoupai/shared/ids';
import { ruleAt } from '@suishoupai/shared/points/earning';
import type { Ticket } from '../tickets/record.ts';
import { transferIdFor } from './derived-id.ts';
import type { Ledger } from './ledger.ts';

/** A report earns when it is closed as mended, not when it is sent; what is opened again is taken back. */
type Deed = { closing: string; at: string; taken?: string };

/** What the lines of a ticket from the `seen`th on do to the points of its reporter. */
const deedsOf = ({ events }: Ticket, seen: number): Deed[] => {
  const deeds: Deed[] = [];
  let closing: Deed | undefined;
  for (const [index, { id, step, state, at }] of events.entries()) {
    if (step === 'confirm') closing = { closing: id, at };
    const isBack = state === 'rework' && (step === 'reopen' || step === 'rate');
    const deed = step === 'confirm' ? closing : isBack && closing !== undefined ? { ...closing, taken: at } : undefined;
    if (deed !== undefined && index >= seen) deeds.push(deed);
  }
  return deeds;
};

/** Whoever reported in the app has a book; staff who wrote it down for somebody do not earn by it. */
const earnerOf = ({ channel, reporterId }: Ticket): PersonId | undefined =>
  channel === 'app' ? reporterId : undefined;

/** Gives and takes back the points of a report as its ticket moves on. Comes out the same when the stream tells twice, or late. */
export const makeTicketEarnings =
  ({ ledger }: { ledger: Pick<Ledger, 'earn' | 'takeBack'> }) =>
  async (ticket: Ticket, seen: number): Promise<void> => {
    const personId = earnerOf(ticket);
    if (personId === undefined) return;
    const { id, communityId } = ticket;
    for (const { closing, at, taken } of deedsOf(ticket, seen)) {
      const rule = ruleAt('report', at);
      if (rule === undefined) continue;
      const earned = transferIdFor(at, 'report', closing, personId);
      const cause = { kind: 'report', id } as const;
      await ledger.earn({ id: earned, communityId, credit: personId, amount: rule.amount, cause, at }, rule);
      if (taken === undefined) continue;
      const back = { id: transferIdFor(taken, 'back', earned), communityId, unit: rule.unit, undoes: earned, cause };
      await ledger.takeBack({ ...back, at: taken, reason: '这件事没有修好，重新办' }, personId);
    }
  };
