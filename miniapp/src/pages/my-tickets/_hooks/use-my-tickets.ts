import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { call, useMe } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { useDeparture } from '../../../outbox/use-outbox.ts';

const askMine = (cursor?: string) => call(ticketRoutes.listMyTickets, { query: { cursor } });

export const useMyTickets = (source = askMine) => {
  const me = useMe();
  const pages = usePages(me?.id ?? '', source, { reloadOnShow: true });
  useRefresh(pages.reload);
  useDeparture(({ isWatched }) => !isWatched && void pages.reload());
  return pages;
};
