import { MediaId } from '@suishoupai/shared/ids';
import { uploadTypes } from '@suishoupai/shared/media/limits';
import * as z from 'zod/mini';

/**
 * `waiting` for its turn or for sign-in · `uploading` · `processing` by the service · `ready` · `refused` by the service for good ·
 * `failed` on the way, may be tried again.
 */
export const DraftPhoto = z.object({
  id: MediaId,
  /** On this phone; a browser forgets it at every reload, a phone may. */
  path: z.string(),
  size: z.int(),
  contentType: z.enum(uploadTypes),
  state: z.enum(['waiting', 'uploading', 'processing', 'ready', 'refused', 'failed']),
  thumbUrl: z.optional(z.string()),
  /** Why it was refused or failed, in the words shown. */
  reason: z.optional(z.string()),
});
export type DraftPhoto = z.output<typeof DraftPhoto>;

/** What travels to the service, a photo or another file. */
export type Traveller = Omit<DraftPhoto, 'contentType'>;

export type PhotoNews = Pick<DraftPhoto, 'state'> & Partial<Pick<DraftPhoto, 'id' | 'thumbUrl' | 'reason'>>;

const told = <T extends Traveller>(photo: T, news: PhotoNews): T => ({ ...photo, reason: undefined, ...news });

/** The photos after news of one of them; the same list when that one is gone. */
export const withNews = <T extends Traveller>(photos: T[], id: MediaId, news: PhotoNews): T[] => {
  if (!photos.some((photo) => photo.id === id)) return photos;
  return photos.map((photo) => (photo.id === id ? told(photo, news) : photo));
};
