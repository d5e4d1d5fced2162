import type { PersonId } from '@suishoupai/shared/ids';
import type { Ticket } from '../tickets/record.ts';
import { transferIdFor } from './derived-id.ts';
import { type EarningDeps, makeEarnBy } from './earnings.ts';

/** A report earns when it is closed as mended, not when it is sent; what is opened again is taken back. */
type Deed = { closing: string; at: string; taken?: string; checkedBy?: PersonId; checkedAt?: string };

/** What the lines of a ticket from the `seen`th on do to points: of its reporter, and of a neighbour who looked whether it is mended. */
const deedsOf = ({ events }: Ticket, seen: number): Deed[] => {
  const deeds: Deed[] = [];
  let closing: Deed | undefined;
  for (const [index, { step, state, at, id, actor }] of events.entries()) {
    if (step === 'confirm') closing = { closing: id, at };
    if (closing === undefined || (step !== 'confirm' && step !== 'reopen' && step !== 'rate')) continue;
    const taken = state === 'rework' ? { taken: at } : {};
    const isNeighbour = actor.relation === 'joiner' && actor.personId !== undefined;
    const checked = isNeighbour && actor.personId ? { checkedBy: actor.personId, checkedAt: at } : {};
    if (index >= seen) deeds.push({ ...closing, ...taken, ...checked });
  }
  return deeds;
};

/** Whoever reported in the app has a book; staff who wrote it down for somebody do not earn by it. */
const earnerOf = ({ channel, reporterId }: Ticket): PersonId | undefined =>
  channel === 'app' ? reporterId : undefined;

/** Gives and takes back the points of a ticket as it moves on. Comes out the same when the stream tells twice, or late. */
export const makeTicketEarnings = (deps: EarningDeps) => {
  const earnBy = makeEarnBy(deps);
  return async (ticket: Ticket, seen: number): Promise<void> => {
    const { id, communityId } = ticket;
    const reporter = earnerOf(ticket);
    for (const { closing, at, taken, checkedBy, checkedAt } of deedsOf(ticket, seen)) {
      if (checkedBy !== undefined && checkedAt !== undefined) {
        const checked = transferIdFor(at, 'check', closing, checkedBy);
        const cause = { kind: 'check', id } as const;
        await earnBy('check', { id: checked, communityId, personId: checkedBy, cause, at: checkedAt });
      }
      if (reporter === undefined) continue;
      const cause = { kind: 'report', id } as const;
      const earned = transferIdFor(at, 'report', closing, reporter);
      await earnBy('report', { id: earned, communityId, personId: reporter, cause, at });
      if (taken === undefined) continue;
      const back = {
        id: transferIdFor(taken, 'back', earned),
        communityId,
        unit: 'points',
        undoes: earned,
        cause,
      } as const;
      await deps.ledger.takeBack({ ...back, at: taken, reason: '这件事没有修好，重新办' }, reporter);
    }
  };
};
