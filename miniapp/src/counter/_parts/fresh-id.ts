import { type CommunityId, idTail, newOrderId, newRewardId, type OrderId, type RewardId } from '@suishoupai/shared/ids';
import { platform } from '../../platform/platform.ts';

const freshTail = async (): Promise<string> => idTail(Date.now(), await platform.randomBytes(10));

export const freshOrderId = async (communityId: CommunityId): Promise<OrderId> =>
  newOrderId(communityId, await freshTail());
export const freshRewardId = async (communityId: CommunityId): Promise<RewardId> =>
  newRewardId(communityId, await freshTail());
