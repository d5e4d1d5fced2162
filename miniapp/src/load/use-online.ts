import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { platform } from '../platform/platform.ts';

/** Whether the phone has a network, as far as it knows; true until it says otherwise. */
export const useOnline = (device = platform): boolean => {
  const [isOnline, setOnline] = useState(true);
  const look = () => void device.isOnline().then(setOnline);
  useDidShow(look);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once, then is told
  useEffect(() => {
    look();
    return device.onNetworkChange(setOnline);
  }, [device]);
  return isOnline;
};
