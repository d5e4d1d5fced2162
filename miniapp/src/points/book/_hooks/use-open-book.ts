import type { CommunityId } from '@suishoupai/shared/ids';
import { pointsRoutes } from '@suishoupai/shared/points/routes';
import { useState } from 'react';
import { fileAddress } from '../../../api/base.ts';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { openFile } from '../../../platform/open-file.ts';
import { notifyError } from '../../../ui/notify.ts';

const source = (communityId: CommunityId) => call(pointsRoutes.getOpenBook, { params: { communityId } });

/** The totals of a community, and the file with which anybody recomputes them. */
export const useOpenBook = (communityId: CommunityId, ask = source) => {
  const load = useLoad(communityId, () => ask(communityId));
  useRefresh(load.reload);
  const [isFetching, setFetching] = useState(false);
  const [month, choose] = useState<string>();
  const download = async () => {
    if (isFetching) return;
    setFetching(true);
    try {
      await openFile(fileAddress(pointsRoutes.getLedgerFile, { communityId }), 'ledger.json');
    } catch (error) {
      notifyError(error);
    } finally {
      setFetching(false);
    }
  };
  return { ...load, month, choose, isFetching, download: () => void download() };
};
