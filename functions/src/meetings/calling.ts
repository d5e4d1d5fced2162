import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { type CommunityId, communityOf, type MeetingId, type TopicId } from '@suishoupai/shared/ids';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import type { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { changeOf, isPossible } from '@suishoupai/shared/meetings/rules';
import { stateAfter } from '@suishoupai/shared/meetings/transitions';
import { hourMs } from '@suishoupai/shared/time/units';
import type { Viewer } from '../http/handlers.ts';
import { digestOf } from '../tickets/digest.ts';
import { decided } from './again.ts';
import { changesOf, type MeetingRecord } from './record.ts';
import type { Standing } from './standing.ts';
import type { MeetingStore } from './store.ts';
import type { FindTopic } from './view.ts';

type Deps = {
  meetings: MeetingStore;
  standing: Standing;
  findTopic: FindTopic;
  randomBytes: (count: number) => Uint8Array;
};

type CallBody = RouteRequest<(typeof meetingRoutes)['callMeeting']>['body'];
type ChangeBody = RouteRequest<(typeof meetingRoutes)['changeMeeting']>['body'];
type StepBody = RouteRequest<(typeof meetingRoutes)['stepMeeting']>['body'];
type Asked = { viewer: Viewer; meetingId: MeetingId; now: Date; id: string; version: number; digest: string };
type Notice = Omit<CallBody, 'id'>;

const changedMeanwhile = () => new AppError('meeting.changed');

const checkTimes = ({ startsAt, endsAt }: Notice, now: Date): void => {
  const hours = (Date.parse(endsAt) - Date.parse(startsAt)) / hourMs;
  if (startsAt <= now.toISOString()) throw invalidField('body.startsAt', 'past', '开始时间已经过了');
  if (hours <= 0) throw invalidField('body.endsAt', 'order', '结束时间要在开始时间之后');
  if (hours > meetingLimits.longestHours) {
    throw invalidField('body.endsAt', 'tooLong', `一次会议最长 ${meetingLimits.longestHours} 小时`);
  }
};

const checkQuorum = ({ quorum }: Notice): void => {
  if (quorum === undefined || quorum.numerator < quorum.denominator) return;
  if (quorum.numerator === quorum.denominator && quorum.kind === 'atLeast') return;
  throw invalidField('body.quorum.numerator', 'share', '到会要求不能超过全体');
};

/** A topic on the agenda is a topic of the meeting. */
const withTopics = <N extends Notice>(notice: N): N => {
  const topicIds = [...new Set([...notice.topicIds, ...notice.agenda.flatMap(({ topicId }) => topicId ?? [])])];
  if (topicIds.length > meetingLimits.topics) {
    throw invalidField('body.agenda', 'tooManyTopics', `一次会议最多 ${meetingLimits.topics} 个议题`);
  }
  return { ...notice, topicIds };
};

/** Calling a meeting, changing its notice, and its course. */
export const makeCalling = ({ meetings, standing, findTopic, randomBytes }: Deps) => {
  const checkTopics = async (topicIds: readonly TopicId[], communityId: CommunityId): Promise<void> => {
    for (const id of topicIds) {
      if (communityOf(id) !== communityId || (await findTopic(id)) === undefined) throw new AppError('topic.notFound');
    }
  };

  /** The meeting to be written next, if the page was fresh; a step that was taken before is not taken again. */
  const fresh = async ({ viewer, meetingId, now, id, version, digest }: Asked) => {
    const { meeting } = await standing.findForStaff(viewer, meetingId, now);
    const taken = meeting.trace.find((line) => line.id === id);
    if (taken !== undefined && taken.digest !== digest) throw new AppError('id.reused');
    if (taken === undefined && meeting.version !== version) throw changedMeanwhile();
    return { meeting, isTaken: taken !== undefined };
  };

  const call = async (viewer: Viewer, body: CallBody, now: Date): Promise<MeetingRecord> => {
    const { id, ...notice } = withTopics(body);
    const communityId = communityOf(id);
    await standing.demandPost(viewer, communityId, now);
    const digest = digestOf(notice);
    return decided(async () => {
      const standingThere = await meetings.find(id);
      if (standingThere !== undefined) {
        if (standingThere.digest !== digest) throw new AppError('id.reused');
        return standingThere;
      }
      checkTimes(notice, now);
      checkQuorum(notice);
      await checkTopics(notice.topicIds, communityId);
      const meeting: MeetingRecord = {
        ...notice,
        id,
        communityId,
        state: 'announced',
        version: 1,
        revision: 1,
        digest,
        announcedAt: now.toISOString(),
        calledBy: viewer.personId,
        noticedAt: now.toISOString(),
        codeSecret: Buffer.from(randomBytes(32)).toString('hex'),
        trace: [],
        signatures: [],
      };
      return (await meetings.save(meeting, { topicIds: notice.topicIds })) ? meeting : undefined;
    }, changedMeanwhile);
  };

  const change = (viewer: Viewer, meetingId: MeetingId, body: ChangeBody, now: Date): Promise<MeetingRecord> => {
    const { id, version, ...notice } = withTopics(body);
    const digest = digestOf(notice);
    return decided(async () => {
      const { meeting, isTaken } = await fresh({ viewer, meetingId, now, id, version, digest });
      if (isTaken) return meeting;
      const isRoomLeft = changesOf(meeting).length < meetingLimits.changes;
      if (!isRoomLeft || !isPossible(meeting, 'change', now.toISOString()))
        throw new AppError('meeting.stepNotAllowed');
      checkTimes(notice, now);
      checkQuorum(notice);
      const { words, isNewNotice } = changeOf(meeting, notice);
      if (words === '') return meeting;
      const added = notice.topicIds.filter((topicId) => !meeting.topicIds.includes(topicId));
      await checkTopics(added, meeting.communityId);
      const at = now.toISOString();
      const { online: _, quorum: __, ...kept } = meeting;
      const changed: MeetingRecord = {
        ...kept,
        ...notice,
        version: meeting.version + 1,
        revision: meeting.revision + 1,
        noticedAt: isNewNotice ? at : meeting.noticedAt,
        trace: [...meeting.trace, { id, what: 'change', at, personId: viewer.personId, digest, words }],
      };
      return (await meetings.save(changed, { topicIds: added })) ? changed : undefined;
    }, changedMeanwhile);
  };

  const step = (viewer: Viewer, meetingId: MeetingId, body: StepBody, now: Date): Promise<MeetingRecord> => {
    const { id, version, ...content } = body;
    const { what } = content;
    const digest = digestOf(content);
    return decided(async () => {
      const { meeting, isTaken } = await fresh({ viewer, meetingId, now, id, version, digest });
      if (isTaken) return meeting;
      const state = stateAfter(meeting.state, what);
      if (state === undefined || !isPossible(meeting, what, now.toISOString())) {
        throw new AppError('meeting.stepNotAllowed');
      }
      const words = content.what === 'cancel' ? { words: content.reason } : {};
      const line = { id, what, at: now.toISOString(), personId: viewer.personId, digest, ...words };
      const after: MeetingRecord = {
        ...meeting,
        state,
        version: meeting.version + 1,
        revision: meeting.revision + 1,
        trace: [...meeting.trace, line],
      };
      return (await meetings.save(after)) ? after : undefined;
    }, changedMeanwhile);
  };

  return { call, change, step };
};
