import type { ItemChange } from '../dynamo/memory-items.ts';
import type { Log } from '../log.ts';
import { makeTicketEarnings } from '../points/from-tickets.ts';
import { makeLedger } from '../points/ledger.ts';
import type { Stores } from '../stores.ts';
import { ticketMovedOn } from '../tickets/follower.ts';

type Deps = { stores: Stores; now: () => Date };

/**
 * What earns, of a change of a ticket or in 议事厅, and what follows from a change of points. Each part looks at the items that are its own
 * and does again without harm what it has done already, so a record that comes twice changes nothing.
 */
export const makePointsFollower = ({ stores }: Deps) => {
  const ledger = makeLedger(stores.ledger);
  const followTicket = makeTicketEarnings({ ledger });
  return async (change: ItemChange): Promise<void> => {
    const moved = ticketMovedOn(change);
    if (moved !== undefined) await followTicket(moved.ticket, moved.seen);
  };
};

/** What the clock does with points; each kind of work counts what it did and what failed. */
export const makePointsSweep =
  (_deps: { stores: Stores; log: Log }) =>
  async (_now: Date): Promise<Record<string, { done: number; failed: number }>> => ({});
