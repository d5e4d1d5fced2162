import type { CommunityId } from '@suishoupai/shared/ids';
import type { Line } from '@suishoupai/shared/points/contract';
import { pointsRoutes } from '@suishoupai/shared/points/routes';
import type { Unit } from '@suishoupai/shared/points/transfer';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { type Page, usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notifyError } from '../../../ui/notify.ts';
import { type Format, openStatement } from '../../statement-file.ts';

const source = (communityId: CommunityId, unit: Unit, cursor?: string): Promise<Page<Line>> =>
  call(pointsRoutes.listLines, { params: { communityId }, query: { unit, cursor } });

/** My book of one unit, and its statement as a file. */
export const useLines = (communityId: CommunityId, ask = source) => {
  const me = useMe();
  const [unit, choose] = useState<Unit>('points');
  const pages = usePages(`${communityId} ${unit} ${me?.id}`, (cursor?: string) => ask(communityId, unit, cursor));
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  const [fetching, setFetching] = useState<Format>();
  const download = async (format: Format) => {
    if (fetching !== undefined) return;
    setFetching(format);
    try {
      await openStatement(communityId, unit, format);
    } catch (error) {
      notifyError(error);
    } finally {
      setFetching(undefined);
    }
  };
  return { unit, choose, pages, fetching, download: (format: Format) => void download(format) };
};
