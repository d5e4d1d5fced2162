import { ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import type { Desk } from '../../../routes.ts';

const askQueue = ({ communityId, desk }: Desk, cursor: string | undefined) =>
  call(ticketRoutes.getQueue, { query: { communityId, desk, ...(cursor === undefined ? {} : { cursor }) } });

export type Counts = NonNullable<Awaited<ReturnType<typeof askQueue>>['counts']>;

/** What waits on one desk, by clock, and how much of it. */
export const useQueue = (desk: Desk, source: typeof askQueue = askQueue) => {
  const [counts, setCounts] = useState<Counts>();
  const pages = usePages(
    `${desk.communityId} ${desk.desk}`,
    (cursor) => source(desk, cursor),
    { reloadOnShow: true, onFirst: (page) => setCounts(page.counts) },
  );
  useRefresh(pages.reload);
  return { pages, counts, setCounts };
};
