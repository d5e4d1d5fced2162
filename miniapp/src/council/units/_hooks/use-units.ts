import { householdRoutes, type Owner } from '@suishoupai/shared/households/contract';
import type { CommunityId } from '@suishoupai/shared/ids';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';

const askUnits = (communityId: CommunityId, building: string) =>
  call(householdRoutes.listUnits, { params: { communityId }, query: { building } });

type Sale = { code: string; owners: Owner[]; reason: string };

/** The units of one building, and a sale of one of them. */
export const useUnits = (communityId: CommunityId, building: string, ask = askUnits) => {
  const load = useLoad(`${communityId} ${building}`, () => ask(communityId, building), {
    isEmpty: ({ items }) => items.length === 0,
  });
  useRefresh(load.reload);
  const { view, show } = load;
  const deeds = useDeeds({ onRefused: ({ code }) => code === 'roll.changed' && void load.reload() });

  const sell = ({ code, owners, reason }: Sale) =>
    deeds.run(`sell ${code}`, async (id) => {
      const unit = await call(householdRoutes.transferUnit, {
        params: { communityId, code },
        body: { id, owners, reason },
      });
      if (view.state === 'ready') show({ items: view.data.items.map((each) => (each.code === code ? unit : each)) });
      notify('已登记过户');
    });

  return { ...load, deeds, sell };
};
