import { hallErrors } from '@suishoupai/shared/contract/hall-errors';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import type { Hono } from 'hono';
import { makeApp, mount } from '../http/mount.ts';
import type { FileUrls } from '../media/file-urls.ts';
import { meetingHandlers } from '../meetings/routes.ts';
import { makeMeetingService } from '../meetings/service.ts';
import type { MeetingsStores } from '../stores.ts';
import { isTopicShown } from '../topics/record.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type MeetingsDeps = BasisDeps & { stores: MeetingsStores; fileUrls: FileUrls };

const { exportMinutes: _, ...routes } = meetingRoutes;
/** Meetings and their minutes, but for the documents made of them. */
export const meetingsRoutes = routes;

export const mountMeetings = (app: Hono, deps: MeetingsDeps, { places, guard }: Basis): void => {
  const { stores, media, fileUrls, randomBytes, log } = deps;
  const meetings = makeMeetingService({
    ...stores,
    places,
    findTopic: async (id) => {
      const topic = await stores.topics.find(id);
      return topic && { title: isTopicShown(topic) ? topic.title : undefined };
    },
    mediaOf: stores.media.findMany,
    fileUrls,
    photoUrls: media.photoUrls,
    noteLook: ({ meetingId, ...look }) =>
      stores.accessLog.note({ subject: meetingId, about: meetingId, what: 'attendance', ...look }),
    randomBytes,
    log,
  });
  mount(app, meetingsRoutes, meetingHandlers(meetings), guard);
};

/** The largest body is the minutes of a meeting. */
const largestBody = 256 * 1024;

/** The part of the HTTP side where meetings are called, attended and recorded; serverless.yml sends its paths here. */
export const makeMeetingsApi = (deps: MeetingsDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: hallErrors, largestBody });
  mountMeetings(app, deps, makeBasis(deps));
  return app;
};
