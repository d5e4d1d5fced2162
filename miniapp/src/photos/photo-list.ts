import type { MediaId } from '@suishoupai/shared/ids';
import { type DraftPhoto, type PhotoNews, withNews } from './draft-photo.ts';

/** The photos that travel, wherever they are kept. What no longer applies (a photo that is gone) is ignored. */
export type PhotoList = {
  get: () => readonly DraftPhoto[];
  tell: (id: MediaId, news: PhotoNews) => void;
  remove: (id: MediaId) => void;
};

/** A list of its own that the screen can watch. */
export const makePhotoList = (kept: readonly DraftPhoto[], max: number) => {
  let photos = [...kept];
  const listeners = new Set<() => void>();
  const set = (next: DraftPhoto[]) => {
    if (next === photos) return;
    photos = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => photos,
    add: (fresh: readonly DraftPhoto[]) => set([...photos, ...fresh].slice(0, max)),
    tell: (id: MediaId, news: PhotoNews) => set(withNews(photos, id, news)),
    remove: (id: MediaId) => set(photos.filter((photo) => photo.id !== id)),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
