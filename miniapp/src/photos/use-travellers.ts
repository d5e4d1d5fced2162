import type { MediaId } from '@suishoupai/shared/ids';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { platform } from '../platform/platform.ts';
import { notify, notifyError } from '../ui/notify.ts';
import type { Traveller } from './draft-photo.ts';
import { makePhotoList, type PhotoList } from './photo-list.ts';
import type { Journey } from './transport.ts';

type Transport = { resume: () => Promise<Journey>; retry: (id: MediaId) => Promise<void> };

type Options<T extends Traveller> = {
  /** How many there may be now. */
  max: number;
  /** How many there may ever be. */
  most?: number;
  initial: readonly T[];
  transportOf: (list: PhotoList<T>) => Transport;
  /** Asks the person for so many; `words`: what they must know of their choice. */
  pick: (count: number) => Promise<{ picked: T[]; words: string | undefined }>;
  lostWords: (lost: number) => string;
  signInWords: string;
};

/** Photos or files that are picked, sent at once and looked at while the person goes on writing; `initial` are those of a kept draft. */
export const useTravellers = <T extends Traveller>(options: Options<T>) => {
  const { max, most = max, initial, transportOf, pick, lostWords, signInWords } = options;
  const [{ list, transport }] = useState(() => {
    const own = makePhotoList(initial, most);
    return { list: own, transport: transportOf(own) };
  });
  const items = useSyncExternalStore(list.subscribe, list.get);
  const isPicking = useRef(false);

  const resume = async () => {
    const { lost, isSignInNeeded } = await transport.resume();
    if (lost > 0) notify(lostWords(lost));
    if (isSignInNeeded) notify(signInWords);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is taken up once, when the form opens
  useEffect(() => {
    if (initial.length > 0) void resume();
    return platform.onNetworkChange((isOnline) => isOnline && void resume());
  }, []);

  const add = async () => {
    if (isPicking.current || items.length >= max) return;
    isPicking.current = true;
    try {
      const { picked, words } = await pick(max - items.length);
      list.add(picked);
      if (words !== undefined) notify(words);
    } catch (error) {
      notifyError(error);
    } finally {
      isPicking.current = false;
    }
    await resume();
  };

  return {
    items,
    add,
    remove: list.remove,
    change: list.change,
    retry: (id: MediaId) => void transport.retry(id),
  };
};
