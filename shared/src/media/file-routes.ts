import * as z from 'zod/mini';
import { defineRoute } from '../contract/route.ts';
import { MediaId } from '../ids.ts';
import { mediaRoutes } from './contract.ts';
import { FileRefusal } from './file-refusals.ts';
import { FileKind, fileLimits } from './files.ts';

/** Files take the way of photos: a form that takes these bytes alone, a function that looks through them, and its verdict. */
export const fileRoutes = {
  createFileUpload: defineRoute({
    method: 'POST',
    path: '/v1/uploads/files',
    summary: 'Ask for a presigned POST to upload one file; repeating the id gives a fresh form for the same file',
    access: 'staff',
    body: z.strictObject({
      id: MediaId,
      kind: FileKind,
      size: z.int().check(z.gte(1), z.lte(fileLimits.maxBytes)),
    }),
    response: mediaRoutes.createUpload.response,
    errors: ['id.reused', 'request.tooOften'],
  }),
  getFileUpload: defineRoute({
    method: 'GET',
    path: '/v1/uploads/files/{mediaId}',
    summary: 'What became of an uploaded file: awaiting the bytes or the look through, clean, or refused with a reason',
    access: 'staff',
    params: z.strictObject({ mediaId: MediaId }),
    response: z.discriminatedUnion('state', [
      z.object({ state: z.literal('awaiting') }),
      z.object({ state: z.literal('clean'), kind: FileKind, size: z.int(), sha256: z.string() }),
      z.object({ state: z.literal('refused'), reason: FileRefusal, message: z.string() }),
    ]),
    errors: ['media.notFound'],
  }),
};
