import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { call, useMe } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';

const askJoined = (cursor?: string) => call(ticketRoutes.listJoined, { query: { cursor } });

export const useJoined = (source = askJoined) => {
  const me = useMe();
  const pages = usePages(me?.id ?? '', source, { reloadOnShow: true });
  useRefresh(pages.reload);
  return pages;
};
