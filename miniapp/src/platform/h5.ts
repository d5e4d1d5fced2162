import { mediaLimits, uploadTypes } from '@suishoupai/shared/media/limits';
import { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import Taro from '@tarojs/taro';
import * as z from 'zod/mini';
import { ApiError } from '../api/api-error.ts';
import { blobShelf } from './blob-shelf.ts';
import { chooseFiles } from './choose-files.ts';
import { chosenPersona } from './persona.ts';
import { pickOnDrawing } from './place-pick.ts';
import type { PickedPhoto, Platform, UploadType } from './types.ts';

const longestEdge = 2400;

/** Some browsers know no type for HEIC; what a file really is, the service finds out. */
const uploadType = ({ type, name }: File): UploadType =>
  uploadTypes.find((known) => known === type) ?? (/\.hei[cf]$/i.test(name) ? 'image/heic' : 'image/jpeg');

/** Only what would be refused for its size is drawn anew: the service is the one that cleans. */
const shrink = async (path: string): Promise<PickedPhoto> => {
  const image = new Image();
  image.src = path;
  await image.decode();
  const scale = Math.min(1, longestEdge / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  if (blob === null) throw new Error('the canvas gave no picture');
  return { path: URL.createObjectURL(blob), size: blob.size, contentType: 'image/jpeg' };
};

/** What is too large and cannot be drawn either is told from its size by whoever picked it. */
const prepare = async (file: File): Promise<PickedPhoto> => {
  const path = URL.createObjectURL(file);
  const original = { path, size: file.size, contentType: uploadType(file) };
  if (file.size <= mediaLimits.maxBytes) return original;
  try {
    return await shrink(path);
  } catch {
    return original;
  }
};

export const h5: Platform = {
  signInCode: async (send) => {
    const persona = chosenPersona.get();
    if (persona === undefined) throw new ApiError('session.missing');
    const { status, data } = await send({ method: 'POST', url: '/demo/login', body: { persona } });
    const answer = z.safeParse(z.object({ code: z.string() }), data);
    if (status >= 400 || !answer.success) throw new ApiError('wechat.unavailable');
    return answer.data.code;
  },

  randomBytes: async (length) => crypto.getRandomValues(new Uint8Array(length)),

  choosePhotos: async (count) => {
    const files = await chooseFiles(count > 1);
    const photos = await Promise.all(files.slice(0, count).map(prepare));
    return { photos, leftOut: files.length - photos.length };
  },

  keepFile: blobShelf.keep,
  isKeptFile: blobShelf.isKept,
  keptFiles: blobShelf.paths,
  dropFiles: blobShelf.drop,

  uploadFile: async ({ url, fields }, path) => {
    try {
      const filePath = await blobShelf.urlOf(path);
      if (filePath === undefined) return 'lost';
      const { statusCode } = await Taro.uploadFile({
        url,
        filePath,
        name: 'file',
        formData: fields,
        withCredentials: false,
      });
      return statusCode >= 200 && statusCode < 300 ? 'sent' : 'refused';
    } catch {
      return 'lost';
    }
  },

  isFileThere: async (path) => {
    if (blobShelf.isKept(path)) return await blobShelf.has(path);
    try {
      return (await fetch(path)).ok;
    } catch {
      return false;
    }
  },

  pickPlace: () => pickOnDrawing(),

  openSettings: async () => undefined,

  currentPoint: () =>
    new Promise((resolve) => {
      if (!('geolocation' in navigator)) resolve(undefined);
      else
        navigator.geolocation.getCurrentPosition(
          ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude, datum: 'wgs84' }),
          () => resolve(undefined),
          { timeout: 8_000, maximumAge: 60_000 },
        );
    }),

  allowMessages: async (templates, send) => {
    const { data } = await send({
      method: 'POST',
      url: '/demo/subscribe',
      body: { persona: chosenPersona.get(), templates },
    });
    const answer = z.safeParse(z.object({ accepted: z.array(SubscriptionTemplate) }), data);
    return answer.success ? answer.data.accepted : [];
  },

  openPrivacyGuideline: undefined,

  isOnline: async () => navigator.onLine,

  onNetworkChange: (listener) => {
    const online = () => listener(true);
    const offline = () => listener(false);
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
    };
  },

  onFront: (listener) =>
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') listener();
    }),
};
