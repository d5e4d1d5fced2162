import type { VoteId } from '@suishoupai/shared/ids';
import type { Receipt, Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { useShareAppMessage } from '@tarojs/taro';
import { call, useMe } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { useDeparture } from '../../../outbox/use-outbox.ts';
import { routes } from '../../../routes.ts';
import { notify } from '../../../ui/notify.ts';
import { keepReceipt } from '../kept-receipt.ts';

const fetchVote = (voteId: VoteId): Promise<Vote> => call(voteRoutes.getVote, { params: { voteId } });

/** A vote as this person may see it. A ballot that waited on the phone and has gone is there by then. */
export const useVote = (voteId: VoteId, source = fetchVote) => {
  const me = useMe();
  const { view, reload, show } = useLoad(`${voteId} ${me?.id}`, () => source(voteId), { reloadOnShow: true });
  useRefresh(reload);
  const vote = view.state === 'ready' ? view.data : undefined;
  useDeparture(({ entry, answer, isWatched }) => {
    if (isWatched || entry.kind !== 'ballot' || entry.lane !== voteId) return;
    keepReceipt({ voteId, slot: String(entry.body['slot']) }, answer as Receipt);
    notify('手机里的选票投出去了');
    void reload();
  });
  useShareAppMessage(() =>
    vote === undefined ? { path: routes.hall() } : { title: `投票：${vote.title}`, path: routes.vote(voteId) },
  );
  return { view, vote, reload, show, isSignedIn: me !== undefined };
};
