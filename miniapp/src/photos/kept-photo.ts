import { MediaId } from '@suishoupai/shared/ids';
import { uploadTypes } from '@suishoupai/shared/media/limits';
import * as z from 'zod/mini';

/** What a draft keeps of a photo: enough to go on after the screen was left. */
export const KeptPhoto = z.object({ id: MediaId, path: z.string(), size: z.int(), contentType: z.enum(uploadTypes) });
export type KeptPhoto = z.output<typeof KeptPhoto>;
