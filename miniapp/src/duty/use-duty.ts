import { dutyRoutes } from '@suishoupai/shared/duty/routes';
import { call } from '../api/client.ts';
import { type LoadControl, useLoad } from '../load/use-load.ts';
import type { Duty } from './lookup.ts';

export const askDuty = (communityId: string): Promise<Duty> => call(dutyRoutes.getDuty, { params: { communityId } });

export const useDuty = (communityId: string, source = askDuty): LoadControl<Duty> =>
  useLoad(communityId, () => source(communityId), { reloadOnShow: true });
