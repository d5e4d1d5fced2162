import type { DraftPhoto } from './draft-photo.ts';

/** 「第 1、3 张：没有传上去…」: each reason once. */
export const reasonsOf = (photos: readonly Pick<DraftPhoto, 'reason'>[]): string[] => {
  const numbers = new Map<string, number[]>();
  photos.forEach(({ reason }, index) => {
    if (reason !== undefined) numbers.set(reason, [...(numbers.get(reason) ?? []), index + 1]);
  });
  return [...numbers].map(([reason, which]) => `第 ${which.join('、')} 张：${reason}`);
};
