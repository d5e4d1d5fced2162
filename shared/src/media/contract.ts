import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { MediaId } from '../ids.ts';
import { mediaLimits, uploadTypes } from './limits.ts';

/** Why a picture was refused; each has a sentence in `labels.ts`. */
export const MediaRefusal = z.enum(['notAPicture', 'unsupportedType', 'typeMismatch', 'tooManyPixels', 'damaged']);
export type MediaRefusal = z.output<typeof MediaRefusal>;

export const Photo = z.object({ id: MediaId, url: z.string(), thumbUrl: z.string() });
export type Photo = z.output<typeof Photo>;

export const mediaRoutes = {
  createUpload: defineRoute({
    method: 'POST',
    path: '/v1/uploads',
    summary: 'Ask for a presigned POST to upload one photo; repeating the id gives a fresh form for the same photo',
    access: 'person',
    body: z.strictObject({
      id: MediaId,
      contentType: z.enum(uploadTypes),
      size: z.int().check(z.gte(1), z.lte(mediaLimits.maxBytes)),
    }),
    response: z.object({
      id: MediaId,
      url: z.string(),
      /** Form fields to send before the `file` field, all of them and no others. */
      fields: z.record(z.string(), z.string()),
      expiresAt: Instant,
    }),
    errors: ['id.reused', 'request.tooOften'],
  }),
  getUpload: defineRoute({
    method: 'GET',
    path: '/v1/uploads/{mediaId}',
    summary: 'What became of an upload: awaiting the bytes or the cleaning, clean, or refused with a reason',
    access: 'person',
    params: z.strictObject({ mediaId: MediaId }),
    response: z.discriminatedUnion('state', [
      z.object({ state: z.literal('awaiting') }),
      z.object({ state: z.literal('clean'), photo: Photo, width: z.int(), height: z.int() }),
      z.object({ state: z.literal('refused'), reason: MediaRefusal, message: z.string() }),
    ]),
    errors: ['media.notFound'],
  }),
};
