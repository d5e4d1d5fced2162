import type { MediaId } from '@suishoupai/shared/ids';
import { ApiError, isUndecided, needsSignIn } from '../api/api-error.ts';
import type { UploadForm, UploadOutcome } from '../platform/types.ts';
import type { DraftPhoto, Traveller } from './draft-photo.ts';
import type { PhotoList } from './photo-list.ts';
import { makeSlots } from './slots.ts';

/** What the service knows of an upload; of a file there is nothing to show. */
export type UploadState =
  | { state: 'awaiting' }
  | { state: 'clean'; photo?: { thumbUrl: string } }
  | { state: 'refused'; message: string };

export type CarryDeps<T extends Traveller = DraftPhoto> = {
  list: PhotoList<T>;
  createUpload: (photo: T) => Promise<UploadForm>;
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

/** Brings photos to the service and the service's verdict back into the list. Never throws: a photo always ends in a state. */
export const makeCarry = <T extends Traveller>({
  list,
  createUpload,
  getUpload,
  uploadFile,
  isFileThere,
  newMediaId,
  wait,
}: CarryDeps<T>) => {
  const inSlot = makeSlots(uploadsAtOnce);
  const isWanted = (id: MediaId) => list.get().some((photo) => photo.id === id);

  const fail = (id: MediaId, reason: string): Carried => {
    list.tell(id, { state: 'failed', reason });
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
      list.tell(id, { state: 'ready', thumbUrl: found.photo?.thumbUrl });
      return 'ready';
    }
    if (found?.state !== 'refused') return undefined;
    list.tell(id, { state: 'refused', reason: found.message });
    return 'refused';
  };

  /** A moment without network, or a busy one, costs one look, not the photo. */
  const glance = async (id: MediaId): Promise<UploadState | undefined> => {
    try {
      return await look(id);
    } catch (error) {
      if (needsSignIn(error) || !isUndecided(error)) throw error;
      return undefined;
    }
  };

  const awaitVerdict = async (id: MediaId): Promise<Carried> => {
    list.tell(id, { state: 'processing' });
    for (const pause of pauses) {
      await wait(pause);
      if (!isWanted(id)) return 'gone';
      const settled = settle(id, await glance(id));
      if (settled !== undefined) return settled;
    }
    return fail(id, tooSlow);
  };

  const sendOnce = async (photo: T): Promise<boolean> =>
    (await uploadFile(await createUpload(photo), photo.path)) === 'sent';

  /** A photo whose id belongs to somebody else (another account on this phone) travels on under a new one. */
  const renamed = async (photo: T): Promise<T> => {
    const id = await newMediaId();
    list.tell(photo.id, { state: 'uploading', id });
    return { ...photo, id, state: 'waiting' };
  };

  const send = async (photo: T): Promise<Carried | 'sent'> => {
    for (let attempt = 0; attempt < sendAttempts; attempt += 1) if (await sendOnce(photo)) return 'sent';
    return fail(photo.id, notSent);
  };

  const travel = async (photo: T): Promise<Carried> => {
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
      list.tell(id, { state: 'uploading' });
      return await send(photo);
    });
    return sent === 'sent' ? await awaitVerdict(id) : sent;
  };

  /** Where it stands when somebody must sign in first. */
  const awaitSignIn = ({ id, state }: T): Carried => {
    const reached = list.get().find((each) => each.id === id)?.state ?? state;
    list.tell(id, { state: reached === 'uploading' ? state : reached });
    return 'signInNeeded';
  };

  const carry = async (photo: T): Promise<Carried> => {
    const { id } = photo;
    try {
      return await travel(photo);
    } catch (error) {
      if (!(error instanceof ApiError)) return fail(id, notSent);
      if (error.code === 'id.reused') return await renamed(photo).then(carry, () => fail(id, notSent));
      if (needsSignIn(error)) return awaitSignIn(photo);
      return fail(id, isUndecided(error) ? notSent : error.message);
    }
  };

  return carry;
};

export type Carry<T extends Traveller> = ReturnType<typeof makeCarry<T>>;
