import { fieldworkRoutes, type Patrol } from '@suishoupai/shared/fieldwork/contract';
import type { CommunityId, GridId } from '@suishoupai/shared/ids';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';

export type Asked = { communityId: CommunityId; gridId?: GridId | undefined; day: string };

const askPatrols = ({ communityId, gridId, day }: Asked, cursor: string | undefined) =>
  call(fieldworkRoutes.listPatrols, {
    query: {
      communityId,
      day,
      ...(gridId === undefined ? {} : { gridId }),
      ...(cursor === undefined ? {} : { cursor }),
    },
  });

/** The lists of a day, of one grid or of all. */
export const usePatrols = (asked: Asked, source: typeof askPatrols = askPatrols) => {
  const { communityId, gridId, day } = asked;
  const pages = usePages(`${communityId} ${gridId} ${day}`, (cursor) => source(asked, cursor), { reloadOnShow: true });
  useRefresh(pages.reload);
  const replace = (patrol: Patrol) =>
    pages.show((items) => items.map((item) => (item.id === patrol.id ? patrol : item)));
  return { pages, replace };
};
