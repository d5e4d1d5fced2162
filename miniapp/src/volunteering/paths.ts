import { routeUrl } from '@suishoupai/shared/contract/route';
import type { ActivityId, CommunityId } from '@suishoupai/shared/ids';

/** Pages that only other pages of volunteering lead to. */
export const paths = {
  record: () => '/volunteer/record/index',
  /** Without a code it asks for one. */
  certificate: (code?: string) => routeUrl('/volunteer/certificate/index', {}, { code }),
  profile: () => '/volunteer/profile/index',
  make: (communityId: CommunityId) => routeUrl('/organise/make/index', {}, { communityId }),
  change: (activityId: ActivityId) => routeUrl('/organise/make/index', {}, { id: activityId }),
  run: (activityId: ActivityId) => routeUrl('/organise/activity/index', {}, { id: activityId }),
  flagged: (communityId: CommunityId) => routeUrl('/organise/flagged/index', {}, { communityId }),
  volunteers: (communityId: CommunityId) => routeUrl('/organise/volunteers/index', {}, { communityId }),
} as const;
