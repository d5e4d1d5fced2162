import { mediaRoutes } from '@suishoupai/shared/media/contract';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import { call, session } from '../api/client.ts';
import { newMediaId } from '../platform/new-id.ts';
import { platform } from '../platform/platform.ts';
import type { PickedPhoto } from '../platform/types.ts';
import { makeCarry } from './carry.ts';
import type { DraftPhoto } from './draft-photo.ts';
import type { PhotoList } from './photo-list.ts';
import { makeTransport } from './transport.ts';

/** The way of these photos to the service, the same for a report and for an answer. */
export const transportOf = (list: PhotoList) => {
  const { uploadFile, isFileThere } = platform;
  const carry = makeCarry({
    list,
    createUpload: async ({ id, contentType, size }) => {
      await session.ensure();
      return await call(mediaRoutes.createUpload, { body: { id, contentType, size } });
    },
    getUpload: async (mediaId) => {
      await session.ensure();
      return await call(mediaRoutes.getUpload, { params: { mediaId } });
    },
    uploadFile,
    isFileThere,
    newMediaId,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  return makeTransport({ list, carry, isFileThere });
};

const empty = '照片文件是空的或已损坏，请重新拍一张';
const tooLarge = `照片超过 ${mediaLimits.maxBytes / 1024 / 1024} MB，请换一张`;

const fresh = async ({ path, size, contentType }: PickedPhoto): Promise<DraftPhoto> => {
  const photo = { id: await newMediaId(), path, size, contentType };
  if (size === 0) return { ...photo, state: 'refused', reason: empty };
  if (size > mediaLimits.maxBytes) return { ...photo, state: 'refused', reason: tooLarge };
  return { ...photo, state: 'waiting' };
};

/** Opens camera or album. Throws `DeviceError` when the phone forbids it; empty when the person backs out. */
export const pickPhotos = async (count: number): Promise<DraftPhoto[]> =>
  Promise.all((await platform.choosePhotos(count)).map(fresh));
