import { MediaId, RewardId, type SupplierId } from '@suishoupai/shared/ids';
import { type Described, RewardKind } from '@suishoupai/shared/rewards/contract';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import { chinaWall, wallInstant } from '@suishoupai/shared/time/china';
import * as z from 'zod/mini';
import { DraftPhoto } from '../../photos/draft-photo.ts';

/** The form of a reward as it is typed: numbers are words until they are sent. */
export const RewardDraft = z.object({
  /** Made before the first try of a new one. */
  id: z.optional(RewardId),
  kind: RewardKind,
  title: z.string(),
  description: z.string(),
  price: z.string(),
  initial: z.string(),
  perPerson: z.string(),
  perHousehold: z.string(),
  from: z.string(),
  until: z.string(),
  place: z.string(),
  hours: z.string(),
  holdDays: z.string(),
  supplier: z.string(),
  kept: z.array(MediaId),
  photos: z.array(DraftPhoto),
});
export type RewardDraft = z.output<typeof RewardDraft>;

const weeks = 4;

export const blankDraft = (now: string): RewardDraft => {
  const { day } = chinaWall(now);
  return {
    ...{ kind: 'goods', title: '', description: '', price: '', initial: '', perPerson: '', perHousehold: '' },
    ...{ from: now, until: wallInstant(day + 7 * weeks, 0), place: '', hours: '', holdDays: '7', supplier: '' },
    ...{ kept: [], photos: [] },
  };
};

type Said = Omit<Described, 'photoIds'> & { initial: number; photos: readonly { id: MediaId }[] };

export const draftOf = ({
  price,
  initial,
  perPerson,
  perHousehold,
  holdDays,
  supplier,
  photos,
  ...said
}: Said): RewardDraft => ({
  ...said,
  ...{ price: String(price), initial: String(initial), holdDays: String(holdDays) },
  ...{ perPerson: perPerson === undefined ? '' : String(perPerson) },
  ...{ perHousehold: perHousehold === undefined ? '' : String(perHousehold) },
  ...{ supplier: supplier?.label ?? '', kept: photos.map(({ id }) => id), photos: [] },
});

const numberOf = (words: string): number | undefined => (words.trim() === '' ? undefined : Number(words));
const isWhole = (words: string, least: number, most: number): boolean =>
  /^\d+$/.test(words.trim()) && Number(words) >= least && Number(words) <= most;
const isLimit = (words: string): boolean => words.trim() === '' || isWhole(words, 1, rewardLimits.count);

/** What the form still needs, the first thing first. */
export const missingIn = (draft: RewardDraft, isNew: boolean): string | undefined => {
  if (draft.title.trim().length < 2) return '请写名称';
  if (draft.description.trim().length < 2) return '请写说明';
  if (!isWhole(draft.price, 1, rewardLimits.price)) return '请写要多少积分';
  if (isNew && !isWhole(draft.initial, 0, rewardLimits.stock)) return '请写有多少件';
  if (!isLimit(draft.perPerson) || !isLimit(draft.perHousehold)) return `限量写 1 到 ${rewardLimits.count}，不限就空着`;
  if (draft.until <= draft.from) return '结束时间要在开始时间之后';
  if (draft.place.trim().length < 2) return '请写到哪里领';
  if (draft.hours.trim().length < 2) return '请写领取时间';
  if (!isWhole(draft.holdDays, 1, rewardLimits.holdDays)) return `留 1 到 ${rewardLimits.holdDays} 天`;
  return draft.photos.some(({ state }) => state !== 'ready') ? '照片还没有传好' : undefined;
};

/** What is sent. The supplier keeps its id where the name is one that the community knows. */
export const bodyOf = (draft: RewardDraft, supplierId: SupplierId): Described => {
  const { kind, title, description, price, from, until, place, hours, holdDays, supplier } = draft;
  const [perPerson, perHousehold] = [numberOf(draft.perPerson), numberOf(draft.perHousehold)];
  const label = supplier.trim();
  return {
    ...{ kind, title: title.trim(), description: description.trim(), price: Number(price), from, until },
    ...{ place: place.trim(), hours: hours.trim(), holdDays: Number(holdDays) },
    photoIds: [...draft.kept, ...draft.photos.map(({ id }) => id)],
    ...(perPerson === undefined ? {} : { perPerson }),
    ...(perHousehold === undefined ? {} : { perHousehold }),
    ...(label === '' ? {} : { supplier: { id: supplierId, label } }),
  };
};
