import { dutyRoutes } from '@suishoupai/shared/duty/routes';
import { call } from '../../../../api/client.ts';
import { askDuty, useDuty } from '../../../../duty/use-duty.ts';
import { usePages } from '../../../../load/use-pages.ts';
import { useRefresh } from '../../../../load/use-refresh.ts';
import { useNow } from '../../../../state/now.ts';

const askVersions = async (communityId: string, cursor: string | undefined) => {
  const query = cursor === undefined ? {} : { cursor };
  const { items, next } = await call(dutyRoutes.listDutyVersions, { params: { communityId }, query });
  return { items: items.map((item) => ({ ...item, id: String(item.version) })), next };
};

/** Every version, newest first, and which of them holds now. */
export const useHistory = (communityId: string, source = askVersions, sourceOfDuty = askDuty) => {
  const pages = usePages(communityId, (cursor) => source(communityId, cursor));
  const duty = useDuty(communityId, sourceOfDuty);
  useRefresh(pages.reload);
  const known = duty.view.state === 'ready' ? duty.view.data : undefined;
  return { pages, now: useNow(), departments: known?.community.departments, inForce: known?.inForce?.version };
};
