import type { DraftPhoto } from './draft-photo.ts';

/** `unkept`: for how many of the photos the phone had no room, so that they end with the program. */
export type Picked = { photos: DraftPhoto[]; leftOut: number; unkept: number };

/** What the person must know of a choice, or undefined when it went as they think. */
export const wordsOf = ({ leftOut, unkept }: Omit<Picked, 'photos'>, max: number): string | undefined => {
  if (unkept > 0) return `手机存储满了，有 ${unkept} 张照片没能存下来，提交前请不要离开`;
  if (leftOut > 0) return `最多 ${max} 张，有 ${leftOut} 张没有放进来`;
  return undefined;
};
