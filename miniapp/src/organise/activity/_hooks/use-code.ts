import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { ActivityId } from '@suishoupai/shared/ids';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { call } from '../../../api/client.ts';
import { useRotatingCode } from '../../../load/use-rotating-code.ts';

type Shown = RouteResponse<typeof volunteeringStaffRoutes.getPresenceCode>;

const askCode = (activityId: ActivityId): Promise<Shown> =>
  call(volunteeringStaffRoutes.getPresenceCode, { params: { activityId } });

/** The digits of an activity, and how many have a place. */
export const useCode = (activityId: ActivityId, isWanted: boolean) => useRotatingCode(activityId, isWanted, askCode);
