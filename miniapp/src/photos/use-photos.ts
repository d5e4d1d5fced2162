import type { MediaId } from '@suishoupai/shared/ids';
import { mediaRoutes } from '@suishoupai/shared/media/contract';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { call } from '../api/client.ts';
import { makeCarry } from '../draft/carry.ts';
import { type DraftPhoto, emptyDraft } from '../draft/draft.ts';
import { makeDraftStore } from '../draft/store.ts';
import { makeTransport } from '../draft/transport.ts';
import { newMediaId } from '../platform/new-id.ts';
import { platform } from '../platform/platform.ts';
import type { PickedPhoto } from '../platform/types.ts';
import { notify, notifyError } from '../ui/notify.ts';

/** The same way to the service that the photos of a report take. */
const photoStore = (kept: readonly DraftPhoto[]) => {
  const store = makeDraftStore({ read: () => ({ ...emptyDraft, photos: [...kept] }), write: () => true });
  const carry = makeCarry({
    store,
    createUpload: ({ id, contentType, size }) => call(mediaRoutes.createUpload, { body: { id, contentType, size } }),
    getUpload: (mediaId) => call(mediaRoutes.getUpload, { params: { mediaId } }),
    uploadFile: platform.uploadFile,
    isFileThere: platform.isFileThere,
    newMediaId,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  return { store, transport: makeTransport({ store, carry, isFileThere: platform.isFileThere }) };
};

const tooLarge = `照片超过 ${mediaLimits.maxBytes / 1024 / 1024} MB，请换一张`;

const fresh = async ({ path, size, contentType }: PickedPhoto): Promise<DraftPhoto> => {
  const photo = { id: await newMediaId(), path, size, contentType };
  if (size > mediaLimits.maxBytes) return { ...photo, state: 'refused', reason: tooLarge };
  return { ...photo, state: 'waiting' };
};

export type Photos = {
  photos: readonly DraftPhoto[];
  max: number;
  add: () => Promise<void>;
  remove: (id: MediaId) => void;
  retry: (id: MediaId) => void;
};

/** Photos that are picked, sent at once and cleaned while the person goes on writing; `initial` are those of a kept draft. */
export const usePhotos = ({ max, initial }: { max: number; initial: readonly DraftPhoto[] }): Photos => {
  const [{ store, transport }] = useState(() => photoStore(initial));
  const { photos } = useSyncExternalStore(store.subscribe, store.get);
  const isPicking = useRef(false);

  const resume = async () => {
    const { lost, isSignInNeeded } = await transport.resume();
    if (lost > 0) notify(`有 ${lost} 张照片已不在手机里，请重新拍`);
    if (isSignInNeeded) notify('登录已过期，请重新登录后再传照片');
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is taken up once, when the form opens
  useEffect(() => {
    if (initial.length > 0) void resume();
  }, []);

  const add = async () => {
    if (isPicking.current || photos.length >= max) return;
    isPicking.current = true;
    try {
      const picked = await platform.choosePhotos(max - photos.length);
      store.change({ kind: 'photosAdded', photos: await Promise.all(picked.map(fresh)) });
    } catch (error) {
      notifyError(error);
    } finally {
      isPicking.current = false;
    }
    await resume();
  };

  return {
    photos,
    max,
    add,
    remove: (id) => store.change({ kind: 'photoRemoved', id }),
    retry: (id) => void transport.retry(id),
  };
};
