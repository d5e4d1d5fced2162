import { fieldworkRoutes } from '@suishoupai/shared/fieldwork/contract';
import type { CommunityId, GridId } from '@suishoupai/shared/ids';
import { call } from '../../../api/client.ts';
import { type Page, usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';

type Asked = { communityId: CommunityId; gridId: GridId | undefined };

const askVisits = (communityId: CommunityId, gridId: GridId, cursor: string | undefined) =>
  call(fieldworkRoutes.listVisits, {
    query: { communityId, gridId, ...(cursor === undefined ? {} : { cursor }) },
  });
type Visits = Awaited<ReturnType<typeof askVisits>>;

const none: Page<Visits['items'][number]> = { items: [] };

/** The visits in a grid, the newest first; none while no grid is known. */
export const useVisits = ({ communityId, gridId }: Asked, source: typeof askVisits = askVisits) => {
  const pages = usePages(
    `${communityId} ${gridId}`,
    (cursor) => (gridId === undefined ? Promise.resolve(none) : source(communityId, gridId, cursor)),
    { reloadOnShow: true },
  );
  useRefresh(pages.reload);
  return pages;
};
