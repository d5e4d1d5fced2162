import type { ActionId, VoteId } from '@suishoupai/shared/ids';
import type { Objection, Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { saveFile } from '../../save-file.ts';
import { useDeeds } from '../../use-deeds.ts';
import { otherSideMissing } from '../openings.ts';

type Seen = { id: ActionId; version: number };
type Running = { vote: Vote; objections: Objection[] };

/** Objections are there from when the result is posted: those without an answer first, the longest waiting at the top. */
const askVote = async (voteId: VoteId): Promise<Running> => {
  const params = { voteId };
  const vote = await call(voteRoutes.getVote, { params });
  if (vote.publishedAt === undefined) return { vote, objections: [] };
  const [unanswered, all] = await Promise.all([
    call(voteRoutes.listObjections, { params, query: { only: 'unanswered' } }),
    call(voteRoutes.listObjections, { params, query: {} }),
  ]);
  const isListed = ({ id }: Objection) => unanswered.items.some((each) => each.id === id);
  return { vote, objections: [...unanswered.items, ...all.items.filter((each) => !isListed(each))] };
};

/** A vote and what staff do to it. */
export const useVote = (voteId: VoteId, ask = askVote) => {
  const load = useLoad(voteId, () => ask(voteId), { reloadOnShow: true });
  useRefresh(load.reload);
  const { view, show } = load;
  const known = view.state === 'ready' ? view.data : undefined;
  const params = { voteId };
  const [waiting, setWaiting] = useState<string>();
  const deeds = useDeeds({
    onRefused: ({ code }) =>
      ['vote.changed', 'vote.stepNotAllowed', 'vote.over', 'objection.answered'].includes(code) && void load.reload(),
  });

  const act = (about: string, done: string, send: (seen: Seen) => Promise<Vote>) =>
    deeds.run(about, async (id) => {
      const vote = await send({ id, version: known?.vote.version ?? 0 });
      show({ vote, objections: known?.objections ?? [] });
      notify(done);
    });

  /** Asking is itself what is done: the file comes with the second side's. */
  const openSealed = () =>
    deeds.run('open', async () => {
      try {
        const openings = await call(voteRoutes.getOpenings, { params });
        setWaiting(undefined);
        const content = JSON.stringify(openings);
        const done = '开票文件下载好了';
        await saveFile({ name: `${voteId}-openings.json`, type: 'application/json', content, done });
      } catch (error) {
        const missing = otherSideMissing(error);
        if (missing === undefined) throw error;
        setWaiting(missing);
      }
      await load.reload();
    });

  return {
    ...load,
    deeds,
    openSealed,
    waiting,
    extend: (closesAt: string, notice: string) =>
      act('extend', '已延长，通知大家看得到', (seen) =>
        call(voteRoutes.extendVote, { params, body: { ...seen, closesAt, notice } }),
      ),
    cancel: (reason: string) =>
      act('cancel', '表决已取消', (seen) => call(voteRoutes.cancelVote, { params, body: { ...seen, reason } })),
    publish: () => act('publish', '结果开始公示', (seen) => call(voteRoutes.publishResult, { params, body: seen })),
    settle: (totals: { issued: number; returned: number; invalid: number }) =>
      act('settle', '张数对上了', (seen) => call(voteRoutes.settlePaper, { params, body: { ...seen, ...totals } })),
    answer: (objectionId: ActionId, words: string) =>
      deeds.run(`answer ${objectionId}`, async (id) => {
        const answered = await call(voteRoutes.answerObjection, {
          params: { voteId, objectionId },
          body: { id, words },
        });
        if (known !== undefined)
          show({
            ...known,
            objections: known.objections.map((each) => (each.id === objectionId ? answered : each)),
          });
        notify('已答复，大家都看得到');
      }),
  };
};

export type VoteControl = ReturnType<typeof useVote>;
