import type { CommunityId } from '@suishoupai/shared/ids';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';

export type When = 'planned' | 'coming' | 'past';

const ask = (communityId: CommunityId, when: When, cursor: string | undefined) =>
  call(volunteeringStaffRoutes.listStaffActivities, { params: { communityId }, query: { when, cursor } });

export const useStaffActivities = (communityId: CommunityId, when: When, source = ask) =>
  usePages(`${communityId} ${when}`, (cursor?: string) => source(communityId, when, cursor), { reloadOnShow: true });
