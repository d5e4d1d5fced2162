import { exactTime } from '../time/china.ts';
import type { MeetingState } from './card.ts';

/** What of a meeting its notices look at. `signed` is the number of the newest version signed by both, 0 when there is none. */
export type MeetingFacts = {
  id: string;
  state: MeetingState;
  title: string;
  place: string;
  startsAt: string;
  announcedAt: string;
  topicIds: readonly string[];
  changes: readonly { id: string; at: string; words: string }[];
  cancelled?: { id: string; at: string; words: string } | undefined;
  signed: number;
  signatures: readonly { id: string; number: number; at: string }[];
};

export type MeetingNotice = {
  /** Whoever follows one of these topics. */
  followersOf: readonly string[];
  kind: 'meetingCalled' | 'meetingChanged' | 'meetingCancelled' | 'minutesSigned';
  /** What it follows from: the id of the action (of the meeting, when it was called), and when. */
  cause: string;
  at: string;
  title: string;
  text: string;
  meetingId: string;
};

/**
 * What a change of a meeting has to be told to the followers of its topics; nothing for a meeting without topics and for a step that needs
 * no telling. `before` is absent when it was just called. The same change gives the same notices, so they may be kept again.
 */
export const noticesOf = ({
  before,
  after,
}: {
  before?: MeetingFacts | undefined;
  after: MeetingFacts;
}): MeetingNotice[] => {
  const about = { followersOf: after.topicIds, meetingId: after.id };
  const notices: MeetingNotice[] = [];
  if (before === undefined) {
    const text = `${after.title}：${exactTime(after.startsAt)}，${after.place}`;
    notices.push({ ...about, kind: 'meetingCalled', cause: after.id, at: after.announcedAt, title: '要开会了', text });
  }
  const known = new Set(before?.changes.map(({ id }) => id));
  for (const { id, at, words } of after.changes.filter((change) => !known.has(change.id))) {
    const text = `${after.title}：${words}`;
    notices.push({ ...about, kind: 'meetingChanged', cause: id, at, title: '会议有变', text });
  }
  if (after.cancelled !== undefined && before?.cancelled === undefined) {
    const { id, at, words } = after.cancelled;
    const text = `${after.title}：${words}`;
    notices.push({ ...about, kind: 'meetingCancelled', cause: id, at, title: '会议取消了', text });
  }
  const last = after.signatures.findLast(({ number }) => number === after.signed);
  if (after.signed > (before?.signed ?? 0) && last !== undefined) {
    const isFirst = (before?.signed ?? 0) === 0;
    const title = isFirst ? '会议纪要公布了' : '会议纪要有更正';
    notices.push({ ...about, kind: 'minutesSigned', cause: last.id, at: last.at, title, text: after.title });
  }
  return after.topicIds.length === 0 ? [] : notices;
};
