import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest, RouteResult } from '@suishoupai/shared/contract/route';
import type { MediaId, PersonId } from '@suishoupai/shared/ids';
import { MediaRefusal, type mediaRoutes } from '@suishoupai/shared/media/contract';
import { FileRefusal, fileRefusalText } from '@suishoupai/shared/media/file-refusals';
import type { fileRoutes } from '@suishoupai/shared/media/file-routes';
import { fileTypes, kindOfType } from '@suishoupai/shared/media/files';
import { refusalText } from '@suishoupai/shared/media/labels';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import * as z from 'zod/mini';
import { makeGiveTo } from './giving.ts';
import { rawKey } from './keys.ts';
import type { PhotoUrls } from './photo-urls.ts';
import { presignPost, type S3Site } from './presign.ts';
import type { Credentials } from './sigv4.ts';
import type { AwaitingMedia, MediaStore } from './store.ts';

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
type FileBody = RouteRequest<(typeof fileRoutes)['createFileUpload']>['body'];
type FileState = RouteResult<(typeof fileRoutes)['getFileUpload']>;

/** How long an upload that never came, or was refused, is remembered. */
const unusedKeptSeconds = 7 * 24 * 3600;

type Announced = Pick<AwaitingMedia, 'id' | 'contentType' | 'size' | 'safety'>;

export const makeMediaService = ({ store, photoUrls, site, uploadsBucket, uploadUrl, credentials, now }: Deps) => {
  /** The record of what is to come, and a form that takes it; the same for the same person and the same thing. */
  const open = async (ownerId: PersonId, { id, contentType, size, safety }: Announced): Promise<UploadForm> => {
    const at = now();
    const { record } = await store.open({
      ownerId,
      id,
      contentType,
      size,
      state: 'awaiting',
      safety,
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
  };

  /** A photo is not found among files, nor a file among photos. */
  const find = async (ownerId: PersonId, id: MediaId, what: 'photo' | 'file') => {
    const record = await store.find(ownerId, id);
    const kind = record && kindOfType(record.contentType);
    if (record === undefined || (kind !== undefined) !== (what === 'file')) throw new AppError('media.notFound');
    return { record, kind };
  };

  return {
    isAnnounced: async (ownerId: PersonId, id: MediaId): Promise<boolean> =>
      (await store.find(ownerId, id)) !== undefined,

    createUpload: (ownerId: PersonId, body: UploadBody): Promise<UploadForm> =>
      open(ownerId, { ...body, safety: 'pending' }),

    createFileUpload: (ownerId: PersonId, { id, kind, size }: FileBody): Promise<UploadForm> =>
      open(ownerId, { id, size, contentType: fileTypes[kind], safety: 'pass' }),

    getUpload: async (ownerId: PersonId, id: MediaId): Promise<UploadState> => {
      const { record } = await find(ownerId, id, 'photo');
      if (record.state === 'clean')
        return { state: 'clean', photo: photoUrls(id), width: record.width, height: record.height };
      if (record.state !== 'refused') return { state: 'awaiting' };
      const reason = z.parse(MediaRefusal, record.reason);
      return { state: 'refused', reason, message: refusalText[reason] };
    },

    getFileUpload: async (ownerId: PersonId, id: MediaId): Promise<FileState> => {
      const { record, kind } = await find(ownerId, id, 'file');
      if (record.state === 'kept' && kind !== undefined)
        return { state: 'clean', kind, size: record.size, sha256: record.digest };
      if (record.state !== 'refused') return { state: 'awaiting' };
      const reason = z.parse(FileRefusal, record.reason);
      return { state: 'refused', reason, message: fileRefusalText[reason] };
    },

    photoUrls,

    giveTo: makeGiveTo(store),
  };
};

export type MediaService = ReturnType<typeof makeMediaService>;
