import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { CommunityId } from '@suishoupai/shared/ids';
import { ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { useEffect, useState } from 'react';
import { ApiError } from '../../../api/api-error.ts';
import { call, useMe } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { community } from '../../../state/community.ts';

export type Home = RouteResponse<typeof ticketRoutes.getHome>;

/** One request. A remembered community that is gone is forgotten, and the service's own first is shown. */
const askHome = async (communityId: CommunityId | undefined): Promise<Home> => {
  try {
    return await call(ticketRoutes.getHome, { query: { communityId } });
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'community.notFound') throw error;
    return await call(ticketRoutes.getHome, { query: {} });
  }
};

export const useHome = (source = askHome) => {
  const me = useMe();
  const [wanted, moveTo] = useState(() => community.get()?.id);
  const { view, reload } = useLoad(`${me?.id} ${wanted}`, () => source(wanted), { reloadOnShow: true });
  useRefresh(reload);

  const shown = view.state === 'ready' ? view.data.community : undefined;
  useEffect(() => {
    if (shown !== undefined) community.set(shown);
  }, [shown]);

  return { view, reload, me, moveTo };
};
