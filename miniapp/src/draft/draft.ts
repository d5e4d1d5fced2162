import { CommunityId, GridId, TicketId } from '@suishoupai/shared/ids';
import { Point } from '@suishoupai/shared/places/contract';
import { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import * as z from 'zod/mini';
import { DraftPhoto } from '../photos/draft-photo.ts';

const named = <S extends z.core.$ZodType<string>>(id: S) => z.object({ id, name: z.string() });

/** `asking` which community it lies in · `inside` one · `outside` all · `unknown` because no answer came. */
export const DraftPlace = z.object({
  point: Point,
  standing: z.discriminatedUnion('state', [
    z.object({ state: z.enum(['asking', 'outside', 'unknown']) }),
    z.object({ state: z.literal('inside'), community: named(CommunityId), grid: z.optional(named(GridId)) }),
  ]),
});
export type DraftPlace = z.output<typeof DraftPlace>;

export const ReportBody = ticketRoutes.reportTicket.body;
export type ReportBody = z.output<typeof ReportBody>;

/** A report in the making: all that a person typed, shot and chose, kept until the service has answered. */
export const Draft = z.object({
  photos: z.array(DraftPhoto),
  place: z.optional(DraftPlace),
  /** Kept beside the place, so that choosing another point loses no words. */
  label: z.string(),
  categoryCode: z.optional(CategoryCode),
  description: z.string(),
  /** The id under which it goes out, from before the first try until it is refused, so that a repeat is recognised as one. */
  reportId: z.optional(TicketId),
});
export type Draft = z.output<typeof Draft>;

export const emptyDraft: Draft = { photos: [], label: '', description: '' };

export const isEmpty = ({ photos, place, label, categoryCode, description }: Draft): boolean =>
  photos.length === 0 && place === undefined && categoryCode === undefined && `${label}${description}`.trim() === '';

/** Nobody would miss it: a place alone is found again. */
export const isUntouched = (draft: Draft): boolean => isEmpty({ ...draft, place: undefined });

export type Part = 'photos' | 'place' | 'category' | 'description';
