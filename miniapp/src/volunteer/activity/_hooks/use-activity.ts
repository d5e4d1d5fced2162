import type { ActivityId } from '@suishoupai/shared/ids';
import type { ActivityView } from '@suishoupai/shared/volunteering/contract';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { useShareAppMessage } from '@tarojs/taro';
import { ApiError } from '../../../api/api-error.ts';
import { call, useMe } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { platform } from '../../../platform/platform.ts';
import { open, routes } from '../../../routes.ts';
import { confirmed, notify } from '../../../ui/notify.ts';
import { paths } from '../../../volunteering/paths.ts';

const fetchActivity = (activityId: ActivityId): Promise<ActivityView> =>
  call(volunteeringRoutes.getActivity, { params: { activityId } });

const isProfileNeeded = (error: unknown) => error instanceof ApiError && error.code === 'volunteer.profileNeeded';

export const useActivity = (activityId: ActivityId, source = fetchActivity) => {
  const me = useMe();
  const { view, reload } = useLoad(`${activityId} ${me?.id}`, () => source(activityId), { reloadOnShow: true });
  useRefresh(reload);
  const { running, act } = useAct();
  const params = { activityId };
  const activity = view.state === 'ready' ? view.data : undefined;

  useShareAppMessage(() => ({ title: activity?.title ?? '志愿活动', path: routes.volunteering(activityId) }));

  const signUp = async () => {
    if (me === undefined) return open(routes.signIn());
    const standing = await act('signUp', (id) =>
      call(volunteeringRoutes.signUp, { params, body: { id } }).catch((error: unknown) => {
        if (isProfileNeeded(error)) open(paths.profile());
        throw error;
      }),
    );
    if (standing === undefined) return reload();
    notify(standing.standing === 'in' ? '报名成功' : `名额满了，您在候补第 ${standing.position ?? 1} 位`);
    return reload();
  };

  const withdraw = async () => {
    const own = activity?.mine;
    if (own === undefined) return;
    const text = own.standing === 'in' ? '名额马上让给候补的下一位。' : '退出以后不再候补。';
    if (!(await confirmed({ title: '退出这次活动？', text, yes: '退出' }))) return;
    const done = await act('withdraw', () =>
      call(volunteeringRoutes.withdrawFromActivity, { params, body: { id: own.id } }),
    );
    if (done !== undefined) notify('已退出');
    await reload();
  };

  /** True when it is noted. `isLocated`: the person agrees that the distance to the place is compared once. */
  const check = async (what: 'in' | 'out', code: string, isLocated: boolean): Promise<boolean> => {
    const point = isLocated ? await platform.currentPoint() : undefined;
    const near = point === undefined ? {} : { point: { ...point, lng: coarse(point.lng), lat: coarse(point.lat) } };
    const noted = await act(`${what} ${code}`, (id) =>
      call(volunteeringRoutes.checkAtActivity, { params, body: { id, what, code, ...near } }),
    );
    if (noted === undefined) return false;
    notify(what === 'in' ? '已签到' : '已签退');
    await reload();
    return true;
  };

  return {
    view,
    activity,
    reload,
    running,
    signUp: () => void signUp(),
    withdraw: () => void withdraw(),
    check,
    isSignedIn: me !== undefined,
  };
};

/** About a hundred metres: enough to tell whether somebody is there. */
const coarse = (degrees: number): number => Math.round(degrees * 1000) / 1000;

export type ActivityControl = ReturnType<typeof useActivity>;
