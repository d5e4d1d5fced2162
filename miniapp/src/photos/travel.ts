import { mediaRoutes } from '@suishoupai/shared/media/contract';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import { call, session } from '../api/client.ts';
import { newMediaId } from '../platform/new-id.ts';
import { platform } from '../platform/platform.ts';
import type { PickedPhoto } from '../platform/types.ts';
import { type CarryDeps, makeCarry } from './carry.ts';
import type { DraftPhoto, Traveller } from './draft-photo.ts';
import type { PhotoList } from './photo-list.ts';
import type { Picked } from './picked.ts';
import { makeTransport } from './transport.ts';

type Asked<T extends Traveller> = Pick<CarryDeps<T>, 'createUpload' | 'getUpload'>;

/** The way of what is in the list to the service, by what is asked of it; somebody is signed in before. */
export const transportBy = <T extends Traveller>(list: PhotoList<T>, { createUpload, getUpload }: Asked<T>) => {
  const { uploadFile, isFileThere, isOnline } = platform;
  const carry = makeCarry({
    list,
    createUpload: async (one) => {
      await session.ensure();
      return await createUpload(one);
    },
    getUpload: async (id) => {
      await session.ensure();
      return await getUpload(id);
    },
    uploadFile,
    isFileThere,
    newMediaId,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  return makeTransport({ list, carry, isFileThere, isOnline });
};

/** Of photos, the same for a report and for an answer. */
export const transportOf = (list: PhotoList) =>
  transportBy(list, {
    createUpload: ({ id, contentType, size }) => call(mediaRoutes.createUpload, { body: { id, contentType, size } }),
    getUpload: (mediaId) => call(mediaRoutes.getUpload, { params: { mediaId } }),
  });

const empty = '照片文件是空的或已损坏，请重新拍一张';
const tooLarge = `照片超过 ${mediaLimits.maxBytes / 1024 / 1024} MB，请换一张`;

/** Kept at once, so that it outlives the program even where there is no network to send it. */
const fresh = async ({ path, size, contentType }: PickedPhoto): Promise<DraftPhoto> => {
  const id = await newMediaId();
  const photo = { id, path, size, contentType };
  if (size === 0) return { ...photo, state: 'refused', reason: empty };
  if (size > mediaLimits.maxBytes) return { ...photo, state: 'refused', reason: tooLarge };
  return { ...photo, path: (await platform.keepFile(path, id)) ?? path, state: 'waiting' };
};

/** Opens camera or album. Throws `DeviceError` when the phone forbids it; no photos when the person backs out. */
export const pickPhotos = async (count: number): Promise<Picked> => {
  const { photos: chosen, leftOut } = await platform.choosePhotos(count);
  const photos = await Promise.all(chosen.map(fresh));
  const unkept = photos.filter(({ state, path }) => state !== 'refused' && !platform.isKeptFile(path)).length;
  return { photos, leftOut, unkept };
};
