import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest, RouteResult } from '@suishoupai/shared/contract/route';
import type { MediaId, PersonId } from '@suishoupai/shared/ids';
import type { mediaRoutes } from '@suishoupai/shared/media/contract';
import { refusalText } from '@suishoupai/shared/media/labels';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import { makeGiveTo } from './giving.ts';
import { rawKey } from './keys.ts';
import type { PhotoUrls } from './photo-urls.ts';
import { presignPost, type S3Site } from './presign.ts';
import type { Credentials } from './sigv4.ts';
import type { MediaStore } from './store.ts';

type Deps = {
  store: MediaStore;
  photoUrls: PhotoUrls;
  site: S3Site;
  uploadsBucket: string;
  /** Another address of that bucket, as phones reach it; a POST policy does not sign the host. */
  uploadUrl?: string | undefined;
  /** Asked for every signature: the Lambda runtime rotates them. */
  credentials: () => Credentials;
  now: () => Date;
};

type UploadBody = RouteRequest<(typeof mediaRoutes)['createUpload']>['body'];
type UploadForm = RouteResult<(typeof mediaRoutes)['createUpload']>;
type UploadState = RouteResult<(typeof mediaRoutes)['getUpload']>;

/** How long an upload that never came, or was refused, is remembered. */
const unusedKeptSeconds = 7 * 24 * 3600;

export const makeMediaService = ({ store, photoUrls, site, uploadsBucket, uploadUrl, credentials, now }: Deps) => ({
  createUpload: async (ownerId: PersonId, { id, contentType, size }: UploadBody): Promise<UploadForm> => {
    const at = now();
    const { record } = await store.open({
      ownerId,
      id,
      contentType,
      size,
      state: 'awaiting',
      safety: 'pending',
      createdAt: at.toISOString(),
      expiresAt: Math.floor(at.getTime() / 1000) + unusedKeptSeconds,
    });
    const isSame = record.ownerId === ownerId && record.contentType === contentType && record.size === size;
    if (!isSame) throw new AppError('id.reused');
    const form = presignPost({
      credentials: credentials(),
      site,
      bucket: uploadsBucket,
      key: rawKey(ownerId, id),
      contentType,
      size: { min: size, max: size },
      expiresInSeconds: mediaLimits.uploadExpiresInSeconds,
      now: at,
    });
    return { id, ...form, url: uploadUrl ?? form.url };
  },

  getUpload: async (ownerId: PersonId, id: MediaId): Promise<UploadState> => {
    const record = await store.find(ownerId, id);
    if (record === undefined) throw new AppError('media.notFound');
    switch (record.state) {
      case 'awaiting':
        return { state: 'awaiting' };
      case 'clean':
        return { state: 'clean', photo: photoUrls(id), width: record.width, height: record.height };
      case 'refused':
        return { state: 'refused', reason: record.reason, message: refusalText[record.reason] };
      default:
        return record satisfies never;
    }
  },

  photoUrls,

  giveTo: makeGiveTo(store),
});

export type MediaService = ReturnType<typeof makeMediaService>;
