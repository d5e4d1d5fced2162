import { makeCommentConsequences } from '../comments/consequences.ts';
import type { Stores } from '../stores.ts';
import { makeConsequences } from '../tickets/consequences.ts';
import { makeFollower } from '../tickets/follower.ts';

type Deps = Pick<Parameters<typeof makeConsequences>[0], 'wechat' | 'templates' | 'now'> & { stores: Stores };

/** What follows from a change of a ticket, of who joined it, or of what is said about it. */
export const makeTicketFollower = ({ stores, ...deps }: Deps) =>
  makeFollower({
    ticket: makeConsequences({ ...stores, ...deps }),
    comment: makeCommentConsequences({ ...stores, ...deps }),
  });
