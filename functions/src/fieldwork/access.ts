import { AppError } from '@suishoupai/shared/contract/errors';
import type { CommunityId, GridId } from '@suishoupai/shared/ids';
import type { Viewer } from '../http/handlers.ts';

type Ground = { communityId: CommunityId; gridId?: GridId | undefined };

/** The post under which somebody works in a grid: its worker, or the community's staff. Without a grid, the community's staff alone. */
export const postIn = ({ grants }: Viewer, { communityId, gridId }: Ground) => {
  const post = grants.find(
    (grant) =>
      grant.role !== 'coordinator' &&
      grant.communityId === communityId &&
      (grant.role === 'communityStaff' || (grant.role === 'gridWorker' && grant.gridId === gridId)),
  );
  if (post === undefined) throw new AppError('access.denied');
  return post;
};
