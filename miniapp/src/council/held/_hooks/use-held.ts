import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { CommunityId } from '@suishoupai/shared/ids';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { useReachBottom } from '@tarojs/taro';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';

type Held = RouteResponse<typeof topicStaffRoutes.listHeldWords>['items'][number];
export type HeldWords = Held & { id: string };

const askHeld = async (communityId: CommunityId, cursor: string | undefined) => {
  const { items, next } = await call(topicStaffRoutes.listHeldWords, {
    params: { communityId },
    query: cursor === undefined ? {} : { cursor },
  });
  return { items: items.map((held): HeldWords => ({ ...held, id: `${held.topicId} ${held.item}` })), next };
};

/** Words that wait for a person, and the verdicts on them; judged ones leave the list. */
export const useHeld = (communityId: CommunityId, ask = askHeld) => {
  const pages = usePages(communityId, (cursor) => ask(communityId, cursor), { reloadOnShow: true });
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  const deeds = useDeeds({ onRefused: ({ code }) => code === 'topic.stepNotAllowed' && void pages.reload() });

  const judge = ({ topicId, item, id: held }: HeldWords, verdict: 'pass' | 'hidden', note?: string) =>
    deeds.run(`${verdict} ${held}`, async (id) => {
      const body = { id, item, verdict, ...(note === undefined || note === '' ? {} : { note }) };
      await call(topicStaffRoutes.judgeWords, { params: { topicId }, body });
      pages.show((items) => items.filter((each) => each.id !== held));
      notify(verdict === 'pass' ? '已放行，大家看得到' : '已撤下');
    });

  return { pages, deeds, judge };
};
