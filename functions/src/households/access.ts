import { AppError } from '@suishoupai/shared/contract/errors';
import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import type { Viewer } from '../http/handlers.ts';
import type { PlacesService } from '../places/service.ts';

export type Clerk = { personId: PersonId; label: string };

/** The post in which somebody acts for a community: its staff, or the coordinator of its street. AppError `access.denied` for everyone else. */
export const makeClerkOf =
  (places: Pick<PlacesService, 'getCommunity'>) =>
  async ({ personId, grants }: Viewer, communityId: CommunityId, now: Date): Promise<Clerk> => {
    const own = grants.find((grant) => grant.role === 'communityStaff' && grant.communityId === communityId);
    if (own !== undefined) return { personId, label: own.label };
    const above = grants.filter((grant) => grant.role === 'coordinator');
    // Whoever has no post above learns nothing of which communities there are.
    if (above.length === 0) throw new AppError('access.denied');
    const { streetId } = await places.getCommunity(communityId, now);
    const street = above.find((grant) => grant.streetId === streetId);
    if (street === undefined) throw new AppError('access.denied');
    return { personId, label: street.label };
  };

export type ClerkOf = ReturnType<typeof makeClerkOf>;
