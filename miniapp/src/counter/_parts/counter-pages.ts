import { routeUrl } from '@suishoupai/shared/contract/route';
import type { CommunityId } from '@suishoupai/shared/ids';

/** Pages that only the counter leads to. */
export const counterPages = {
  orders: (communityId: CommunityId) => routeUrl('/counter/orders/index', {}, { communityId }),
  rewards: (communityId: CommunityId) => routeUrl('/counter/catalogue/index', {}, { communityId }),
  makeReward: (communityId: CommunityId) => routeUrl('/counter/reward/index', {}, { communityId }),
  serve: (communityId: CommunityId) => routeUrl('/counter/serve/index', {}, { communityId }),
} as const;
