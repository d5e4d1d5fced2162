import { AppError } from '@suishoupai/shared/contract/errors';
import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import type { Viewer } from '../http/handlers.ts';
import { makePostIn } from '../people/posts.ts';

export type Clerk = { personId: PersonId; label: string };

/** Who acts for a community, under their post. AppError `access.denied` for everyone else. */
export const makeClerkOf = (places: Parameters<typeof makePostIn>[0]) => {
  const postIn = makePostIn(places);
  return async (viewer: Viewer, communityId: CommunityId, now: Date): Promise<Clerk> => {
    const post = await postIn(viewer, communityId, now);
    if (post === undefined) throw new AppError('access.denied');
    return { personId: viewer.personId, label: post.label };
  };
};

export type ClerkOf = ReturnType<typeof makeClerkOf>;
