import { useMe } from '../../../api/client.ts';
import { askDuty, useDuty } from '../../../duty/use-duty.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { useNow } from '../../../state/now.ts';

/** The list as everyone may read it; community staff also find the way to change it. */
export const useDutyPage = (communityId: string, source = askDuty) => {
  const { view, reload } = useDuty(communityId, source);
  const me = useMe();
  useRefresh(reload);
  return {
    view,
    reload,
    now: useNow(),
    canEdit: (me?.grants ?? []).some((grant) => grant.role === 'communityStaff' && grant.communityId === communityId),
  };
};
