import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { type Desk, keyOf } from '../../../desks.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import type { Counts } from '../desk-look.ts';
import type { Filter } from '../filter.ts';

const askQueue = ({ communityId, desk }: Desk, filter: Filter, cursor: string | undefined) =>
  call(ticketRoutes.getQueue, { query: { communityId, desk, ...filter, ...(cursor === undefined ? {} : { cursor }) } });

/** What waits on one desk, by clock, and how much of it. */
export const useQueue = (desk: Desk, filter: Filter, source: typeof askQueue = askQueue) => {
  const [counts, setCounts] = useState<Counts>();
  const pages = usePages(`${keyOf(desk)} ${JSON.stringify(filter)}`, (cursor) => source(desk, filter, cursor), {
    reloadOnShow: true,
    onFirst: (page) => setCounts(page.counts),
  });
  useRefresh(pages.reload);
  return { pages, counts, setCounts };
};
