import { ApiError, needsSignIn } from '../api/api-error.ts';
import type { DraftPhoto } from '../photos/draft-photo.ts';
import type { Entry, Refusal } from './entry.ts';

/**
 * Why sending stopped with nothing decided: no `network`; somebody must `signIn`; the service is `busy` or faulty. The entry stays and goes
 * again later, under its id.
 */
export type Stop = 'network' | 'signIn' | 'busy';

export type Fate =
  | { kind: 'stopped'; why: Stop }
  /** The photos must travel once more before it can be sent. */
  | { kind: 'photos'; photos: DraftPhoto[] }
  | { kind: 'refused'; refusal: Refusal };

type Content = Pick<Entry, 'photos' | 'body'>;

const refusedWith = (code: string, message: string): Fate => ({
  kind: 'refused',
  refusal: { code, message, details: [] },
});

/** The index of the photo that a field of a refusal names. */
export const photoIndexOf = (field: string): number | undefined => {
  const index = /^body\.photoIds\.(\d+)$/.exec(field)?.[1];
  return index === undefined ? undefined : Number(index);
};

/** A refusal names photos by their place in the list; one that names none means them all. */
const photosIn = (state: DraftPhoto['state'], { photos, body }: Content, { details }: ApiError): DraftPhoto[] => {
  const ids: unknown[] = Array.isArray(body['photoIds']) ? body['photoIds'] : [];
  const named = details.map(({ field }) => ids[photoIndexOf(field) ?? -1]).filter((id) => id !== undefined);
  return photos.map((photo) => (named.length === 0 || named.includes(photo.id) ? { ...photo, state } : photo));
};

/** What an error says of an entry that was sent. No answer and faults say nothing of whether it was written. */
export const fateOf = (content: Content, error: unknown): Fate => {
  if (!(error instanceof ApiError)) return { kind: 'stopped', why: 'busy' };
  if (needsSignIn(error)) return { kind: 'stopped', why: 'signIn' };
  const { code, message, details } = error;
  switch (code) {
    case 'network':
      return { kind: 'stopped', why: 'network' };
    case 'gateway':
    case 'internal':
    case 'tooFrequent':
    case 'request.tooOften':
    case 'wechat.unavailable':
      return { kind: 'stopped', why: 'busy' };
    case 'media.notReady':
      return { kind: 'photos', photos: photosIn('processing', content, error) };
    case 'media.notFound':
      return { kind: 'photos', photos: photosIn('failed', content, error) };
    default:
      return { kind: 'refused', refusal: { code, message, details } };
  }
};

/** What the photos say after their journey; undefined when they have all arrived. */
export const fateOfPhotos = (photos: readonly DraftPhoto[], isOnline: boolean): Fate | undefined => {
  const refused = photos.find(({ state }) => state === 'refused');
  if (refused !== undefined) return refusedWith('media.refused', refused.reason ?? '有照片无法使用，请换一张');
  if (photos.every(({ state }) => state === 'ready')) return undefined;
  return { kind: 'stopped', why: isOnline ? 'busy' : 'network' };
};
