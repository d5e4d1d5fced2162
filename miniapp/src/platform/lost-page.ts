import Taro from '@tarojs/taro';
import * as z from 'zod/mini';

const isUnloaded = (error: unknown): boolean => {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED';
};

/** The router numbers its entries; one more than before is an entry of its own, the same number took another's place. */
const Entry = z.object({ idx: z.number() });
const address = () => {
  const entry = z.safeParse(Entry, window.history.state);
  return { hash: window.location.hash, index: entry.success ? entry.data.idx : 0 };
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
    const { index } = address();
    const steps = shown.index - index;
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
