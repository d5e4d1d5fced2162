import { ActivityId } from '@suishoupai/shared/ids';
import { Point } from '@suishoupai/shared/places/contract';
import { chinaDay, msOf } from '@suishoupai/shared/time/china';
import { dayMs, minuteMs } from '@suishoupai/shared/time/units';
import { type ActivityView, type ActivityWords, Skill } from '@suishoupai/shared/volunteering/contract';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import * as z from 'zod/mini';
import { instantOf } from '../../council/wall.ts';

/** An activity in the making, kept on the phone; its id is made with the first attempt. */
export const ActivityDraft = z.object({
  id: z.optional(ActivityId),
  title: z.string(),
  words: z.string(),
  place: z.string(),
  point: z.optional(Point),
  startsAt: z.string(),
  minutes: z.int(),
  skills: z.array(Skill),
  /** As typed. */
  places: z.string(),
  waitingPlaces: z.string(),
});
export type ActivityDraft = z.output<typeof ActivityDraft>;

/** In a week, at nine in the morning. */
export const blankDraft = (nowIso: string): ActivityDraft => ({
  ...{ title: '', words: '', place: '', skills: [], minutes: 120, places: '20', waitingPlaces: '10' },
  startsAt: instantOf(chinaDay(new Date(msOf(nowIso) + 7 * dayMs).toISOString()), '09:00'),
});

/** What stands, to be changed. */
export const draftOf = (activity: ActivityView): ActivityDraft => ({
  ...{ id: activity.id, title: activity.title, words: activity.words, place: activity.place },
  ...(activity.point === undefined ? {} : { point: activity.point }),
  startsAt: activity.startsAt,
  minutes: Math.round((msOf(activity.endsAt) - msOf(activity.startsAt)) / minuteMs),
  skills: activity.skills,
  places: String(activity.places),
  waitingPlaces: String(activity.waitingPlaces),
});

const isWithin = (typed: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;

export const missingIn = (draft: ActivityDraft, nowIso: string): string | undefined => {
  const { title, words, place, startsAt, places, waitingPlaces } = draft;
  if (title.trim().length < 4) return '写上活动名称，至少 4 个字';
  if (words.trim().length < 4) return '写上做什么';
  if (place.trim().length < 2) return '写上地点';
  if (startsAt <= nowIso) return '开始时间要晚于现在';
  if (!isWithin(places, 1, volunteeringLimits.places)) return `名额写 1 到 ${volunteeringLimits.places}`;
  return isWithin(waitingPlaces, 0, volunteeringLimits.waitingPlaces)
    ? undefined
    : `候补写 0 到 ${volunteeringLimits.waitingPlaces}`;
};

export const bodyOf = (draft: ActivityDraft): ActivityWords => {
  const { title, words, place, point, startsAt, minutes, skills, places, waitingPlaces } = draft;
  return {
    ...{ title: title.trim(), words: words.trim(), place: place.trim(), startsAt, skills },
    ...(point === undefined ? {} : { point }),
    endsAt: new Date(msOf(startsAt) + minutes * minuteMs).toISOString(),
    places: Number(places),
    waitingPlaces: Number(waitingPlaces),
  };
};
