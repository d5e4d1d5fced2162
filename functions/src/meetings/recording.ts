import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { MeetingId } from '@suishoupai/shared/ids';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { minutesHash, noPrevious } from '@suishoupai/shared/meetings/minutes';
import type { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { isPossible } from '@suishoupai/shared/meetings/rules';
import { stateAfter } from '@suishoupai/shared/meetings/transitions';
import type { Viewer } from '../http/handlers.ts';
import { digestOf } from '../tickets/digest.ts';
import { decided } from './again.ts';
import { type MediaOf, makeAttaching } from './attaching.ts';
import { sha256 } from './integrity.ts';
import { type MeetingRecord, type MinutesRecord, signaturesOf, signedNumber } from './record.ts';
import type { Standing } from './standing.ts';
import type { MeetingStore } from './store.ts';
import { totalOf, type Viewing } from './view.ts';

type Deps = {
  meetings: MeetingStore;
  standing: Standing;
  viewing: Viewing;
  mediaOf: MediaOf;
  /** The version, known to be what was hashed; AppError `minutes.altered` when it is not. */
  intact: (meeting: MeetingRecord, number: number) => Promise<MinutesRecord>;
};

type WriteBody = RouteRequest<(typeof meetingRoutes)['writeMinutes']>['body'];
type SignBody = RouteRequest<(typeof meetingRoutes)['signMinutes']>['body'];

const writtenMeanwhile = () => new AppError('minutes.changed');
const checkResolutions = ({ topicIds }: MeetingRecord, { resolutions }: WriteBody['body']): void => {
  resolutions.forEach(({ id, topicId }, index) => {
    const field = `body.body.resolutions.${index}`;
    if (resolutions.findIndex((each) => each.id === id) !== index)
      throw invalidField(`${field}.id`, 'repeated', '编号重复');
    if (topicId !== undefined && !topicIds.includes(topicId)) {
      throw invalidField(`${field}.topicId`, 'unknown', '这次会议没有这个议题');
    }
  });
};

/** Writing and signing the minutes. A version is never written to again; a signature stands with the meeting. */
export const makeRecording = ({ meetings, standing, viewing, mediaOf, intact }: Deps) => {
  const attached = makeAttaching(mediaOf);

  const write = (viewer: Viewer, id: MeetingId, { id: actionId, ...content }: WriteBody, now: Date) => {
    const { follows, reason, body: writing } = content;
    const digest = digestOf(content);
    return decided(async () => {
      const { post, meeting } = await standing.findForStaff(viewer, id, now);
      const there = await meetings.findMinutes(id, follows + 1);
      if (there !== undefined) {
        if (there.id !== actionId) throw writtenMeanwhile();
        if (there.digest !== digest) throw new AppError('id.reused');
        return { meeting, minutes: there };
      }
      const newest = meeting.head?.number ?? 0;
      if (newest >= meetingLimits.versions || !isPossible(meeting, 'write', now.toISOString())) {
        throw new AppError('meeting.stepNotAllowed');
      }
      if (follows !== newest) throw writtenMeanwhile();
      if (newest > 0 && signedNumber(meeting) === newest && reason === undefined) {
        throw invalidField('body.reason', 'required', '纪要已经签字，更正要写明原因');
      }
      checkResolutions(meeting, writing);
      const before = newest === 0 ? undefined : await intact(meeting, newest);
      const body = await attached(viewer.personId, writing, before?.body);
      const written = {
        meetingId: id,
        number: newest + 1,
        previous: before?.hash ?? noPrevious,
        author: post.label,
        at: now.toISOString(),
        ...(reason === undefined ? {} : { reason }),
        attendance: totalOf(await viewing.countOf(meeting)),
        body,
      };
      const hash = minutesHash(sha256, written);
      const minutes: MinutesRecord = { ...written, id: actionId, personId: viewer.personId, hash, digest };
      const after: MeetingRecord = {
        ...meeting,
        revision: meeting.revision + 1,
        head: { number: minutes.number, hash },
      };
      return (await meetings.save(after, { minutes })) ? { meeting: after, minutes } : undefined;
    }, writtenMeanwhile);
  };

  type Signing = { number: number } & SignBody;
  const sign = (viewer: Viewer, meetingId: MeetingId, { id, number, role, hash }: Signing, now: Date) =>
    decided(async () => {
      const { post, meeting } = await standing.findForStaff(viewer, meetingId, now);
      const { personId } = viewer;
      const before = signaturesOf(meeting, number);
      const own = before.find((signature) => signature.role === role);
      // A version stays signed when another one has been written since.
      const isSigned = own?.personId === personId && own.hash === hash;
      const minutes = isSigned || meeting.head?.number === number ? await intact(meeting, number) : undefined;
      if (minutes !== undefined && isSigned) return { meeting, minutes };
      if (own !== undefined || !isPossible(meeting, 'sign', now.toISOString())) {
        throw new AppError('meeting.stepNotAllowed');
      }
      if (minutes === undefined || minutes.hash !== hash) throw writtenMeanwhile();
      if (before.some((signature) => signature.personId === personId)) throw new AppError('minutes.sameSigner');
      const isLast = before.length === 1;
      const state = isLast ? stateAfter(meeting.state, 'seal') : meeting.state;
      if (state === undefined) throw new AppError('meeting.stepNotAllowed');
      const name = `${role === 'chair' ? meeting.chair : meeting.recorder}（${post.label}）`;
      const after: MeetingRecord = {
        ...meeting,
        state,
        version: state === meeting.state ? meeting.version : meeting.version + 1,
        revision: meeting.revision + 1,
        signatures: [...meeting.signatures, { id, number, role, hash, personId, name, at: now.toISOString() }],
        attendance: isLast ? await viewing.countOf(meeting) : meeting.attendance,
      };
      return (await meetings.save(after)) ? { meeting: after, minutes } : undefined;
    }, writtenMeanwhile);

  return { write, sign };
};
