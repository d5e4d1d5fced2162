import type { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import type { Handlers } from '../http/handlers.ts';
import type { MeetingService } from './service.ts';
import { minutesView } from './view.ts';

type HallRoutes = Omit<typeof meetingRoutes, 'exportMinutes'>;

/** All but the documents, which another function makes. */
export const meetingHandlers = ({
  find,
  view,
  calling,
  attending,
  recording,
  reading,
}: MeetingService): Handlers<HallRoutes> => ({
  callMeeting: async ({ viewer, body, now }) => view(await calling.call(viewer, body, now), viewer, now),
  listMeetings: ({ query, now }) => reading.list(query, now),
  getMeeting: async ({ viewer, params, now }) => view(await find(params.meetingId), viewer, now),
  changeMeeting: async ({ viewer, params, body, now }) =>
    view(await calling.change(viewer, params.meetingId, body, now), viewer, now),
  stepMeeting: async ({ viewer, params, body, now }) =>
    view(await calling.step(viewer, params.meetingId, body, now), viewer, now),
  getSignInCode: ({ viewer, params, now }) => attending.code(viewer, params.meetingId, now),
  attendMeeting: ({ viewer, params, body, now }) => attending.signIn(viewer, params.meetingId, body, now),
  listAttendee: ({ viewer, params, body, now }) => attending.list(viewer, params.meetingId, body, now),
  listPaperAttendees: ({ viewer, params, now }) => attending.onPaper(viewer, params.meetingId, now),
  writeMinutes: async ({ viewer, params, body, now }) => {
    const { meeting, minutes } = await recording.write(viewer, params.meetingId, body, now);
    return minutesView(meeting, minutes, true);
  },
  signMinutes: async ({ viewer, params, body, now }) => {
    const { meetingId, number } = params;
    const { meeting, minutes } = await recording.sign(viewer, meetingId, { ...body, number }, now);
    return minutesView(meeting, minutes, true);
  },
  listMinutes: ({ viewer, params, now }) => reading.versions(viewer, params.meetingId, now),
  diffMinutes: ({ viewer, params, now }) => reading.diff(viewer, params.meetingId, params.number, now),
  openAttachment: ({ viewer, params, now }) => reading.attachment(viewer, params, now),
  getCalendarFile: ({ params }) => reading.calendar(params.meetingId),
});
