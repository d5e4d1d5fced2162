import type { ActionId, ActivityId } from '@suishoupai/shared/ids';
import type { ActivityView } from '@suishoupai/shared/volunteering/contract';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { call } from '../../../api/client.ts';
import { useDeeds } from '../../../council/use-deeds.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';

export type Step = 'publish' | 'start' | 'finish' | 'close';

const askActivity = (activityId: ActivityId): Promise<ActivityView> =>
  call(volunteeringRoutes.getActivity, { params: { activityId } });

const saidOf: Record<Step, string> = {
  publish: '发布了，可以报名了',
  start: '开始签到了',
  finish: '活动结束，可以核实时长了',
  close: '时长核实完了',
};

/** An activity and what its organisers do to it. */
export const useRunning = (activityId: ActivityId, ask = askActivity) => {
  const load = useLoad(activityId, () => ask(activityId), { reloadOnShow: true });
  useRefresh(load.reload);
  const { view, show } = load;
  const version = view.state === 'ready' ? view.data.version : 0;
  const params = { activityId };
  const deeds = useDeeds({
    onRefused: ({ code }) => ['activity.changed', 'activity.stepNotAllowed'].includes(code) && void load.reload(),
  });

  const run = (about: string, said: string, send: (seen: { id: ActionId; version: number }) => Promise<ActivityView>) =>
    deeds.run(about, async (id) => {
      show(await send({ id, version }));
      notify(said);
    });

  return {
    ...load,
    deeds,
    step: (what: Step) =>
      run(what, saidOf[what], (seen) =>
        call(volunteeringStaffRoutes.stepActivity, { params, body: { ...seen, what } }),
      ),
    callOff: (reason: string) =>
      run('callOff', '活动已取消', (seen) =>
        call(volunteeringStaffRoutes.stepActivity, { params, body: { ...seen, what: 'callOff', reason } }),
      ),
  };
};

export type RunningControl = ReturnType<typeof useRunning>;
