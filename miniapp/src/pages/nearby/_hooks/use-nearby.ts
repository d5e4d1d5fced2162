import { placesRoutes } from '@suishoupai/shared/places/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { ApiError } from '../../../api/api-error.ts';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { community, useCommunity } from '../../../state/community.ts';

/** Whoever opens this screen by a link has not met a community yet: the service's first is shown, as on the home screen. */
const firstCommunity = async () => {
  const [first] = (await call(placesRoutes.listCommunities)).items;
  if (first === undefined) throw new ApiError('community.notFound');
  return first.id;
};

const askTickets = async (cursor?: string) => {
  const communityId = community.get()?.id ?? (await firstCommunity());
  return await call(ticketRoutes.listTickets, { query: { communityId, cursor } });
};

export const useNearby = (source = askTickets) => {
  const known = useCommunity();
  const pages = usePages(known?.id ?? '', source, { reloadOnShow: true });
  useRefresh(pages.reload);
  return { pages, name: known?.name };
};
