import type { MediaId } from '@suishoupai/shared/ids';
import { mediaRoutes, type Photo } from '@suishoupai/shared/media/contract';
import { ApiError } from '../api/api-error.ts';
import type { Call } from '../api/call.ts';
import type { PickedPhoto, Platform } from '../platform/types.ts';

/** `refused` is for good: another photo must be taken. `failed` may be tried again under the same id. */
export type UploadEnd =
  | { state: 'clean'; photo: Photo }
  | { state: 'refused'; message: string }
  | { state: 'failed'; message: string };

/** `isWanted` turns false when the person took the photo away or left: nothing more is asked then. */
export type UploadWatch = { onSent: () => void; isWanted: () => boolean };

type Deps = { call: Call; uploadFile: Platform['uploadFile']; pause: (ms: number) => Promise<void> };

const notSent: UploadEnd = { state: 'failed', message: '没有传上去，点一下再试' };
const tooSlow: UploadEnd = { state: 'failed', message: '照片处理得太久，点一下再试' };

/** Cleaning takes a second or two; after a minute something is wrong. */
const patienceMs = [400, 600, 800, 1000, 1500, 2000, 2000, 3000, 4000, 5000, 8000, 10_000, 10_000, 12_000];
/** With no answer to the upload itself, the photo either arrived at once or not at all. */
const shortPatienceMs = patienceMs.slice(0, 5);

const failureOf = (error: unknown): UploadEnd => {
  if (!(error instanceof ApiError)) return notSent;
  const { code, message } = error;
  const isForGood = code === 'id.reused' || code === 'request.invalid' || code === 'media.notFound';
  return { state: isForGood ? 'refused' : 'failed', message };
};

export const makeUploader = ({ call, uploadFile, pause }: Deps) => {
  const follow = async (mediaId: MediaId, waits: readonly number[], { isWanted }: UploadWatch) => {
    for (const wait of waits) {
      await pause(wait);
      if (!isWanted()) return tooSlow;
      const upload = await call(mediaRoutes.getUpload, { params: { mediaId } });
      if (upload.state === 'clean') return { state: 'clean', photo: upload.photo } satisfies UploadEnd;
      if (upload.state === 'refused') return { state: 'refused', message: upload.message } satisfies UploadEnd;
    }
    return tooSlow;
  };

  const send = async (id: MediaId, { path, size, contentType }: PickedPhoto, watch: UploadWatch) => {
    const form = await call(mediaRoutes.createUpload, { body: { id, contentType, size } });
    if (!watch.isWanted()) return notSent;
    const outcome = await uploadFile({ url: form.url, fields: form.fields }, path);
    if (outcome === 'refused') return notSent;
    watch.onSent();
    const end = await follow(id, outcome === 'lost' ? shortPatienceMs : patienceMs, watch);
    return outcome === 'lost' && end === tooSlow ? notSent : end;
  };

  return {
    /** Sends one photo and waits until it is clean. Never throws. */
    upload: (id: MediaId, photo: PickedPhoto, watch: UploadWatch): Promise<UploadEnd> =>
      send(id, photo, watch).catch(failureOf),
    /** Asks after a photo that an earlier visit of the screen sent. Never throws. */
    resume: (id: MediaId, watch: UploadWatch): Promise<UploadEnd> =>
      follow(id, shortPatienceMs, watch).catch(failureOf),
  };
};
