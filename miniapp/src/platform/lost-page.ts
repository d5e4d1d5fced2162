import Taro from '@tarojs/taro';
import * as z from 'zod/mini';

const isUnloaded = (error: unknown): boolean => {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED';
};

/** The router numbers its entries: a new one counts on, one that took another's place keeps its number. Typed addresses have none. */
const Entry = z.object({ idx: z.number() });
const address = () => {
  const entry = z.safeParse(Entry, window.history.state);
  return { hash: window.location.hash, index: entry.success ? entry.data.idx : undefined };
};

/**
 * WeChat fetches a package of pages when the first of them is opened, unless it came along before: without network the person is told, who
 * would else tap in vain. A browser finds out by itself, below.
 */
export const sayIfLost = (navigation: Promise<unknown>): void => {
  if (process.env['TARO_ENV'] !== 'weapp') return;
  navigation.catch(async () => {
    const { networkType } = await Taro.getNetworkType();
    if (networkType === 'none') await Taro.showToast({ title: '网络断了，没能打开这一页', icon: 'none' });
  });
};

/**
 * A browser fetches a page's code when the page is opened. When that fails the address has moved on and the screen has not: the address
 * is taken back past the router, which would draw the screen anew, and `tell` says why. In WeChat the code is on the phone.
 */
export const whenPageIsLost = (tell: () => void): void => {
  if (process.env['TARO_ENV'] === 'weapp') return;
  let shown: ReturnType<typeof address> | undefined;
  let isTakingBack = false;

  Taro.eventCenter.on('__afterTaroRouterChange', () => {
    shown = address();
  });
  for (const name of ['popstate', 'hashchange'])
    window.addEventListener(name, (event) => {
      if (isTakingBack) event.stopImmediatePropagation();
      if (name === 'hashchange') isTakingBack = false;
    });
  window.addEventListener('unhandledrejection', (event) => {
    if (!isUnloaded(event.reason)) return;
    event.preventDefault();
    tell();
    if (shown === undefined) return;
    const { index = (shown.index ?? 0) + 1 } = address();
    const steps = (shown.index ?? 0) - index;
    // The router hears of none of this and goes on counting from where it believes to be.
    shown = { ...shown, index };
    if (steps === 0) window.history.replaceState(window.history.state, '', shown.hash);
    else {
      isTakingBack = true;
      window.history.go(steps);
    }
    const [path] = shown.hash.slice(1).split('?');
    Taro.eventCenter.trigger('__taroRouterChange', { toLocation: { path } });
  });
};
