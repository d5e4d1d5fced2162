import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { useCommunity } from '../../../state/community.ts';
import { shownCommunity } from '../../../state/shown-community.ts';

/** What neighbours may choose to see, one outcome at a time: none is ever shown as another. */
export const shownOutcomes = ['all', 'open', 'resolved', 'closed', 'parked', 'declined'] as const;
export type Shown = (typeof shownOutcomes)[number];

const askTickets = async (shown: Shown, cursor?: string) => {
  const communityId = await shownCommunity();
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
