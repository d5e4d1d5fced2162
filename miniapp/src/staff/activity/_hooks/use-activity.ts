import { type DeskName, kitRoutes } from '@suishoupai/shared/desk-kit/contract';
import type { CommunityId } from '@suishoupai/shared/ids';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';

const askActivity = (communityId: CommunityId, desk: DeskName, cursor: string | undefined) =>
  call(kitRoutes.listActivity, { query: { communityId, desk, ...(cursor === undefined ? {} : { cursor }) } });

/** What was done at one desk, the newest first. */
export const useActivity = (communityId: CommunityId, desk: DeskName, source: typeof askActivity = askActivity) => {
  const pages = usePages(`${communityId} ${desk}`, (cursor) => source(communityId, desk, cursor), {
    reloadOnShow: true,
  });
  useRefresh(pages.reload);
  return pages;
};
