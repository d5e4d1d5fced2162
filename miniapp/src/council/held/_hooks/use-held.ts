import type { ActionId, CommunityId } from '@suishoupai/shared/ids';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { useReachBottom } from '@tarojs/taro';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';
import { type HeldWords, heldPage } from '../queue.ts';

const askHeld = (communityId: CommunityId, cursor: string | undefined) =>
  heldPage(
    {
      objected: (from) => call(voteRoutes.listHeldObjections, { query: { communityId, cursor: from } }),
      spoken: (from) => call(topicStaffRoutes.listHeldWords, { params: { communityId }, query: { cursor: from } }),
    },
    cursor,
  );

type Verdict = { verdict: 'pass' } | { verdict: 'hidden'; note: string };

const sendVerdict = ({ of }: HeldWords, id: ActionId, given: Verdict) => {
  const { verdict } = given;
  const note = verdict === 'hidden' ? given.note.trim() : '';
  if ('topicId' in of) {
    const body = { id, item: of.item, verdict, ...(note === '' ? {} : { note }) };
    return call(topicStaffRoutes.judgeWords, { params: { topicId: of.topicId }, body });
  }
  const body = verdict === 'pass' ? { id, verdict } : { id, verdict, reason: note };
  return call(voteRoutes.judgeObjection, { params: of, body });
};

/** Words that wait for a person, and the verdicts on them; judged ones leave the list. */
export const useHeld = (communityId: CommunityId, ask = askHeld) => {
  const pages = usePages(communityId, (cursor) => ask(communityId, cursor), { reloadOnShow: true });
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  const deeds = useDeeds({
    onRefused: ({ code }) => (code === 'topic.stepNotAllowed' || code === 'vote.stepNotAllowed') && void pages.reload(),
  });

  const judge = (held: HeldWords, given: Verdict) =>
    deeds.run(`${given.verdict} ${held.id}`, async (id) => {
      await sendVerdict(held, id, given);
      pages.show((items) => items.filter((each) => each.id !== held.id));
      notify(given.verdict === 'pass' ? '已放行，大家看得到' : '已撤下');
    });

  return { pages, deeds, judge };
};
