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

/** Leads each change of the tickets table to what follows from it; what is neither ticket, joiner nor comment has no consequence. */
export const makeFollower =
  ({ ticket, comment }: Deps) =>
  async ({ before, after }: Change): Promise<void> => {
    const item = after ?? before;
    if (item === undefined) return;
    const joined = joinedTicketOf(item);
    if (joined !== undefined) return ticket.recount(joined);
    if (after === undefined) return;
    if (isTicketItem(after)) return ticket.follow(z.parse(Ticket, after), linesOf(before));
    const added = before === undefined ? commentOf(after) : undefined;
    if (added !== undefined) await comment(added);
  };
