import type { mediaRoutes } from '@suishoupai/shared/media/contract';
import type { fileRoutes } from '@suishoupai/shared/media/file-routes';
import type { Handlers } from '../http/handlers.ts';
import type { MediaService } from './service.ts';

export const mediaHandlers = (media: MediaService): Handlers<typeof mediaRoutes> => ({
  createUpload: ({ viewer, body }) => media.createUpload(viewer.personId, body),
  getUpload: ({ viewer, params }) => media.getUpload(viewer.personId, params.mediaId),
});

export const fileHandlers = (media: MediaService): Handlers<typeof fileRoutes> => ({
  createFileUpload: ({ viewer, body }) => media.createFileUpload(viewer.personId, body),
  getFileUpload: ({ viewer, params }) => media.getFileUpload(viewer.personId, params.mediaId),
});
