import { createHash } from 'node:crypto';
import type { PersonId } from '@suishoupai/shared/ids';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import { type Cleaned, cleanPhoto } from './clean.ts';
import { fullKey, ownerOfRawKey, thumbKey } from './keys.ts';
import type { ObjectStore } from './objects.ts';
import type { PhotoUrls } from './photo-urls.ts';
import type { MediaRecord, MediaStore } from './store.ts';

export type SafetyChecker = {
  /** Hands a picture to the checker, which answers later under the trace; 'failed' when it will not answer. */
  checkImage: (picture: { openid: string; url: string }) => Promise<{ traceId: string } | 'failed'>;
};

type Deps = {
  store: MediaStore;
  objects: ObjectStore;
  buckets: { uploads: string; photos: string };
  photoUrls: PhotoUrls;
  safety: SafetyChecker;
  /** Undefined when nobody knows the person any more. */
  openidOf: (ownerId: PersonId) => Promise<string | undefined>;
  now: () => Date;
};

/** A clean photo never changes; private, because who may see it is decided anew with every link. */
const servedAs = { contentType: 'image/jpeg', cacheControl: 'private, max-age=86400, immutable' };

/**
 * Makes the clean photo of an uploaded object and takes the upload away, which is the last step: an event that comes twice, or again
 * after a crash, goes on where the work stopped. Only the upload that claimed the record first becomes the photo, so that nothing can be
 * put in its place after the safety check. Returns the record as it stands, undefined when there was nothing to do.
 */
export const makeIngest = ({ store, objects, buckets, photoUrls, safety, openidOf, now }: Deps) => {
  const look = async (upload: Uint8Array | 'tooLarge', contentType: string): Promise<Cleaned> =>
    upload === 'tooLarge' ? { ok: false, reason: 'tooManyPixels' } : cleanPhoto(upload, contentType);

  const settle = async ({ ownerId, id, contentType }: MediaRecord, upload: Uint8Array | 'tooLarge') => {
    const result = await look(upload, contentType);
    if (!result.ok) return store.settle(ownerId, id, { state: 'refused', reason: result.reason });
    const { full, thumb, width, height } = result;
    await objects.put({ bucket: buckets.photos, key: fullKey(id), bytes: full, ...servedAs });
    await objects.put({ bucket: buckets.photos, key: thumbKey(id), bytes: thumb, ...servedAs });
    return store.settle(ownerId, id, { state: 'clean', width, height });
  };

  const askSafety = async (record: MediaRecord): Promise<MediaRecord | undefined> => {
    const { ownerId, id } = record;
    const openid = await openidOf(ownerId);
    const asked = openid === undefined ? 'failed' : await safety.checkImage({ openid, url: photoUrls(id).url });
    if (asked === 'failed') return store.judge(ownerId, id, 'held');
    return (await store.awaitVerdict(asked.traceId, { ownerId, id }, now())) ?? record;
  };

  return async ({ key }: { key: string }): Promise<MediaRecord | undefined> => {
    const owner = ownerOfRawKey(key);
    if (owner === undefined) return undefined;
    const upload = await objects.get({ bucket: buckets.uploads, key, maxBytes: mediaLimits.maxBytes });
    if (upload === 'absent') return undefined;

    const digest = upload === 'tooLarge' ? upload : createHash('sha256').update(upload).digest('hex');
    const claimed = await store.claim(owner.ownerId, owner.id, digest);
    const isOurs = claimed?.state === 'awaiting' && claimed.digest === digest;
    const settled = isOurs ? await settle(claimed, upload) : claimed;
    const isUnchecked = settled?.state === 'clean' && settled.safety === 'pending';
    const record = isUnchecked ? await askSafety(settled) : settled;
    await objects.delete({ bucket: buckets.uploads, key });
    return record;
  };
};
