import type { VoteId } from '@suishoupai/shared/ids';
import type { PaperBallot, Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { useReachBottom } from '@tarojs/taro';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';

const askVote = (voteId: VoteId): Promise<Vote> => call(voteRoutes.getVote, { params: { voteId } });
const askPaper = (voteId: VoteId, cursor: string | undefined) =>
  call(voteRoutes.listPaper, { params: { voteId }, query: cursor === undefined ? {} : { cursor } });

/** The sheets of a vote, those that wait for a second person first. */
export const usePaper = (voteId: VoteId, service = { askVote, askPaper }) => {
  const vote = useLoad(voteId, () => service.askVote(voteId), { reloadOnShow: true });
  const pages = usePages(voteId, (cursor) => service.askPaper(voteId, cursor), { reloadOnShow: true });
  useRefresh(async () => {
    await Promise.all([pages.reload(), vote.reload()]);
  });
  useReachBottom(() => void pages.more());
  const deeds = useDeeds({ onRefused: ({ code }) => code === 'paper.decided' && void pages.reload() });

  const decide = (paper: PaperBallot, decision: { decision: 'confirm' } | { decision: 'reject'; reason: string }) =>
    deeds.run(`${decision.decision} ${paper.id}`, async (id) => {
      const decided = await call(voteRoutes.decidePaper, {
        params: { voteId, paperId: paper.id },
        body: { id, ...decision },
      });
      pages.show((items) => items.map((each) => (each.id === paper.id ? decided : each)));
      void vote.reload();
      notify(decision.decision === 'confirm' ? '复核无误，这一票算数' : '已退回，可以重新录入');
    });

  return { vote: vote.view, pages, deeds, decide };
};
