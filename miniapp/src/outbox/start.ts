import { onReached, whoever } from '../api/client.ts';
import { platform } from '../platform/platform.ts';
import { notify } from '../ui/notify.ts';
import { makeGoingOn } from './going-on.ts';
import { outbox } from './phone-outbox.ts';
import { sweepPhotos } from './sweep-photos.ts';

/** To be called once, when the program starts. */
export const startOutbox = (): void => {
  const going = makeGoingOn({
    flush: () => void outbox.flush(),
    hasWaiting: () => outbox.items().some(({ state }) => state === 'waiting'),
    later: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  outbox.onStop(going.stopped);
  outbox.onDeparture(({ entry, isWatched }) => {
    going.departed();
    if (!isWatched) notify(`已发出：${entry.title}`);
  });
  platform.onNetworkChange((isOnline) => isOnline && going.go());
  platform.onFront(going.go);
  whoever.subscribe(() => {
    outbox.personChanged();
    going.go();
  });
  onReached(going.reached);
  going.go();
  void sweepPhotos();
};
