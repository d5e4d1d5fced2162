import type { Stop } from './fate.ts';

type Deps = {
  flush: () => void;
  hasWaiting: () => boolean;
  later: (ms: number, work: () => void) => () => void;
};

const first = 30_000;
const most = 300_000;

/**
 * When to try again by itself. A phone without network hears of its return, or of any answer that got through; a service that is busy is
 * asked again after half a minute, then after twice as long each time.
 */
export const makeGoingOn = ({ flush, hasWaiting, later }: Deps) => {
  let stopped: Stop | undefined;
  let pause = first;
  let cancel: (() => void) | undefined;

  const go = () => {
    cancel?.();
    cancel = undefined;
    if (hasWaiting()) flush();
  };

  return {
    /** There is new hope: the network, the person or the program is back. */
    go: (): void => {
      pause = first;
      go();
    },
    reached: (): void => {
      if (stopped === 'network') {
        stopped = undefined;
        go();
      }
    },
    stopped: (why: Stop): void => {
      stopped = why;
      if (why !== 'busy' || cancel !== undefined) return;
      cancel = later(pause, go);
      pause = Math.min(2 * pause, most);
    },
    /** Something got through. */
    departed: (): void => {
      pause = first;
    },
  };
};
