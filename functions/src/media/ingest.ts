import { createHash } from 'node:crypto';
import type { PersonId } from '@suishoupai/shared/ids';
import { type FileKind, fileLimits, kindOfType } from '@suishoupai/shared/media/files';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import { type Cleaned, cleanPhoto } from './clean.ts';
import { fileKey, fullKey, ownerOfRawKey, thumbKey } from './keys.ts';
import { lookThrough } from './look-through.ts';
import type { ObjectStore } from './objects.ts';
import type { PhotoUrls } from './photo-urls.ts';
import type { MediaRecord, MediaStore } from './store.ts';

export type SafetyChecker = {
  /** Hands a picture to the checker, which answers later under the trace; 'failed' when it will not answer. */
  checkImage: (picture: { openid: string; url: string }) => Promise<{ traceId: string } | 'failed'>;
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

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

/** What is kept never changes; private, because who may see it is decided anew with every link. */
const cacheControl = 'private, max-age=86400, immutable';
const servedAs = { contentType: 'image/jpeg', cacheControl };

/**
 * Makes the clean photo of an uploaded object, or keeps a file that was looked through, and takes the upload away, which is the last step: an event that comes twice, or again
 * after a crash, goes on where the work stopped. Only the upload that claimed the record first becomes the photo or the file, so that
 * nothing can be put in its place after the check. Returns the record as it stands, undefined when there was nothing to do.
 */
export const makeIngest = ({ store, objects, buckets, photoUrls, safety, openidOf, now }: Deps) => {
  const look = async (upload: Uint8Array | 'tooLarge', contentType: string): Promise<Cleaned> =>
    upload === 'tooLarge' || upload.length > mediaLimits.maxBytes
      ? { ok: false, reason: 'tooManyPixels' }
      : cleanPhoto(upload, contentType);

  /** Nothing checks a document for what it says: staff alone send one, and its name is checked with the words it stands beside. */
  const settleFile = async ({ ownerId, id, contentType }: MediaRecord, upload: Uint8Array, kind: FileKind) => {
    const reason = lookThrough(upload, kind);
    if (reason !== undefined) return store.settle(ownerId, id, { state: 'refused', reason });
    const served = { contentType, cacheControl, contentDisposition: 'attachment' };
    await objects.put({ bucket: buckets.photos, key: fileKey(id), bytes: upload, ...served });
    return store.settle(ownerId, id, { state: 'kept', digest: sha256(upload) });
  };

  const settlePhoto = async ({ ownerId, id, contentType }: MediaRecord, upload: Uint8Array | 'tooLarge') => {
    const result = await look(upload, contentType);
    if (!result.ok) return store.settle(ownerId, id, { state: 'refused', reason: result.reason });
    const { full, thumb, width, height } = result;
    await objects.put({ bucket: buckets.photos, key: fullKey(id), bytes: full, ...servedAs });
    await objects.put({ bucket: buckets.photos, key: thumbKey(id), bytes: thumb, ...servedAs });
    return store.settle(ownerId, id, { state: 'clean', width, height });
  };

  const settle = (record: MediaRecord, upload: Uint8Array | 'tooLarge') => {
    const kind = kindOfType(record.contentType);
    if (kind === undefined) return settlePhoto(record, upload);
    // The form takes no more bytes than were announced.
    return settleFile(record, upload === 'tooLarge' ? new Uint8Array(0) : upload, kind);
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
    const upload = await objects.get({ bucket: buckets.uploads, key, maxBytes: fileLimits.maxBytes });
    if (upload === 'absent') return undefined;

    const digest = upload === 'tooLarge' ? upload : sha256(upload);
    const claimed = await store.claim(owner.ownerId, owner.id, digest);
    const isOurs = claimed?.state === 'awaiting' && claimed.digest === digest;
    const settled = isOurs ? await settle(claimed, upload) : claimed;
    const isUnchecked = settled?.state === 'clean' && settled.safety === 'pending';
    const record = isUnchecked ? await askSafety(settled) : settled;
    await objects.delete({ bucket: buckets.uploads, key });
    return record;
  };
};
