import { placesRoutes } from '@suishoupai/shared/places/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { useState } from 'react';
import { ApiError } from '../../../api/api-error.ts';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { community, useCommunity } from '../../../state/community.ts';

/** What neighbours may choose to see, one outcome at a time: none is ever shown as another. */
export const shownOutcomes = ['all', 'open', 'resolved', 'closed', 'parked', 'declined'] as const;
export type Shown = (typeof shownOutcomes)[number];

/** Whoever opens this screen by a link has not met a community yet: the service's first is shown, as on the home screen. */
const firstCommunity = async () => {
  const [first] = (await call(placesRoutes.listCommunities)).items;
  if (first === undefined) throw new ApiError('community.notFound');
  return first.id;
};

const askTickets = async (shown: Shown, cursor?: string) => {
  const communityId = community.get()?.id ?? (await firstCommunity());
  const outcome = shown === 'all' ? undefined : shown;
  return await call(ticketRoutes.listTickets, { query: { communityId, outcome, cursor } });
};

export const useNearby = (source = askTickets) => {
  const known = useCommunity();
  const [shown, choose] = useState<Shown>('all');
  const pages = usePages(`${known?.id ?? ''} ${shown}`, (cursor?: string) => source(shown, cursor), {
    reloadOnShow: true,
  });
  useRefresh(pages.reload);
  return { pages, name: known?.name, shown, choose };
};
