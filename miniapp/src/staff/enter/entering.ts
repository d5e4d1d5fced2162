import type { TicketId } from '@suishoupai/shared/ids';
import { CommunityId, GridId } from '@suishoupai/shared/ids';
import { Point } from '@suishoupai/shared/places/contract';
import { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { Consent, EnteredReport } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import * as z from 'zod/mini';
import { DraftPhoto } from '../../photos/draft-photo.ts';

/** How somebody comes to the counter; what is found on patrol or on a visit is written down elsewhere. */
export const channels = ['phone', 'walkIn', 'paper'] as const;

/** A place on the map and the community that answers for it, once that is known. */
const Place = z.object({
  point: Point,
  community: z.optional(z.object({ id: CommunityId, name: z.string() })),
  grid: z.optional(z.object({ id: GridId, name: z.string() })),
});

/** What is being written down for somebody, kept until the service has answered. */
export const Entering = z.object({
  channel: z.enum(channels),
  name: z.string(),
  phone: z.string(),
  consent: z.optional(Consent),
  categoryCode: z.optional(CategoryCode),
  description: z.string(),
  label: z.string(),
  place: z.optional(Place),
  photos: z.array(DraftPhoto),
  /** What was sent and is not answered yet: a repeat sends exactly this. */
  attempt: z.optional(EnteredReport),
});
export type Entering = z.output<typeof Entering>;

export const blank: Entering = { channel: 'phone', name: '', phone: '', description: '', label: '', photos: [] };

const phonePattern = /^\+?[\d -]{5,20}$/;

/** Nothing is asked for but what is needed to act on it. */
const wanted: readonly [word: string, isMissing: (entering: Entering) => boolean][] = [
  ['同意', ({ consent }) => consent === undefined],
  ['位置', ({ place }) => place === undefined],
  ['类别', ({ categoryCode }) => categoryCode === undefined],
  ['内容', ({ description }) => description.trim() === ''],
];

export const isPhoneWrong = ({ phone }: Pick<Entering, 'phone'>): boolean =>
  phone.trim() !== '' && !phonePattern.test(phone.trim());

/** The words on the button while something is missing; undefined when it may be submitted. */
export const missingWords = (entering: Entering): string | undefined => {
  const words = wanted.filter(([, isMissing]) => isMissing(entering)).map(([word]) => word);
  if (words.length > 0) return `还差 ${words.join('、')}`;
  if (isPhoneWrong(entering)) return '电话号码不对';
  if (entering.photos.some(({ state }) => state === 'failed' || state === 'refused')) return '有照片没传好，重试或删掉';
  return entering.photos.every(({ state }) => state === 'ready') ? undefined : '照片还在上传…';
};

const written = (text: string): string | undefined => text.trim() || undefined;

/** What is sent; undefined while something is missing or the community is not known. */
export const bodyOf = (entering: Entering, id: TicketId): EnteredReport | undefined => {
  const { channel, name, phone, consent, categoryCode, description, label, place, photos } = entering;
  if (missingWords(entering) !== undefined || place?.community === undefined) return undefined;
  if (consent === undefined || categoryCode === undefined) return undefined;
  const somewhere = `${place.community.name}${place.grid?.name ?? ''} · 地图所示处`.slice(0, ticketLimits.placeLabel);
  return {
    id,
    channel,
    categoryCode,
    description: description.trim(),
    place: { point: place.point, label: written(label) ?? somewhere },
    photoIds: photos.map((photo) => photo.id),
    resident: { name: written(name), phone: written(phone), consent },
  };
};
