import type { VoteId } from '@suishoupai/shared/ids';
import type { Receipt, Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { useState } from 'react';
import { fileAddress } from '../../../api/base.ts';
import { call, useMe } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { openFile } from '../../../platform/open-file.ts';
import { notifyError } from '../../../ui/notify.ts';
import type { Heads } from '../checking.ts';

export type Proof = { vote: Vote; heads: Heads; receipt: Receipt | undefined };

const source = async (voteId: VoteId, slot: string | undefined): Promise<Proof> => {
  const params = { voteId };
  const [vote, heads] = await Promise.all([
    call(voteRoutes.getVote, { params }),
    call(voteRoutes.listHeads, { params }),
  ]);
  const own = slot ?? vote.mine.find(({ ballot }) => ballot !== undefined)?.slot;
  const isMine = vote.mine.some((each) => each.slot === own && each.ballot !== undefined);
  const receipt =
    isMine && own !== undefined ? await call(voteRoutes.getReceipt, { params, query: { slot: own } }) : undefined;
  return { vote, heads, receipt };
};

/** What there is to check: my receipt, the signed heads, and the pack with which anyone recounts. */
export const useProof = (voteId: VoteId, slot: string | undefined, ask = source) => {
  const me = useMe();
  const { view, reload } = useLoad(`${voteId} ${slot} ${me?.id}`, () => ask(voteId, slot));
  useRefresh(reload);
  const [isFetching, setFetching] = useState(false);

  const download = async () => {
    if (isFetching) return;
    setFetching(true);
    try {
      await openFile(fileAddress(voteRoutes.getPack, { voteId }), `${voteId}.json`);
    } catch (error) {
      notifyError(error);
    } finally {
      setFetching(false);
    }
  };

  return { view, reload, isFetching, download: () => void download() };
};
