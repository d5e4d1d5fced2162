import type { RouteInput } from '@suishoupai/shared/contract/route';
import { MeetingId, TopicId } from '@suishoupai/shared/ids';
import { MeetingKind } from '@suishoupai/shared/meetings/card';
import type { Meeting } from '@suishoupai/shared/meetings/contract';
import { meetingKindLabels } from '@suishoupai/shared/meetings/labels';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import type { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { chinaDay, msOf } from '@suishoupai/shared/time/china';
import { dayMs, hourMs, minuteMs } from '@suishoupai/shared/time/units';
import * as z from 'zod/mini';
import { instantOf } from '../wall.ts';

/** A notice of a meeting in the making, kept on the phone; its id is made with the first attempt. */
export const MeetingDraft = z.object({
  id: z.optional(MeetingId),
  kind: MeetingKind,
  title: z.string(),
  place: z.string(),
  online: z.string(),
  startsAt: z.string(),
  minutes: z.int(),
  agenda: z.array(z.object({ title: z.string(), topicId: z.optional(TopicId) })),
  invited: z.string(),
  chair: z.string(),
  recorder: z.string(),
  /** How many are asked to come, as typed; blank: no quorum. */
  expected: z.string(),
  topicIds: z.array(TopicId),
});
export type MeetingDraft = z.output<typeof MeetingDraft>;

/** In a week, at seven in the evening, when most people are home. */
const usualStart = (nowIso: string): string =>
  instantOf(chinaDay(new Date(msOf(nowIso) + 7 * dayMs).toISOString()), '19:00');

export const blankDraft = (nowIso: string, topic?: { id: TopicId; title: string }): MeetingDraft => ({
  kind: 'hearth',
  title: topic === undefined ? '' : `「${topic.title}」${meetingKindLabels.hearth}`.slice(0, meetingLimits.title),
  place: '',
  online: '',
  startsAt: usualStart(nowIso),
  minutes: 90,
  agenda: [{ title: topic === undefined ? '' : topic.title, ...(topic === undefined ? {} : { topicId: topic.id }) }],
  invited: '本小区居民',
  chair: '',
  recorder: '',
  expected: '',
  topicIds: topic === undefined ? [] : [topic.id],
});

/** What stands, to be changed. */
export const draftOf = (meeting: Meeting): MeetingDraft => ({
  id: meeting.id,
  kind: meeting.kind,
  title: meeting.title,
  place: meeting.place,
  online: meeting.online ?? '',
  startsAt: meeting.startsAt,
  minutes: Math.round((msOf(meeting.endsAt) - msOf(meeting.startsAt)) / minuteMs),
  agenda: meeting.agenda.map(({ title, topicId }) => ({ title, ...(topicId === undefined ? {} : { topicId }) })),
  invited: meeting.invited,
  chair: meeting.chair,
  recorder: meeting.recorder,
  expected: meeting.quorum === undefined ? '' : String(meeting.quorum.expected),
  topicIds: meeting.topics.map(({ id }) => id),
});

const items = ({ agenda }: MeetingDraft) => agenda.filter(({ title }) => title.trim() !== '');

export const missingIn = (draft: MeetingDraft, nowIso: string): string | undefined => {
  const { title, place, chair, recorder, startsAt, invited, expected } = draft;
  if (title.trim().length < 4) return '写上会议名称，至少 4 个字';
  if (place.trim().length < 2) return '写上地点';
  if (startsAt <= nowIso) return '开始时间要晚于现在';
  if (items(draft).length === 0) return '至少写一条议程';
  if (invited.trim().length < 2) return '写上请谁参加';
  if (chair.trim() === '' || recorder.trim() === '') return '写上主持人和记录人';
  if (chair.trim() === recorder.trim()) return '主持人和记录人要是两个人';
  return expected.trim() === '' || /^[1-9]\d{0,4}$/.test(expected.trim()) ? undefined : '应到人数要写数字';
};

type Body = Omit<RouteInput<typeof meetingRoutes.callMeeting>['body'], 'id'>;

/** What is sent. `rule`: the quorum that stands, which the form does not ask for again. */
export const bodyOf = (draft: MeetingDraft, rule?: Meeting['quorum']): Body => {
  const { kind, title, place, online, startsAt, minutes, invited, chair, recorder, expected, topicIds } = draft;
  const agenda = items(draft);
  const each = Math.max(1, Math.floor(minutes / Math.max(1, agenda.length)));
  const { numerator = 1, denominator = 2, kind: how = 'moreThan', source = '会议通知' } = rule ?? {};
  return {
    kind,
    title: title.trim(),
    place: place.trim(),
    ...(online.trim() === '' ? {} : { online: online.trim() }),
    startsAt,
    endsAt: new Date(msOf(startsAt) + minutes * minuteMs).toISOString(),
    agenda: agenda.map((item) => ({ ...item, title: item.title.trim(), minutes: each })),
    invited: invited.trim(),
    chair: chair.trim(),
    recorder: recorder.trim(),
    ...(expected.trim() === ''
      ? {}
      : { quorum: { expected: Number(expected), numerator, denominator, kind: how, source } }),
    topicIds,
  };
};

/** How many days of notice that is, in words. */
export const noticeWords = (startsAt: string, nowIso: string): string => {
  const days = Math.floor((msOf(startsAt) - msOf(nowIso)) / dayMs);
  if (days >= 1) return `通知马上发布，离开会还有 ${days} 天`;
  return `通知马上发布，离开会不到 ${Math.max(1, Math.ceil((msOf(startsAt) - msOf(nowIso)) / hourMs))} 小时，来得及的人可能不多`;
};
