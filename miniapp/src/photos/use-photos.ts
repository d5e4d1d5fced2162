import type { MediaId } from '@suishoupai/shared/ids';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { platform } from '../platform/platform.ts';
import { notify, notifyError } from '../ui/notify.ts';
import type { DraftPhoto } from './draft-photo.ts';
import { makePhotoList } from './photo-list.ts';
import { wordsOf } from './picked.ts';
import { pickPhotos, transportOf } from './travel.ts';

export type Photos = {
  photos: readonly DraftPhoto[];
  max: number;
  add: () => Promise<void>;
  remove: (id: MediaId) => void;
  retry: (id: MediaId) => void;
};

/** Photos that are picked, sent at once and cleaned while the person goes on writing; `initial` are those of a kept draft. */
export const usePhotos = ({ max, initial }: { max: number; initial: readonly DraftPhoto[] }): Photos => {
  const [{ list, transport }] = useState(() => {
    const own = makePhotoList(initial, max);
    return { list: own, transport: transportOf(own) };
  });
  const photos = useSyncExternalStore(list.subscribe, list.get);
  const isPicking = useRef(false);

  const resume = async () => {
    const { lost, isSignInNeeded } = await transport.resume();
    if (lost > 0) notify(`有 ${lost} 张照片已不在手机里，请重新拍`);
    if (isSignInNeeded) notify('登录已过期，请重新登录后再传照片');
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is taken up once, when the form opens
  useEffect(() => {
    if (initial.length > 0) void resume();
    return platform.onNetworkChange((isOnline) => isOnline && void resume());
  }, []);

  const add = async () => {
    if (isPicking.current || photos.length >= max) return;
    isPicking.current = true;
    try {
      const picked = await pickPhotos(max - photos.length);
      list.add(picked.photos);
      const words = wordsOf(picked, max);
      if (words !== undefined) notify(words);
    } catch (error) {
      notifyError(error);
    } finally {
      isPicking.current = false;
    }
    await resume();
  };

  return { photos, max, add, remove: list.remove, retry: (id) => void transport.retry(id) };
};
