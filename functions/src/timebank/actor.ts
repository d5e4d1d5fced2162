import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import type { Identified } from '@suishoupai/shared/timebank/contract';
import type { ClerkOf } from '../households/access.ts';
import type { Viewer } from '../http/handlers.ts';

/** Staff for somebody, at their word: the post, whoever it was, and how they knew whom they spoke to. */
export type Behalf = { by: string; clerkId: PersonId; identified: Identified };

/** Who does something: a person themselves, or staff for them. */
export type Actor = { personId: PersonId } & Partial<Behalf>;

/** What is kept of it on a line. */
export const behalfOf = ({ by, identified }: Partial<Behalf>): { by?: string; identified?: Identified } => ({
  ...(by === undefined ? {} : { by }),
  ...(identified === undefined ? {} : { identified }),
});

export const asSelf = ({ personId }: Pick<Viewer, 'personId'>): Actor => ({ personId });

/** The post under which somebody of the staff acts, for what the community itself listed or has to decide. */
export type Clerk = Awaited<ReturnType<ClerkOf>>;

export type InCommunity = { communityId: CommunityId; personId: PersonId };
