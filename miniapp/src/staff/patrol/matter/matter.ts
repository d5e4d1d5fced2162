import type { VisitItem } from '@suishoupai/shared/fieldwork/contract';
import { CommunityId, GridId, type TicketId } from '@suishoupai/shared/ids';
import { Point } from '@suishoupai/shared/places/contract';
import { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import * as z from 'zod/mini';
import { DraftPhoto } from '../../../photos/draft-photo.ts';
import { waitingFor } from '../../../ticket/missing.ts';

const Place = z.object({
  point: Point,
  community: z.optional(z.object({ id: CommunityId, name: z.string() })),
  grid: z.optional(z.object({ id: GridId, name: z.string() })),
});

/** What is to become a ticket, in the making. */
export const Matter = z.object({
  text: z.string(),
  categoryCode: z.optional(CategoryCode),
  label: z.string(),
  place: z.optional(Place),
  photos: z.array(DraftPhoto),
});
export type Matter = z.output<typeof Matter>;

export const blankMatter: Matter = { text: '', label: '', photos: [] };

/** What it still needs, for the button; undefined when it may go. */
export const missingIn = (
  { text, categoryCode, place, photos }: Matter,
  communityId: CommunityId,
): string | undefined => {
  const lacking = [
    text.trim() === '' && '说明',
    categoryCode === undefined && '类别',
    place === undefined && '位置',
  ].filter((word) => word !== false);
  if (lacking.length > 0) return `还差 ${lacking.join('、')}`;
  if (place?.community !== undefined && place.community.id !== communityId) return '位置在别的社区';
  return waitingFor(photos);
};

export type TicketPart = NonNullable<VisitItem['ticket']>;

/** What is sent of it besides its words; undefined while something is missing. */
export const ticketPartOf = (matter: Matter, id: TicketId): TicketPart | undefined => {
  const { categoryCode, place, label, photos } = matter;
  if (categoryCode === undefined || place === undefined) return undefined;
  const somewhere = `${place.community?.name ?? ''}${place.grid?.name ?? ''} · 地图所示处`;
  return {
    id,
    categoryCode,
    place: { point: place.point, label: (label.trim() || somewhere).slice(0, ticketLimits.placeLabel) },
    photoIds: photos.map((photo) => photo.id),
  };
};
