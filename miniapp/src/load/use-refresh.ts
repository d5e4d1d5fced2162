import Taro, { usePullDownRefresh } from '@tarojs/taro';

/** Pulling the page down asks again; the page's config must set `enablePullDownRefresh`. */
export const useRefresh = (reload: () => Promise<void>): void => {
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh());
  });
};
