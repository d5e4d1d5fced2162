import type { MediaId, TopicId } from '@suishoupai/shared/ids';
import type { Photo } from '@suishoupai/shared/media/contract';
import { type Meeting as MeetingView, type MinutesVersion, SignatureRole } from '@suishoupai/shared/meetings/contract';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { isPossible, noticeDays, quorumNeeded } from '@suishoupai/shared/meetings/rules';
import type { Viewer } from '../http/handlers.ts';
import type { Log } from '../log.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { integrityOf } from './integrity.ts';
import {
  type AttendanceCounts,
  cancelOf,
  cardOf,
  changesOf,
  type MeetingRecord,
  type MinutesRecord,
  signaturesOf,
  signedNumber,
  signedNumbers,
} from './record.ts';
import type { Standing } from './standing.ts';
import type { MeetingStore } from './store.ts';

/** A topic as meetings need it; undefined when there is none of that id. Without a title it is not for everyone to read yet. */
export type FindTopic = (id: TopicId) => Promise<{ title?: string | undefined } | undefined>;

type Deps = {
  meetings: Pick<MeetingStore, 'findMinutes'>;
  attendance: Pick<AttendanceStore, 'count' | 'find'>;
  standing: Standing;
  findTopic: FindTopic;
  photoUrls: (id: MediaId) => Photo;
  log: Log;
};

export const totalOf = ({ onSpot, online, paper }: AttendanceCounts): number => onSpot + online + paper;

export const minutesView = (meeting: MeetingRecord, minutes: MinutesRecord, isIntact: boolean): MinutesVersion => ({
  ...minutes,
  signatures: signaturesOf(meeting, minutes.number).map(({ role, name, at }) => ({ role, name, at })),
  isIntact,
});

const nobody: AttendanceCounts = { onSpot: 0, online: 0, paper: 0 };

/** A meeting as one viewer sees it. */
export const makeMeetingView = ({ meetings, attendance, standing, findTopic, photoUrls, log }: Deps) => {
  const countOf = async ({ id, state, attendance: kept }: MeetingRecord): Promise<AttendanceCounts> =>
    kept ?? (state === 'announced' || state === 'cancelled' ? nobody : await attendance.count(id));

  const topicsOf = async ({ topicIds }: MeetingRecord) => {
    const found = await Promise.all(topicIds.map(async (id) => ({ id, topic: await findTopic(id) })));
    return found.flatMap(({ id, topic }) => (topic?.title === undefined ? [] : [{ id, title: topic.title }]));
  };

  const shownMinutes = async (meeting: MeetingRecord, isStaff: boolean): Promise<MinutesVersion | undefined> => {
    const number = signedNumber(meeting) || (isStaff ? (meeting.head?.number ?? 0) : 0);
    if (number === 0) return undefined;
    const minutes = await meetings.findMinutes(meeting.id, number);
    const isIntact = minutes !== undefined && integrityOf(meeting, [minutes]).has(number);
    if (!isIntact) log.error('minutes altered', { meetingId: meeting.id, number });
    return minutes && minutesView(meeting, minutes, isIntact);
  };

  /** Two different people sign, one for each role. */
  const rolesLeft = (meeting: MeetingRecord, viewer: Viewer) => {
    const { head } = meeting;
    const signed = signaturesOf(meeting, head?.number ?? 0);
    if (head === undefined || signed.some(({ personId }) => personId === viewer.personId)) return [];
    return SignatureRole.options.filter((role) => signed.every((each) => each.role !== role));
  };

  const staffMay = (meeting: MeetingRecord, viewer: Viewer, now: Date) => {
    const isToSign = rolesLeft(meeting, viewer).length > 0;
    const isRoomLeft = (meeting.head?.number ?? 0) < meetingLimits.versions;
    const isChangeLeft = changesOf(meeting).length < meetingLimits.changes;
    return (['change', 'open', 'list', 'end', 'cancel', 'write', 'sign'] as const)
      .filter((event) => isPossible(meeting, event, now.toISOString()))
      .filter((event) => (event !== 'sign' || isToSign) && (event !== 'write' || isRoomLeft))
      .filter((event) => event !== 'change' || isChangeLeft);
  };

  const view = async (meeting: MeetingRecord, viewer: Viewer | undefined, now: Date): Promise<MeetingView> => {
    const isStaff = (await standing.postIn(viewer, meeting.communityId, now)) !== undefined;
    const [counts, mine, minutes, topics] = await Promise.all([
      countOf(meeting),
      viewer === undefined || meeting.state === 'announced' ? undefined : attendance.find(meeting.id, viewer.personId),
      shownMinutes(meeting, isStaff),
      topicsOf(meeting),
    ]);
    const { quorum } = meeting;
    const needed = quorum === undefined ? 0 : quorumNeeded(quorum);
    const may = viewer !== undefined && isStaff ? staffMay(meeting, viewer, now) : [];
    const maySignIn = viewer !== undefined && mine === undefined && isPossible(meeting, 'signIn', now.toISOString());
    return {
      ...meeting,
      ...cardOf(meeting),
      quorum: quorum && { ...quorum, needed, isMet: totalOf(counts) >= needed },
      topics,
      noticeDays: noticeDays(meeting.noticedAt, meeting.startsAt),
      changes: changesOf(meeting),
      cancelReason: cancelOf(meeting)?.words,
      attendance: counts,
      mine: mine && { how: mine.how, at: mine.at },
      minutes,
      photos: (minutes?.body.photos ?? [])
        .map(photoUrls)
        .map(({ id, url, thumbUrl }) => ({ id, url, thumb: thumbUrl })),
      versions: isStaff ? (meeting.head?.number ?? 0) : signedNumbers(meeting).size,
      may: [...(maySignIn ? (['signIn'] as const) : []), ...may],
      maySign: viewer !== undefined && may.includes('sign') ? rolesLeft(meeting, viewer) : [],
    };
  };

  return { view, countOf };
};

export type Viewing = ReturnType<typeof makeMeetingView>;
