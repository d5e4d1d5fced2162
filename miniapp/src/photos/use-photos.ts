import type { MediaId } from '@suishoupai/shared/ids';
import type { DraftPhoto } from './draft-photo.ts';
import { wordsOf } from './picked.ts';
import { pickPhotos, transportOf } from './travel.ts';
import { useTravellers } from './use-travellers.ts';

export type Photos = {
  photos: readonly DraftPhoto[];
  max: number;
  add: () => Promise<void>;
  remove: (id: MediaId) => void;
  retry: (id: MediaId) => void;
};

/** Photos of a form; `initial` are those of a kept draft. */
export const usePhotos = ({ max, initial }: { max: number; initial: readonly DraftPhoto[] }): Photos => {
  const { items, add, remove, retry } = useTravellers({
    max,
    initial,
    transportOf,
    pick: async (count) => {
      const picked = await pickPhotos(count);
      return { picked: picked.photos, words: wordsOf(picked, max) };
    },
    lostWords: (lost) => `有 ${lost} 张照片已不在手机里，请重新拍`,
    signInWords: '登录已过期，请重新登录后再传照片',
  });
  return { photos: items, max, add, remove, retry };
};
