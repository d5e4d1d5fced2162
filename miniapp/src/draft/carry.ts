import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { MediaId } from '@suishoupai/shared/ids';
import type { mediaRoutes } from '@suishoupai/shared/media/contract';
import { ApiError, needsSignIn } from '../api/api-error.ts';
import type { UploadForm, UploadOutcome } from '../platform/types.ts';
import type { DraftPhoto } from './draft.ts';
import { makeSlots } from './slots.ts';
import type { DraftStore } from './store.ts';

type UploadState = RouteResponse<typeof mediaRoutes.getUpload>;

export type CarryDeps = {
  store: Pick<DraftStore, 'get' | 'change'>;
  createUpload: (photo: Pick<DraftPhoto, 'id' | 'contentType' | 'size'>) => Promise<UploadForm>;
  getUpload: (id: MediaId) => Promise<UploadState>;
  uploadFile: (form: UploadForm, path: string) => Promise<UploadOutcome>;
  /** Whether the phone still has the file. */
  isFileThere: (path: string) => Promise<boolean>;
  newMediaId: () => Promise<MediaId>;
  wait: (ms: number) => Promise<void>;
};

/** How a journey ended: `gone` when the photo was removed meanwhile; `lost` when neither phone nor service has it any more. */
export type Carried = 'ready' | 'refused' | 'failed' | 'signInNeeded' | 'lost' | 'gone';

/** WeChat allows ten connections; the rest of the app needs some too. */
const uploadsAtOnce = 3;
const sendAttempts = 2;
/** Cleaning takes about a second; a minute and a half in all, then the person decides. */
const pauses = [400, 600, 800, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000, 8_000, 10_000, 15_000, 15_000, 20_000];

const notSent = '没有传上去，点「重试」再传一次';
const tooSlow = '处理得比平时慢，点「重试」再查一次';

/** Brings photos of the draft to the service and the service's verdict back into the draft. Never throws for what it foresees. */
export const makeCarry = ({ store, createUpload, getUpload, uploadFile, isFileThere, newMediaId, wait }: CarryDeps) => {
  const inSlot = makeSlots(uploadsAtOnce);
  const isWanted = (id: MediaId) => store.get().photos.some((photo) => photo.id === id);

  const fail = (id: MediaId, reason: string): Carried => {
    store.change({ kind: 'photoNews', id, news: { state: 'failed', reason } });
    return 'failed';
  };

  const look = async (id: MediaId): Promise<UploadState | undefined> => {
    try {
      return await getUpload(id);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'media.notFound') return undefined;
      throw error;
    }
  };

  /** Takes the verdict over; undefined while there is none. */
  const settle = (id: MediaId, found: UploadState | undefined): Carried | undefined => {
    if (found?.state === 'clean') {
      store.change({ kind: 'photoNews', id, news: { state: 'ready', thumbUrl: found.photo.thumbUrl } });
      return 'ready';
    }
    if (found?.state !== 'refused') return undefined;
    store.change({ kind: 'photoNews', id, news: { state: 'refused', reason: found.message } });
    return 'refused';
  };

  /** A moment without network costs one look, not the photo. */
  const glance = async (id: MediaId): Promise<UploadState | undefined> => {
    try {
      return await look(id);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'network') return undefined;
      throw error;
    }
  };

  const awaitVerdict = async (id: MediaId): Promise<Carried> => {
    store.change({ kind: 'photoNews', id, news: { state: 'processing' } });
    for (const pause of pauses) {
      await wait(pause);
      if (!isWanted(id)) return 'gone';
      const settled = settle(id, await glance(id));
      if (settled !== undefined) return settled;
    }
    return fail(id, tooSlow);
  };

  const sendOnce = async (photo: DraftPhoto): Promise<boolean> =>
    (await uploadFile(await createUpload(photo), photo.path)) === 'sent';

  /** A photo whose id belongs to somebody else (another account on this phone) travels on under a new one. */
  const renamed = async (photo: DraftPhoto): Promise<DraftPhoto> => {
    const id = await newMediaId();
    store.change({ kind: 'photoNews', id: photo.id, news: { state: 'uploading', id } });
    return { ...photo, id };
  };

  const send = async (photo: DraftPhoto): Promise<Carried | 'sent'> => {
    for (let attempt = 0; attempt < sendAttempts; attempt += 1) if (await sendOnce(photo)) return 'sent';
    return fail(photo.id, notSent);
  };

  const travel = async (photo: DraftPhoto): Promise<Carried> => {
    const { id, state, path } = photo;
    if (state !== 'waiting') {
      const found = await look(id);
      const settled = settle(id, found);
      if (settled !== undefined) return settled;
      if (found !== undefined && state === 'processing') return await awaitVerdict(id);
    }
    if (!(await isFileThere(path))) return 'lost';
    const sent = await inSlot(async () => {
      if (!isWanted(id)) return 'gone';
      store.change({ kind: 'photoNews', id, news: { state: 'uploading' } });
      return await send(photo);
    });
    return sent === 'sent' ? await awaitVerdict(id) : sent;
  };

  const carry = async (photo: DraftPhoto): Promise<Carried> => {
    const { id, state } = photo;
    try {
      return await travel(photo);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'id.reused') return await carry({ ...(await renamed(photo)), state: 'waiting' });
      if (!needsSignIn(error)) return fail(id, error.code === 'network' ? notSent : error.message);
      const reached = store.get().photos.find((each) => each.id === id)?.state ?? state;
      store.change({ kind: 'photoNews', id, news: { state: reached === 'uploading' ? state : reached } });
      return 'signInNeeded';
    }
  };

  return carry;
};

export type Carry = ReturnType<typeof makeCarry>;
