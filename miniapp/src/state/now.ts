import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';

/** The instant at which the screen was last shown, for deadlines said as what is left. */
export const useNow = (): string => {
  const [now, setNow] = useState(() => new Date().toISOString());
  useDidShow(() => setNow(new Date().toISOString()));
  return now;
};
