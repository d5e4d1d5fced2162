import { AppError, type ErrorCode } from '@suishoupai/shared/contract/errors';
import type { RouteRequest, RouteResult } from '@suishoupai/shared/contract/route';
import type { MediaId, PersonId, TicketId } from '@suishoupai/shared/ids';
import type { mediaRoutes } from '@suishoupai/shared/media/contract';
import { refusalText } from '@suishoupai/shared/media/labels';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import { rawKey } from './keys.ts';
import type { PhotoUrls } from './photo-urls.ts';
import { presignPost, type S3Site } from './presign.ts';
import type { Credentials } from './sigv4.ts';
import type { MediaRecord, MediaStore } from './store.ts';

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

const usedElsewhere = { code: 'media.refused', message: '这张照片已经用在另一件事上' } as const;

/** Why the photo cannot go into that ticket; undefined when it can. */
const obstacle = (
  record: MediaRecord | undefined,
  ticketId: TicketId,
): { code: ErrorCode; message: string } | undefined => {
  if (record === undefined) return { code: 'media.notFound', message: '没有找到这张照片，请重新拍摄' };
  switch (record.state) {
    case 'awaiting':
      return { code: 'media.notReady', message: '这张照片还在处理' };
    case 'refused':
      return { code: 'media.refused', message: refusalText[record.reason] };
    case 'clean':
      return record.ticketId === undefined || record.ticketId === ticketId ? undefined : usedElsewhere;
    default:
      return record satisfies never;
  }
};

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

  /**
   * Gives the person's clean photos to a ticket; doing so again for the same ticket changes nothing. Throws the first obstacle, naming
   * the photo, before any is given. Of two tickets that want one photo at once, one gets it.
   */
  giveTo: async (
    ticketId: TicketId,
    ownerId: PersonId,
    ids: readonly MediaId[],
    field = 'body.photoIds',
  ): Promise<void> => {
    const refuse = (index: number, { code, message }: NonNullable<ReturnType<typeof obstacle>>) =>
      new AppError(code, [{ field: `${field}.${index}`, rule: code, message }]);
    const records = await store.findMany(ownerId, ids);
    records.forEach((record, index) => {
      const found = obstacle(record, ticketId);
      if (found !== undefined) throw refuse(index, found);
    });
    for (const [index, id] of ids.entries()) {
      if (records[index]?.ticketId === ticketId) continue;
      if ((await store.bind(ownerId, id, ticketId)) === 'boundElsewhere') throw refuse(index, usedElsewhere);
    }
  },
});

export type MediaService = ReturnType<typeof makeMediaService>;
