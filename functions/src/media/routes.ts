import type { mediaRoutes } from '@suishoupai/shared/media/contract';
import type { Handlers } from '../http/handlers.ts';
import type { MediaService } from './service.ts';

export const mediaHandlers = (media: MediaService): Handlers<typeof mediaRoutes> => ({
  createUpload: ({ viewer, body }) => media.createUpload(viewer.personId, body),
  getUpload: ({ viewer, params }) => media.getUpload(viewer.personId, params.mediaId),
});
