import { meetingPk } from '../src/meetings/store.ts';
import type { Stores } from '../src/stores.ts';
import type { HallChange } from '../src/topics/follower.ts';
import { markItem } from '../src/topics/marks-store.ts';
import { topicItem } from '../src/topics/store.ts';
import { voiceItem } from '../src/topics/voice-store.ts';

type Streamed = Pick<Stores, 'topics' | 'voices' | 'marks' | 'meetings' | 'attendance'>;
type Meeting = Parameters<Stores['meetings']['save']>[0];

/** The stream's part for topics and meetings: what follows from a write is done before the writer is answered. */
export const streamedTopics = <Some extends Streamed>(
  stores: Some,
  follow: (change: HallChange) => Promise<void>,
): Some => {
  const { topics, voices, marks, meetings, attendance } = stores;
  const itemOfMeeting = (meeting: Meeting | undefined) =>
    meeting && { pk: meetingPk(meeting.id), sk: 'meeting', meeting };
  return {
    ...stores,
    topics: {
      ...topics,
      open: async (topic) => {
        const opened = await topics.open(topic);
        if (opened.isOpened) await follow({ before: undefined, after: topicItem(opened.topic) });
        return opened;
      },
      save: async (before, after) => {
        const isApplied = await topics.save(before, after);
        if (isApplied) await follow({ before: topicItem(before), after: topicItem(after) });
        return isApplied;
      },
    },
    voices: {
      ...voices,
      add: async (voice) => {
        const added = await voices.add(voice);
        if (added.isAdded) await follow({ before: undefined, after: voiceItem(added.voice) });
        return added;
      },
      save: async (before, after) => {
        const isApplied = await voices.save(before, after);
        if (isApplied) await follow({ before: voiceItem(before), after: voiceItem(after) });
        return isApplied;
      },
    },
    marks: {
      ...marks,
      set: async (topicId, tally, who, mark) => {
        const standing = await marks.set(topicId, tally, who, mark);
        await follow({ before: undefined, after: markItem(topicId, tally, who, standing) });
        return standing;
      },
    },
    attendance: {
      ...attendance,
      signIn: async (id, signedIn) => {
        const standing = await attendance.signIn(id, signedIn);
        const after = { pk: meetingPk(id), sk: `attend#${standing.personId}`, ...standing };
        if (standing.id === signedIn.id) await follow({ before: undefined, after });
        return standing;
      },
    },
    meetings: {
      ...meetings,
      save: async (meeting, along) => {
        const before = itemOfMeeting(await meetings.find(meeting.id));
        const isApplied = await meetings.save(meeting, along);
        if (isApplied) await follow({ before, after: itemOfMeeting(meeting) });
        return isApplied;
      },
    },
  };
};
