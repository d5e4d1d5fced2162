import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { platform } from '../../../platform/platform.ts';

/** Goes on with unfinished work whenever there may be new hope: the page is shown, the network is back, somebody signed in. */
export const useGoingOn = (goOn: () => void, whoId: string | undefined, device = platform) => {
  const latest = useRef(goOn);
  latest.current = goOn;

  useDidShow(() => latest.current());
  useEffect(() => device.onNetworkChange((isOnline) => isOnline && latest.current()), [device]);
  useEffect(() => {
    if (whoId !== undefined) latest.current();
  }, [whoId]);
};
