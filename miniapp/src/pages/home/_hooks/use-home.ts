import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../../api/api-error.ts';
import { call, useMe } from '../../../api/client.ts';
import { type Load, useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { useDeparture } from '../../../outbox/use-outbox.ts';
import { community } from '../../../state/community.ts';
import { learnLists } from '../../../state/lists.ts';

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

type Asked = { home: Home; by: PersonId | undefined };

/** What one person was told of their own is not for the next. */
const homeFor = (personId: PersonId | undefined, view: Load<Asked>): Load<Home> => {
  if (view.state !== 'ready') return view;
  const { home, by } = view.data;
  return { state: 'ready', data: by === personId ? home : { ...home, mine: [], unread: 0 } };
};

/** Somebody signing in or out is asked for anew while the rest stays; another community starts over. */
export const useHome = (source = askHome) => {
  const me = useMe();
  const personId = me?.id;
  const [wanted, setWanted] = useState(() => community.get()?.id);
  const ask = async (): Promise<Asked> => ({ by: personId, home: await source(wanted) });
  const { view, reload } = useLoad(wanted ?? '', ask, { reloadOnShow: true });
  useRefresh(reload);
  useDeparture(({ isWatched }) => !isWatched && void reload());

  const asker = useRef(personId);
  useEffect(() => {
    if (asker.current === personId) return;
    asker.current = personId;
    void reload();
  }, [personId, reload]);

  const shown = view.state === 'ready' ? view.data.home.community : undefined;
  useEffect(() => {
    if (shown === undefined) return;
    community.set(shown);
    void learnLists(shown.id);
  }, [shown]);

  const moveTo = (id: CommunityId): void => {
    if (id !== shown?.id) setWanted(id);
  };

  return { view: homeFor(personId, view), reload, me, moveTo };
};
