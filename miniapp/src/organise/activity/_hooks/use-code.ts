import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { ActivityId } from '@suishoupai/shared/ids';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { call } from '../../../api/client.ts';

type Shown = RouteResponse<typeof volunteeringStaffRoutes.getPresenceCode>;

const askCode = (activityId: ActivityId): Promise<Shown> =>
  call(volunteeringStaffRoutes.getPresenceCode, { params: { activityId } });

/** The code changes every half minute: asked often enough to be right, while the page is seen. */
const everyMs = 5000;

/** The digits on the screen now; `isStale` when they could not be asked for anew. */
export const useCode = (activityId: ActivityId, isWanted: boolean, ask = askCode) => {
  const [shown, setShown] = useState<Shown>();
  const [isStale, setStale] = useState(false);
  const [isSeen, setSeen] = useState(true);
  useDidShow(() => setSeen(true));
  useDidHide(() => setSeen(false));

  useEffect(() => {
    if (!isWanted || !isSeen) return;
    let isOn = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = async () => {
      try {
        const answer = await ask(activityId);
        if (!isOn) return;
        setShown(answer);
        setStale(false);
      } catch {
        if (isOn) setStale(true);
      }
      if (isOn) timer = setTimeout(() => void turn(), everyMs);
    };
    void turn();
    return () => {
      isOn = false;
      clearTimeout(timer);
    };
  }, [activityId, isWanted, isSeen, ask]);

  return { shown, isStale };
};
