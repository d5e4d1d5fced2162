import * as z from 'zod/mini';
import type { Entry, Refusal } from '../outbox/entry.ts';
import { type Draft, emptyDraft, ReportBody } from './draft.ts';
import { type Refused, refusedDraft } from './refused.ts';

/** As much of a kept body as is still understood. */
const Kept = z.partial(ReportBody);

const draftOf = ({ body, photos }: Pick<Entry, 'body' | 'photos'>): Draft => {
  const parsed = z.safeParse(Kept, body);
  if (!parsed.success) return { ...emptyDraft, photos };
  const { place, categoryCode, description = '' } = parsed.data;
  return {
    photos,
    label: place?.label ?? '',
    description,
    ...(categoryCode === undefined ? {} : { categoryCode }),
    ...(place === undefined ? {} : { place: { point: place.point, standing: { state: 'asking' } } }),
  };
};

/** A refused report as a draft again, with what the service said of it. */
export const takenBack = (entry: Pick<Entry, 'body' | 'photos'>, refusal: Refusal): Refused =>
  refusedDraft(draftOf(entry), refusal);
