import * as z from 'zod/mini';
import type { makeCommentConsequences } from '../comments/consequences.ts';
import { commentOf } from '../comments/store.ts';
import type { makeConsequences } from './consequences.ts';
import { joinedTicketOf } from './joiner-store.ts';
import { Ticket } from './record.ts';
import { isTicketItem } from './store.ts';

type Deps = {
  ticket: ReturnType<typeof makeConsequences>;
  comment: ReturnType<typeof makeCommentConsequences>;
};
type Item = Parameters<typeof isTicketItem>[0];
/** An item of the tickets table as it stood before and after; absent when it was not there. */
export type Change = { before: Item | undefined; after: Item | undefined };

const linesOf = (item: Item | undefined): number => (item === undefined ? 0 : z.parse(Ticket, item).events.length);

/** A ticket that was written, and how many lines of its trace were known before; undefined for what is no ticket or is gone. */
export const ticketMovedOn = ({ before, after }: Change): { ticket: Ticket; seen: number } | undefined =>
  after !== undefined && isTicketItem(after) ? { ticket: z.parse(Ticket, after), seen: linesOf(before) } : undefined;

const ticketJoined = ({ before, after }: Change) => {
  const item = after ?? before;
  return item === undefined ? undefined : joinedTicketOf(item);
};

/**
 * Whether this change of a batch is counted with a later one: of those who join or leave one ticket only the last has to be followed, for
 * the count is taken anew. A ticket that everybody joins is counted once for each batch, not for each neighbour.
 */
export const isCountedLater = (changes: readonly Change[], at: number): boolean => {
  const change = changes[at];
  const joined = change && ticketJoined(change);
  return joined !== undefined && changes.slice(at + 1).some((later) => ticketJoined(later) === joined);
};

/** Leads each change of the tickets table to what follows from it; what is neither ticket, joiner nor comment has no consequence. */
export const makeFollower =
  ({ ticket, comment }: Deps) =>
  async ({ before, after }: Change): Promise<void> => {
    const joined = ticketJoined({ before, after });
    if (joined !== undefined) return ticket.recount(joined);
    if (after === undefined) return;
    const moved = ticketMovedOn({ before, after });
    if (moved !== undefined) return ticket.follow(moved.ticket, moved.seen);
    const added = before === undefined ? commentOf(after) : undefined;
    if (added !== undefined) await comment(added);
  };
