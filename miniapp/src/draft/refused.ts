import type { ApiError } from '../api/api-error.ts';
import { photoIndexOf } from '../outbox/fate.ts';
import { changed } from './change.ts';
import type { Draft, Part } from './draft.ts';

export type Problems = Partial<Record<Part, string>>;
export type Refused = { draft: Draft; problems: Problems; message: string };
type Refusal = Pick<ApiError, 'message' | 'details'> & { code: string };

const partOfField = (field: string): Part => {
  const [, name] = field.split('.');
  switch (name) {
    case 'photoIds':
      return 'photos';
    case 'categoryCode':
      return 'category';
    case 'description':
      return 'description';
    default:
      return 'place';
  }
};

const resubmit = '这份内容要重新提交一次，请再点「提交」';

const problemsOf = ({ code, message, details }: Refusal): Problems => {
  switch (code) {
    case 'place.outside':
      return { place: message };
    case 'category.unknown':
      return { category: message };
    case 'id.reused':
      return {};
    default:
      return Object.fromEntries(details.map((detail) => [partOfField(detail.field), detail.message]));
  }
};

const photoStates = { 'media.notReady': 'processing', 'media.refused': 'refused', 'media.notFound': 'failed' } as const;
const isOfPhotos = (code: string): code is keyof typeof photoStates => code in photoStates;

const withPhotos = (draft: Draft, { code, details }: Refusal): Draft => {
  if (!isOfPhotos(code)) return draft;
  return details.reduce((before, { field, message }) => {
    const photo = draft.photos[photoIndexOf(field) ?? -1];
    if (photo === undefined) return before;
    return changed(before, { kind: 'photoNews', id: photo.id, news: { state: photoStates[code], reason: message } });
  }, draft);
};

const withOpenParts = (draft: Draft, { code }: Refusal): Draft => {
  if (code === 'category.unknown') return changed(draft, { kind: 'categoryChosen', code: undefined });
  if (code !== 'place.outside' || draft.place === undefined) return draft;
  return changed(draft, { kind: 'pointPlaced', point: draft.place.point, standing: { state: 'outside' } });
};

/** A draft that the service refused: open again, under no id, with what was wrong marked in it. */
export const refusedDraft = ({ reportId: _, ...draft }: Draft, refusal: Refusal): Refused => ({
  draft: withOpenParts(withPhotos(draft, refusal), refusal),
  problems: problemsOf(refusal),
  message: refusal.code === 'id.reused' ? resubmit : (refusal.details[0]?.message ?? refusal.message),
});
