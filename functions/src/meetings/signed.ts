import type { MeetingId, TopicId } from '@suishoupai/shared/ids';
import type { MeetingState } from '@suishoupai/shared/meetings/card';
import type { Resolution } from '@suishoupai/shared/meetings/contract';
import { integrityOf } from './integrity.ts';
import { type MeetingRecord, signedNumber } from './record.ts';
import type { MeetingStore } from './store.ts';

export type SignedMinutes = { meetingId: MeetingId; number: number; resolutions: Resolution[] };
export type TopicMeeting = {
  id: MeetingId;
  title: string;
  startsAt: string;
  state: MeetingState;
  isSigned: boolean;
  /** Its signed minutes resolve something about this topic. */
  hasResolution: boolean;
};

/** What topics ask of meetings. */
export const makeTopicMeetings = (meetings: Pick<MeetingStore, 'idsOf' | 'find' | 'findMinutes'>) => {
  /** Cancelled ones, and those that have dropped the topic, left out. */
  const heldFor = async (topicId: TopicId): Promise<MeetingRecord[]> => {
    const found = await Promise.all((await meetings.idsOf(topicId)).map((id) => meetings.find(id)));
    return found
      .filter((meeting) => meeting !== undefined)
      .filter(({ state, topicIds }) => state !== 'cancelled' && topicIds.includes(topicId))
      .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  };

  const signedOf = async (meeting: MeetingRecord, topicId: TopicId): Promise<SignedMinutes | undefined> => {
    const number = signedNumber(meeting);
    const minutes = number === 0 ? undefined : await meetings.findMinutes(meeting.id, number);
    if (minutes === undefined || !integrityOf(meeting, [minutes]).has(number)) return undefined;
    const resolutions = minutes.body.resolutions.filter((resolution) => resolution.topicId === topicId);
    return { meetingId: meeting.id, number, resolutions };
  };

  return {
    /** The meetings called for a topic, by when they start, read consistently. */
    meetingsOf: async (topicId: TopicId): Promise<TopicMeeting[]> =>
      Promise.all(
        (await heldFor(topicId)).map(async (meeting) => {
          const { id, title, startsAt, state } = meeting;
          const signed = await signedOf(meeting, topicId);
          const isSigned = signed !== undefined;
          return { id, title, startsAt, state, isSigned, hasResolution: isSigned && signed.resolutions.length > 0 };
        }),
      ),

    /**
     * For each meeting of a topic with minutes signed by both: the newest signed version and what it resolved about this topic, which may be
     * nothing. A version that is not what was signed counts as none.
     */
    signedMinutesOf: async (topicId: TopicId): Promise<SignedMinutes[]> => {
      const signed = await Promise.all((await heldFor(topicId)).map((meeting) => signedOf(meeting, topicId)));
      return signed.filter((each) => each !== undefined);
    },
  };
};

export type TopicMeetings = ReturnType<typeof makeTopicMeetings>;
