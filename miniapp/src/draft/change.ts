import type { MediaId, TicketId } from '@suishoupai/shared/ids';
import type { Point } from '@suishoupai/shared/places/contract';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { type DraftPhoto, type PhotoNews, withNews } from '../photos/draft-photo.ts';
import { type Draft, type DraftPlace, emptyDraft } from './draft.ts';

export type Change =
  | { kind: 'photosAdded'; photos: DraftPhoto[] }
  | { kind: 'photoRemoved'; id: MediaId }
  | { kind: 'photoNews'; id: MediaId; news: PhotoNews }
  | { kind: 'pointChosen'; point: Point; label?: string }
  | { kind: 'pointPlaced'; point: Point; standing: DraftPlace['standing'] }
  | { kind: 'labelWritten'; label: string }
  | { kind: 'categoryChosen'; code: CategoryCode | undefined }
  | { kind: 'descriptionWritten'; description: string }
  | { kind: 'named'; id: TicketId }
  | { kind: 'restored'; draft: Draft }
  | { kind: 'cleared' };

const samePoint = (a: Point, b: Point): boolean => a.lng === b.lng && a.lat === b.lat && a.datum === b.datum;

/** The draft after a change; the same object when the change does not apply (a photo that is gone). */
export const changed = (draft: Draft, change: Change): Draft => {
  switch (change.kind) {
    case 'photosAdded':
      return { ...draft, photos: [...draft.photos, ...change.photos].slice(0, ticketLimits.photos) };
    case 'photoRemoved':
      return { ...draft, photos: draft.photos.filter(({ id }) => id !== change.id) };
    case 'photoNews': {
      const photos = withNews(draft.photos, change.id, change.news);
      return photos === draft.photos ? draft : { ...draft, photos };
    }
    case 'pointChosen': {
      const label = change.label?.trim().slice(0, ticketLimits.placeLabel) || draft.label;
      return { ...draft, label, place: { point: change.point, standing: { state: 'asking' } } };
    }
    case 'pointPlaced': {
      // The answer for a point chosen before this one comes too late.
      if (draft.place === undefined || !samePoint(draft.place.point, change.point)) return draft;
      return { ...draft, place: { ...draft.place, standing: change.standing } };
    }
    case 'labelWritten':
      return { ...draft, label: change.label };
    case 'categoryChosen':
      return { ...draft, categoryCode: change.code };
    case 'descriptionWritten':
      return { ...draft, description: change.description };
    case 'named':
      return { ...draft, reportId: change.id };
    case 'restored':
      return change.draft;
    case 'cleared':
      return emptyDraft;
    default:
      return change satisfies never;
  }
};
