import type { MediaId } from '@suishoupai/shared/ids';
import { type DraftPhoto, type PhotoNews, type Traveller, withNews } from './draft-photo.ts';

/** The photos that travel, wherever they are kept. What no longer applies (a photo that is gone) is ignored. */
export type PhotoList<T extends Traveller = DraftPhoto> = {
  get: () => readonly T[];
  tell: (id: MediaId, news: PhotoNews) => void;
  remove: (id: MediaId) => void;
};

/** A list of its own that the screen can watch. */
export const makePhotoList = <T extends Traveller>(kept: readonly T[], max: number) => {
  let photos = [...kept];
  const listeners = new Set<() => void>();
  const set = (next: T[]) => {
    if (next === photos) return;
    photos = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => photos,
    add: (fresh: readonly T[]) => set([...photos, ...fresh].slice(0, max)),
    tell: (id: MediaId, news: PhotoNews) => set(withNews(photos, id, news)),
    change: (id: MediaId, change: (one: T) => T) => set(photos.map((one) => (one.id === id ? change(one) : one))),
    remove: (id: MediaId) => set(photos.filter((photo) => photo.id !== id)),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
