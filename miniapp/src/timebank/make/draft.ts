import type { ListingId } from '@suishoupai/shared/ids';
import { GridId } from '@suishoupai/shared/ids';
import { ListingKind, listed, Skill, type WeekPart } from '@suishoupai/shared/timebank/contract';
import { dayParts, weekDays } from '@suishoupai/shared/timebank/labels';
import type { NewListing } from '@suishoupai/shared/timebank/routes';
import * as z from 'zod/mini';

export type Listing = z.output<typeof NewListing>;

/** A listing in the making; days and parts of the day are chosen apart and mean each of these days at each of these times. */
export const Draft = z.object({
  kind: ListingKind,
  skill: z.optional(Skill),
  words: z.string(),
  gridId: z.optional(GridId),
  building: z.string(),
  days: z.array(z.enum(weekDays)),
  parts: z.array(z.enum(dayParts)),
  minutes: z.int(),
});
export type Draft = z.output<typeof Draft>;

export const blank = (kind: ListingKind): Draft => ({
  kind,
  words: '',
  building: '',
  days: [],
  parts: [],
  minutes: 60,
});

export const timesOf = ({ days, parts }: Pick<Draft, 'days' | 'parts'>): WeekPart[] =>
  weekDays.flatMap((day) =>
    dayParts.flatMap((part): WeekPart[] => (days.includes(day) && parts.includes(part) ? [`${day}${part}`] : [])),
  );

const isBuilding = (building: string) => z.safeParse(listed.building, building).success;

/** What the form still needs, said on its button. */
export const missingIn = (draft: Draft): string | undefined => {
  if (draft.skill === undefined) return '选哪种帮忙';
  if (draft.words.trim().length < 2) return '写一两句话';
  if (draft.building.trim() !== '' && !isBuilding(draft.building)) return '楼栋只写号，不写门牌';
  if (draft.days.length === 0) return '选星期几';
  return draft.parts.length === 0 ? '选上午、下午还是晚上' : undefined;
};

export const listingOf = (draft: Draft, id: ListingId): Listing | undefined => {
  const { kind, skill, words, gridId, building, minutes } = draft;
  if (skill === undefined || missingIn(draft) !== undefined) return undefined;
  return {
    ...{ id, kind, skill, minutes },
    words: words.trim(),
    times: timesOf(draft),
    ...(gridId === undefined ? {} : { gridId }),
    ...(building.trim() === '' ? {} : { building: building.trim() }),
  };
};
