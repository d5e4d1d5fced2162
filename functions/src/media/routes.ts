import type { MediaId } from '@suishoupai/shared/ids';
import type { mediaRoutes } from '@suishoupai/shared/media/contract';
import type { fileRoutes } from '@suishoupai/shared/media/file-routes';
import type { Handlers, Viewer } from '../http/handlers.ts';
import type { Turns } from '../people/turns.ts';
import type { MediaService } from './service.ts';

type Deps = { media: MediaService; takeTurn: Turns['take'] };

/** What was announced before gets its form again, however often. */
const announce = async ({ media, takeTurn }: Deps, viewer: Viewer, id: MediaId, now: Date): Promise<void> => {
  if (!(await media.isAnnounced(viewer.personId, id))) await takeTurn('upload', viewer, now);
};

export const mediaHandlers = (deps: Deps): Handlers<typeof mediaRoutes> => ({
  createUpload: async ({ viewer, body, now }) => {
    await announce(deps, viewer, body.id, now);
    return deps.media.createUpload(viewer.personId, body);
  },
  getUpload: ({ viewer, params }) => deps.media.getUpload(viewer.personId, params.mediaId),
});

export const fileHandlers = (deps: Deps): Handlers<typeof fileRoutes> => ({
  createFileUpload: async ({ viewer, body, now }) => {
    await announce(deps, viewer, body.id, now);
    return deps.media.createFileUpload(viewer.personId, body);
  },
  getFileUpload: ({ viewer, params }) => deps.media.getFileUpload(viewer.personId, params.mediaId),
});
