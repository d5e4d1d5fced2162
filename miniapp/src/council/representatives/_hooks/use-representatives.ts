import { householdRoutes } from '@suishoupai/shared/households/contract';
import { type RepresentativeList, representativeRoutes } from '@suishoupai/shared/households/representatives';
import type { ActionId, ClaimId, CommunityId } from '@suishoupai/shared/ids';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';

type Known = RepresentativeList & { buildings: string[] };

const askList = async (communityId: CommunityId): Promise<Known> => {
  const params = { communityId };
  const [list, { buildings }] = await Promise.all([
    call(representativeRoutes.listRepresentatives, { params }),
    call(householdRoutes.getRoll, { params }),
  ]);
  return { ...list, buildings: buildings.map(({ building }) => building) };
};

const askCandidates = (communityId: CommunityId, building: string) =>
  call(representativeRoutes.listCandidates, { params: { communityId }, query: { building } });

/** The verified residents of a building; none until one is chosen. */
export const useCandidates = (communityId: CommunityId, building: string | undefined, ask = askCandidates) =>
  useLoad(`${communityId} ${building}`, async () =>
    building === undefined ? { items: [] } : await ask(communityId, building),
  );

/** The list of representatives, and each change of it. */
export const useRepresentatives = (communityId: CommunityId, ask = askList) => {
  const load = useLoad(communityId, () => ask(communityId));
  useRefresh(load.reload);
  const deeds = useDeeds({ onRefused: () => void load.reload() });
  const { view, show } = load;
  const shown = (list: RepresentativeList, words: string) => {
    if (view.state === 'ready') show({ ...view.data, ...list });
    notify(words);
  };

  const add = (claimId: ClaimId, until: string) =>
    deeds.run('add', async (id) => {
      const body = { id, claimId, until };
      shown(await call(representativeRoutes.addRepresentative, { params: { communityId }, body }), '已登记');
    });

  const remove = (representativeId: ActionId, reason: string) =>
    deeds.run(`remove ${representativeId}`, async (id) => {
      const params = { communityId, representativeId };
      shown(await call(representativeRoutes.removeRepresentative, { params, body: { id, reason } }), '已撤下');
    });

  return { ...load, deeds, add, remove };
};
