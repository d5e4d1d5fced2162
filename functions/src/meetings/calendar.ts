import type { FileAnswer } from '@suishoupai/shared/contract/route';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { cancelOf, type MeetingRecord } from './record.ts';

const wordsOf = (meeting: MeetingRecord): string => {
  const { agenda, invited, chair, online } = meeting;
  const cancel = cancelOf(meeting);
  return [
    ...(cancel === undefined ? [] : [`已取消：${cancel.words}`]),
    `参会范围：${invited}`,
    `主持人：${chair}`,
    ...(online === undefined ? [] : [`线上参会：${online}`]),
    '议程：',
    ...agenda.map(({ title, minutes }, index) => `${index + 1}. ${title}（${minutes} 分钟）`),
  ].join('\n');
};

/**
 * The meeting for a phone's calendar (RFC 5545). The same UID for ever and a SEQUENCE that grows with each change, so that a file taken again
 * moves the entry or strikes it out.
 */
export const calendarFile = (meeting: MeetingRecord): FileAnswer => {
  const isCancelled = meeting.state === 'cancelled';
  const calendar = ical({
    prodId: { company: 'suishoupai', product: 'meetings', language: 'ZH' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${meeting.id}@suishoupai`,
    sequence: meeting.version,
    // When this version of the notice was made: two files of one version are equal.
    stamp: new Date(meeting.trace.at(-1)?.at ?? meeting.announcedAt),
    start: new Date(meeting.startsAt),
    end: new Date(meeting.endsAt),
    summary: meeting.title,
    location: meeting.place,
    description: wordsOf(meeting),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return { name: `${meeting.title}.ics`, bytes: Buffer.from(`${calendar.toString()}\r\n`) };
};
