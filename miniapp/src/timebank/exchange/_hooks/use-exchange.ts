import type { ExchangeId } from '@suishoupai/shared/ids';
import { type ExchangeStep, timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import { call, useMe } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';

type Bare<T> = T extends unknown ? Omit<T, 'id' | 'version'> : never;
export type Deed = Bare<ExchangeStep>;

/** An exchange as one of its two sees it, or staff: `isOurs` when the community itself is one of the two. */
export const useExchange = (exchangeId: ExchangeId) => {
  const params = { exchangeId };
  const { view, reload, show } = useLoad(
    `${exchangeId} ${useMe()?.id}`,
    () => call(timebankRoutes.getExchange, { params }),
    { reloadOnShow: true },
  );
  useRefresh(reload);
  const { running, act } = useAct();
  const version = view.state === 'ready' ? view.data.version : 0;
  const isOurs = view.state === 'ready' && view.data.role === undefined;

  const step = async (deed: Deed, said: string): Promise<boolean> => {
    const after = await act(JSON.stringify(deed), (id) => {
      const body = { ...deed, id, version } as ExchangeStep;
      return call(isOurs ? timebankStaffRoutes.stepPromised : timebankRoutes.stepExchange, { params, body });
    });
    if (after === undefined) {
      await reload();
      return false;
    }
    show(after);
    notify(said);
    return true;
  };

  const mediate = async (minutes: number, reason: string): Promise<boolean> => {
    const after = await act(`mediate ${minutes} ${reason}`, (id) =>
      call(timebankStaffRoutes.mediateExchange, { params, body: { id, version, minutes, reason } }),
    );
    if (after !== undefined) show(after);
    return after !== undefined;
  };

  return { view, reload, running, step, mediate };
};
export type ExchangeControl = ReturnType<typeof useExchange>;
