import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { MeetingId } from '@suishoupai/shared/ids';
import type { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { isPossible } from '@suishoupai/shared/meetings/rules';
import type { MeetingEvent } from '@suishoupai/shared/meetings/transitions';
import type { Viewer } from '../http/handlers.ts';
import { codeAt, isCode } from '../rotating-code.ts';
import { digestOf } from '../tickets/digest.ts';
import type { AttendanceStore } from './attendance-store.ts';
import type { MeetingRecord } from './record.ts';
import type { Standing } from './standing.ts';
import { totalOf, type Viewing } from './view.ts';

export type NoteLook = (look: {
  meetingId: MeetingId;
  viewer: { personId: Viewer['personId']; label: string };
  at: string;
}) => Promise<void>;

type Deps = {
  attendance: AttendanceStore;
  standing: Standing;
  viewing: Viewing;
  /** Somebody of the staff looked at names. */
  noteLook: NoteLook;
};

type SignInBody = RouteRequest<(typeof meetingRoutes)['attendMeeting']>['body'];
type ListBody = RouteRequest<(typeof meetingRoutes)['listAttendee']>['body'];

const demand = (meeting: MeetingRecord, event: MeetingEvent, now: Date): void => {
  if (!isPossible(meeting, event, now.toISOString())) throw new AppError('meeting.stepNotAllowed');
};

/** Who came, on the spot, online or on paper. */
export const makeAttending = ({ attendance, standing, viewing, noteLook }: Deps) => ({
  code: async (viewer: Viewer, id: MeetingId, now: Date) => {
    const { meeting } = await standing.findForStaff(viewer, id, now);
    demand(meeting, 'signIn', now);
    return { ...codeAt(meeting.codeSecret, id, now), attendance: totalOf(await viewing.countOf(meeting)) };
  },

  /**
   * Whoever has signed in stays signed in, whatever comes after. A meeting that ends or is cancelled at the same moment was in session when
   * it was read here, so the sign-in came first.
   */
  signIn: async (viewer: Viewer, id: MeetingId, body: SignInBody, now: Date) => {
    const { personId } = viewer;
    const meeting = await standing.find(id);
    const known = await attendance.find(id, personId);
    if (known !== undefined) return known;
    demand(meeting, 'signIn', now);
    if (body.how === 'online' && meeting.online === undefined) throw new AppError('meeting.stepNotAllowed');
    if (body.how === 'code') {
      // The try is taken before the code is looked at: a thousand guesses at once are still five.
      if (!(await attendance.takeTry(id, personId, now))) throw new AppError('meeting.tooManyTries');
      if (!isCode(body.code, meeting.codeSecret, id, now)) throw new AppError('meeting.codeWrong');
    }
    return attendance.signIn(id, { id: body.id, personId, how: body.how, at: now.toISOString() });
  },

  list: async (viewer: Viewer, meetingId: MeetingId, { id, ...content }: ListBody, now: Date) => {
    const { meeting } = await standing.findForStaff(viewer, meetingId, now);
    const digest = digestOf(content);
    const onPaper = { id, how: 'paper', at: now.toISOString(), personId: viewer.personId, digest, ...content } as const;
    const known = await attendance.findPaper(meetingId, id);
    if (known === undefined) demand(meeting, 'list', now);
    const listed = known ?? (await attendance.list(meetingId, onPaper));
    if (listed.digest !== digest) throw new AppError('id.reused');
    return listed;
  },

  onPaper: async (viewer: Viewer, id: MeetingId, now: Date) => {
    const { post } = await standing.findForStaff(viewer, id, now);
    const { personId } = viewer;
    await noteLook({ meetingId: id, viewer: { personId, label: post.label }, at: now.toISOString() });
    return { items: await attendance.onPaper(id) };
  },
});
