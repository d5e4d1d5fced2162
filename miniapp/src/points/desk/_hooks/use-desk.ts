import type { ActionId, CommunityId } from '@suishoupai/shared/ids';
import type { Correction } from '@suishoupai/shared/points/book-contract';
import { pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import { useReachBottom } from '@tarojs/taro';
import { call } from '../../../api/client.ts';
import { useDeeds } from '../../../council/use-deeds.ts';
import { type Page, usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';

const source = (communityId: CommunityId, cursor?: string): Promise<Page<Correction>> =>
  call(pointsStaffRoutes.listCorrections, { params: { communityId }, query: { cursor } });

/** What was put right and what waits for a second person, and deciding it. */
export const useDesk = (communityId: CommunityId, ask = source) => {
  const pages = usePages(communityId, (cursor?: string) => ask(communityId, cursor), { reloadOnShow: true });
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  const deeds = useDeeds({ onRefused: () => void pages.reload() });
  const decided = (correction: Correction, words: string) => {
    pages.show((items) => items.map((each) => (each.id === correction.id ? correction : each)));
    notify(words);
  };
  const agree = (correctionId: ActionId) =>
    deeds.run(`agree ${correctionId}`, async (id) => {
      const params = { communityId, correctionId };
      decided(await call(pointsStaffRoutes.decideCorrection, { params, body: { id, decision: 'agree' } }), '已记上');
    });
  const refuse = (correctionId: ActionId, reason: string) =>
    deeds.run(`refuse ${correctionId}`, async (id) => {
      const params = { communityId, correctionId };
      const body = { id, decision: 'refuse' as const, reason };
      decided(await call(pointsStaffRoutes.decideCorrection, { params, body }), '没有同意，账上不动');
    });
  return { pages, deeds, agree, refuse };
};
