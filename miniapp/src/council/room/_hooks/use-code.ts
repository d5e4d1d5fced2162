import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { MeetingId } from '@suishoupai/shared/ids';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { call } from '../../../api/client.ts';
import { useRotatingCode } from '../../../load/use-rotating-code.ts';

export type Shown = RouteResponse<typeof meetingRoutes.getSignInCode>;

const askCode = (meetingId: MeetingId): Promise<Shown> => call(meetingRoutes.getSignInCode, { params: { meetingId } });

/** The digits of a meeting, and how many have signed in. */
export const useCode = (meetingId: MeetingId, isWanted: boolean) => useRotatingCode(meetingId, isWanted, askCode);
