import { AppError } from '@suishoupai/shared/contract/errors';
import type { CommunityId, StreetId } from '@suishoupai/shared/ids';
import type { Viewer } from '../http/handlers.ts';
import { postFor } from '../people/posts.ts';
import type { Staff } from './record.ts';

type Ground = { communityId: CommunityId; streetId: StreetId };

/** The post under which somebody acts for a community in its votes: its staff, or the street's coordinator. */
export const postOf = (
  viewer: Viewer | undefined,
  ground: Ground,
): (Staff & { side: 'community' | 'street' }) | undefined => {
  const grant = postFor(viewer, ground);
  if (viewer === undefined || grant === undefined) return undefined;
  const side = grant.role === 'coordinator' ? 'street' : 'community';
  return { personId: viewer.personId, label: grant.label, side };
};

/** The same, or AppError `access.denied`. */
export const staffOf = (viewer: Viewer, ground: Ground): Staff & { side: 'community' | 'street' } => {
  const post = postOf(viewer, ground);
  if (post === undefined) throw new AppError('access.denied');
  return post;
};
