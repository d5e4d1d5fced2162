import { mediaLimits } from '@suishoupai/shared/media/limits';
import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import Taro from '@tarojs/taro';
import { ApiError } from '../api/api-error.ts';
import { loginFailure } from './login-failure.ts';
import { DeviceError, type PickedPhoto, type Platform, type UploadType } from './types.ts';

const templateIds: Record<SubscriptionTemplate, string> = {
  ticketProgress: process.env['TARO_APP_TEMPLATE_PROGRESS'] ?? '',
  ticketWaiting: process.env['TARO_APP_TEMPLATE_WAITING'] ?? '',
};

/** The last page of `errMsg` is all that WeChat gives to tell a change of mind from a prohibition. */
const reasonOf = (error: unknown): 'cancel' | 'privacy' | 'denied' | 'failed' => {
  const { errMsg = '' } = (error ?? {}) as { errMsg?: string };
  if (errMsg.includes('cancel')) return 'cancel';
  if (errMsg.includes('privacy')) return 'privacy';
  return errMsg.includes('auth') || errMsg.includes('permission') ? 'denied' : 'failed';
};

/** WeChat asks by itself before the first use of camera, album or place; refused, it does not ask again for some ten seconds. */
const privacyRefused = '要先同意微信的《用户隐私保护指引》。请过一会儿再点，在弹出的窗口里选同意';

const sizeOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath: path, success: ({ size }) => resolve(size), fail: reject });
  });

const contentTypes: Record<string, UploadType> = {
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
};

/** Undefined for what the phone cannot read or make smaller; `compressImage` works on JPEG alone. */
const smaller = async (path: string): Promise<{ path: string; contentType: UploadType } | undefined> => {
  try {
    const { type = 'jpeg', width, height } = await Taro.getImageInfo({ src: path });
    const contentType = contentTypes[type] ?? 'image/jpeg';
    if (contentType !== 'image/jpeg') return { path, contentType };
    const { fullEdge } = mediaLimits;
    const isLong = Math.max(width, height) > fullEdge;
    const edge = width >= height ? { compressedWidth: fullEdge } : { compressedHeight: fullEdge };
    const { tempFilePath } = await Taro.compressImage({ src: path, quality: 80, ...(isLong ? edge : {}) });
    return { path: tempFilePath, contentType };
  } catch {
    return undefined;
  }
};

const typeByName = (path: string): UploadType =>
  contentTypes[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'image/jpeg';

/** What cannot be made smaller is sent as it is and judged by the service. */
const prepare = async (original: string): Promise<PickedPhoto> => {
  const { path, contentType } = (await smaller(original)) ?? { path: original, contentType: typeByName(original) };
  return { path, contentType, size: await sizeOf(path) };
};

/** Up to 200 MB that WeChat keeps until the mini-program is removed; temporary files it takes away at will. */
const keptFolder = (): string => String(Taro.env.USER_DATA_PATH);
const keptPrefix = 'photo_';

export const weapp: Platform = {
  signInCode: async () => {
    const { code } = await Taro.login().catch((error: unknown) => {
      throw new ApiError(loginFailure(error));
    });
    return code;
  },

  randomBytes: async (length) => {
    const { randomValues } = await Taro.getRandomValues({ length });
    return new Uint8Array(randomValues as ArrayBuffer);
  },

  choosePhotos: async (count) => {
    try {
      const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sourceType: ['camera', 'album'] });
      const photos = await Promise.all(tempFiles.map(({ tempFilePath }) => prepare(tempFilePath)));
      return { photos, leftOut: 0 };
    } catch (error) {
      if (reasonOf(error) === 'cancel') return { photos: [], leftOut: 0 };
      if (reasonOf(error) === 'privacy') throw new DeviceError(privacyRefused);
      if (reasonOf(error) === 'denied') throw new DeviceError('没有相机或相册的权限，请点右上角「…」→ 设置里打开');
      throw new DeviceError('没能取到照片，请再试一次');
    }
  },

  keepFile: (path, name) =>
    new Promise((resolve) => {
      const ending = /\.\w{1,5}$/.exec(path)?.[0] ?? '';
      const destPath = `${keptFolder()}/${keptPrefix}${name}${ending}`;
      const files = Taro.getFileSystemManager();
      files.copyFile({ srcPath: path, destPath, success: () => resolve(destPath), fail: () => resolve(undefined) });
    }),

  isKeptFile: (path) => path.startsWith(`${keptFolder()}/${keptPrefix}`),

  keptFiles: () =>
    new Promise((resolve) => {
      Taro.getFileSystemManager().readdir({
        dirPath: keptFolder(),
        success: ({ files }) =>
          resolve(files.filter((file) => file.startsWith(keptPrefix)).map((file) => `${keptFolder()}/${file}`)),
        fail: () => resolve([]),
      });
    }),

  dropFiles: async (paths) => {
    const files = Taro.getFileSystemManager();
    await Promise.all(
      paths.map(
        (filePath) =>
          new Promise<void>((resolve) => files.unlink({ filePath, success: () => resolve(), fail: () => resolve() })),
      ),
    );
  },

  uploadFile: async ({ url, fields }, path) => {
    try {
      const { statusCode } = await Taro.uploadFile({
        url,
        filePath: path,
        name: 'file',
        formData: fields,
        timeout: 60_000,
      });
      return statusCode >= 200 && statusCode < 300 ? 'sent' : 'refused';
    } catch {
      return 'lost';
    }
  },

  isFileThere: (path) =>
    new Promise((resolve) => {
      Taro.getFileSystemManager().access({ path, success: () => resolve(true), fail: () => resolve(false) });
    }),

  openSettings: async () => {
    await Taro.openSetting({}).catch(() => undefined);
  },

  pickPlace: async () => {
    try {
      const { name, address, longitude, latitude } = await Taro.chooseLocation({});
      return { point: { lng: Number(longitude), lat: Number(latitude), datum: 'gcj02' }, label: name || address };
    } catch (error) {
      if (reasonOf(error) === 'cancel') return undefined;
      if (reasonOf(error) === 'privacy') throw new DeviceError(privacyRefused);
      if (reasonOf(error) === 'denied') throw new DeviceError('没有位置权限，请点右上角「…」→ 设置里打开');
      throw new DeviceError('地图没有打开，请再试一次');
    }
  },

  currentPoint: async () => undefined,

  allowMessages: async (templates) => {
    const wanted = templates.filter((template) => templateIds[template] !== '');
    if (wanted.length === 0) return [];
    try {
      const tmplIds = wanted.map((template) => templateIds[template]);
      const answers: Record<string, unknown> = { ...(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) };
      return wanted.filter((template) => String(answers[templateIds[template]]).startsWith('accept'));
    } catch {
      return [];
    }
  },

  openPrivacyGuideline: () => void Taro.openPrivacyContract({}),

  isOnline: async () => {
    try {
      return (await Taro.getNetworkType()).networkType !== 'none';
    } catch {
      return true;
    }
  },

  onNetworkChange: (listener) => {
    const heard = ({ isConnected }: { isConnected: boolean }) => listener(isConnected);
    Taro.onNetworkStatusChange(heard);
    return () => Taro.offNetworkStatusChange(heard);
  },

  onFront: (listener) => Taro.onAppShow(listener),
};
