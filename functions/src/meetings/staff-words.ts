import { communityOf, type PersonId } from '@suishoupai/shared/ids';
import { minutesLines } from '@suishoupai/shared/meetings/minutes';
import type { StaffWords } from '../moderation/staff-words.ts';
import type { MeetingRecord, MinutesRecord } from './record.ts';
import { meetingOf, minutesOf } from './store.ts';

type Item = Parameters<typeof meetingOf>[0];
type Change = { before: Item | undefined; after: Item | undefined };
type Line = MeetingRecord['trace'][number];

const noticeWords = ({ title, place, online = '', agenda, invited, chair, recorder }: MeetingRecord): string[] => [
  ...[title, place, online, invited, chair, recorder],
  ...agenda.map((item) => item.title),
];

const ofMeeting = (before: MeetingRecord | undefined, meeting: MeetingRecord): StaffWords[] => {
  const { id: about, communityId, title: name, announcedAt, calledBy } = meeting;
  const said = (authorId: PersonId | undefined, cause: string, at: string, words: string[]): StaffWords[] =>
    authorId === undefined ? [] : [{ about, communityId, name, cause, at, authorId, words }];
  if (before === undefined) return said(calledBy, about, announcedAt, noticeWords(meeting));
  const ofLine = ({ id, what, at, personId, words = '' }: Line) =>
    what === 'change' || what === 'cancel'
      ? said(personId, id, at, what === 'change' ? noticeWords(meeting) : [words])
      : [];
  return meeting.trace.slice(before.trace.length).flatMap(ofLine);
};

const ofMinutes = ({ id, meetingId: about, at, personId: authorId, reason, body }: MinutesRecord): StaffWords => ({
  ...{ about, at, authorId },
  communityId: communityOf(about),
  cause: id,
  name: '会议纪要',
  words: [...minutesLines(body), ...(reason === undefined ? [] : [reason])],
});

/** What staff said with a change of a meeting: its notice, a change of it, the reason to cancel it, the minutes. */
export const staffWordsInMeetings = ({ before, after }: Change): StaffWords[] => {
  if (after === undefined) return [];
  const meeting = meetingOf(after);
  if (meeting !== undefined) return ofMeeting(before === undefined ? undefined : meetingOf(before), meeting);
  const minutes = before === undefined ? minutesOf(after) : undefined;
  return minutes === undefined ? [] : [ofMinutes(minutes)];
};
