import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import type { ClerkOf } from '../households/access.ts';
import type { Viewer } from '../http/handlers.ts';

/** Who does something: a person themselves, or staff for them at their word (`by` their post, `clerkId` whoever it was). */
export type Actor = { personId: PersonId; by?: string; clerkId?: PersonId };

export const asSelf = ({ personId }: Pick<Viewer, 'personId'>): Actor => ({ personId });

/** The post under which somebody of the staff acts, for what the community itself listed or has to decide. */
export type Clerk = Awaited<ReturnType<ClerkOf>>;

export type InCommunity = { communityId: CommunityId; personId: PersonId };
