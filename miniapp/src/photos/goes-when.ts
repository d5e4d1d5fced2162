import type { DraftPhoto } from './draft-photo.ts';

/** `later`: off line, or a photo did not get through; what goes with these photos is kept on the phone and goes by itself. */
export const goesWhen = (photos: readonly Pick<DraftPhoto, 'state'>[], isOnline: boolean): 'now' | 'later' =>
  isOnline && photos.every(({ state }) => state !== 'failed') ? 'now' : 'later';
