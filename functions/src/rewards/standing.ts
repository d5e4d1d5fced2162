import { AppError } from '@suishoupai/shared/contract/errors';
import type { CommunityId, SupplierId } from '@suishoupai/shared/ids';
import type { Clerk } from '../households/access.ts';
import type { Viewer } from '../http/handlers.ts';
import type { makePostIn } from '../people/posts.ts';

/** Who hands over: the community's people what the community gives out, a supplier what is its own. */
export type Counter = {
  personId: Clerk['personId'];
  labelFor: (supplierId: SupplierId | undefined) => string | undefined;
};

export const makeCounterOf =
  (postIn: ReturnType<typeof makePostIn>) =>
  /** AppError `access.denied` for whoever stands at no counter of the community. */
  async (viewer: Viewer, communityId: CommunityId, now: Date): Promise<Counter & { isStaff: boolean }> => {
    const post = await postIn(viewer, communityId, now);
    const own = new Map<SupplierId, string>(
      viewer.grants.flatMap((grant) =>
        grant.role === 'supplier' && grant.communityId === communityId ? [[grant.supplierId, grant.label]] : [],
      ),
    );
    if (post === undefined && own.size === 0) throw new AppError('access.denied');
    return {
      personId: viewer.personId,
      isStaff: post !== undefined,
      labelFor: (supplierId) => (supplierId === undefined ? post?.label : own.get(supplierId)),
    };
  };

export type CounterOf = ReturnType<typeof makeCounterOf>;
