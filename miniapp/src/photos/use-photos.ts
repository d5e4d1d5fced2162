import type { MediaId } from '@suishoupai/shared/ids';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import { newMediaId } from '../platform/new-id.ts';
import { platform } from '../platform/platform.ts';
import { notifyError } from '../ui/notify.ts';
import type { KeptPhoto } from './kept-photo.ts';
import { makeUploader, type UploadEnd } from './upload-photo.ts';

export type UploadingPhoto = KeptPhoto & {
  state: 'uploading' | 'cleaning' | 'clean' | 'refused' | 'failed';
  /** Why it was refused or failed. */
  message?: string;
  thumbUrl?: string;
};

export type Photos = {
  photos: readonly UploadingPhoto[];
  max: number;
  add: () => Promise<void>;
  remove: (id: MediaId) => void;
  /** The same photo under the same id. */
  retry: (id: MediaId) => void;
  /** Something is still on its way. */
  isBusy: boolean;
  /** In the order they were taken. */
  cleanIds: readonly MediaId[];
  /** For the draft. */
  kept: readonly KeptPhoto[];
};

const uploader = makeUploader({
  call,
  uploadFile: platform.uploadFile,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

const tooLarge = `照片超过 ${mediaLimits.maxBytes / 1024 / 1024} MB，请换一张`;

/** Photos that are picked, sent at once and cleaned while the person goes on writing. */
export const usePhotos = ({ max, initial = [] }: { max: number; initial?: readonly KeptPhoto[] }): Photos => {
  const [photos, setPhotos] = useState<readonly UploadingPhoto[]>(() =>
    initial.map((photo) => ({ ...photo, state: 'cleaning' })),
  );
  const wanted = useRef(new Set<MediaId>());
  const isPicking = useRef(false);

  const change = useCallback((id: MediaId, next: Partial<UploadingPhoto>) => {
    setPhotos((all) => all.map((photo) => (photo.id === id ? { ...photo, ...next } : photo)));
  }, []);

  const watch = useCallback(
    (id: MediaId) => ({
      onSent: () => change(id, { state: 'cleaning' }),
      isWanted: () => wanted.current.has(id),
    }),
    [change],
  );

  const finish = useCallback(
    (id: MediaId, end: UploadEnd) => {
      if (!wanted.current.has(id)) return;
      if (end.state === 'clean') change(id, { state: 'clean', thumbUrl: end.photo.thumbUrl, message: undefined });
      else change(id, end);
    },
    [change],
  );

  const start = useCallback(
    async (photo: KeptPhoto) => {
      wanted.current.add(photo.id);
      if (photo.size > mediaLimits.maxBytes) return change(photo.id, { state: 'refused', message: tooLarge });
      change(photo.id, { state: 'uploading', message: undefined });
      finish(photo.id, await uploader.upload(photo.id, photo, watch(photo.id)));
    },
    [change, finish, watch],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is taken up once, when the form opens
  useEffect(() => {
    for (const { id } of initial) {
      wanted.current.add(id);
      void uploader.resume(id, watch(id)).then((end) => finish(id, end));
    }
    return () => wanted.current.clear();
  }, []);

  const add = async () => {
    if (isPicking.current || photos.length >= max) return;
    isPicking.current = true;
    try {
      const picked = await platform.choosePhotos(max - photos.length);
      const fresh = await Promise.all(picked.map(async (photo) => ({ ...photo, id: await newMediaId() })));
      setPhotos((all) => [...all, ...fresh.map((photo) => ({ ...photo, state: 'uploading' as const }))].slice(0, max));
      for (const photo of fresh) void start(photo);
    } catch (error) {
      notifyError(error);
    } finally {
      isPicking.current = false;
    }
  };

  const remove = (id: MediaId) => {
    wanted.current.delete(id);
    setPhotos((all) => all.filter((photo) => photo.id !== id));
  };

  const retry = (id: MediaId) => {
    const photo = photos.find((candidate) => candidate.id === id);
    if (photo?.state === 'failed') void start(photo);
  };

  return {
    photos,
    max,
    add,
    remove,
    retry,
    isBusy: photos.some(({ state }) => state === 'uploading' || state === 'cleaning'),
    cleanIds: photos.filter(({ state }) => state === 'clean').map(({ id }) => id),
    kept: photos
      .filter(({ state }) => state !== 'refused')
      .map(({ id, path, size, contentType }) => ({ id, path, size, contentType })),
  };
};
