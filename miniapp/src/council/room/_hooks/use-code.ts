import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { MeetingId } from '@suishoupai/shared/ids';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { call } from '../../../api/client.ts';

export type Shown = RouteResponse<typeof meetingRoutes.getSignInCode>;

const askCode = (meetingId: MeetingId): Promise<Shown> => call(meetingRoutes.getSignInCode, { params: { meetingId } });

/** The code changes every half minute and people come in between: asked often enough to be right, while the page is seen. */
const everyMs = 5000;

/** The digits on the screen now and how many have signed in; `isStale` when they could not be asked for anew. */
export const useCode = (meetingId: MeetingId, isWanted: boolean, ask = askCode) => {
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
        const answer = await ask(meetingId);
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
  }, [meetingId, isWanted, isSeen, ask]);

  return { shown, isStale };
};
