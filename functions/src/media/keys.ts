import { MediaId, PersonId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';

const RawKey = z.tuple([z.literal('raw'), PersonId, MediaId]);

/** Where the phone uploads to; nobody is ever given a URL to read it. */
export const rawKey = (ownerId: PersonId, id: MediaId): string => `raw/${ownerId}/${id}`;

/** Whose photo an uploaded object is; undefined for a key this service never signed. */
export const ownerOfRawKey = (key: string): { ownerId: PersonId; id: MediaId } | undefined => {
  const parts = z.safeParse(RawKey, key.split('/'));
  return parts.success ? { ownerId: parts.data[1], id: parts.data[2] } : undefined;
};

export const fullKey = (id: MediaId): string => `clean/${id}/full.jpg`;
/** A file that was looked through, as it was sent. */
export const fileKey = (id: MediaId): string => `clean/${id}/file`;
export const thumbKey = (id: MediaId): string => `clean/${id}/thumb.jpg`;
