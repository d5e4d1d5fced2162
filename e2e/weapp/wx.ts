import { randomBytes } from 'node:crypto';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import sharp from 'sharp';
import { type Device, userDataPath } from './device.ts';
import type { LaterNavigation } from './pages.ts';
import type { Service } from './service.ts';

type Options = Record<string, unknown> & {
  success?: (result: unknown) => void;
  fail?: (failure: unknown) => void;
  complete?: (result: unknown) => void;
};
type NetworkListener = (change: unknown) => void;
type Work = (options: Options) => object | Promise<object>;
type Deps = {
  device: Device;
  /** By key, as JSON. */
  storage: Map<string, string>;
  service: Pick<Service, 'request' | 'wechatUrl'>;
  /** The address that the build was given for the service. */
  apiUrl: string;
  navigation: LaterNavigation;
  inside: (value: unknown) => unknown;
  isInTap: () => boolean;
};

/** These give a task back, with callbacks or without. */
const tasks = new Set(['request', 'uploadFile', 'downloadFile']);

/** WeChat's refusal; `errMsg` follows the name of the API. */
export class Refused extends Error {}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** WeChat knows jpeg, png, gif and tiff by name and calls the rest unknown. */
const imageInfo = async (bytes: Buffer) => {
  try {
    const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { width, height, type: format };
  } catch {
    return { width: 0, height: 0, type: 'unknown' };
  }
};

/** Everything of `wx` that the mini-program may use. What is not here does not exist; the harness reports who asks for it. */
export const makeWx = ({ device, storage, service, apiUrl, navigation, inside, isInTap }: Deps) => {
  let files = 0;
  const networkListeners = new Set<NetworkListener>();

  const keepFile = (bytes: Buffer): string => {
    const path = `wxfile://tmp_${++files}`;
    device.files.set(path, bytes);
    return path;
  };
  const fileAt = (path: unknown): Buffer => {
    const bytes = device.files.get(text(path));
    if (bytes === undefined) throw new Refused('no such file');
    return bytes;
  };

  let underway = 0;
  const answerOf = async (name: string, work: Work, options: Options) => {
    underway += 1;
    try {
      const { raw, ...plain } = record(await work(options));
      return { isDone: true, result: Object.assign(record(inside({ ...plain, errMsg: `${name}:ok` })), raw) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { isDone: false, result: inside({ errMsg: `${name}:fail ${error.message}` }) };
    } finally {
      underway -= 1;
    }
  };

  /** An API that answers later, in objects of the bundle's realm: by callbacks, or without any by a promise. */
  const answering =
    (name: string, work: Work) =>
    (options: Options = {}) => {
      const { success, fail, complete } = options;
      const answer = answerOf(name, work, options);
      if (!tasks.has(name) && success === undefined && fail === undefined && complete === undefined)
        return answer.then(({ isDone, result }) => {
          if (!isDone) throw result;
          return result;
        });
      void answer.then(({ isDone, result }) => {
        if (isDone) success?.(result);
        else fail?.(result);
        complete?.(result);
      });
      return { abort: () => {}, onProgressUpdate: () => {}, offProgressUpdate: () => {} };
    };

  const online = async <T>(work: () => Promise<T>): Promise<T> => {
    if (device.network === 'down') throw new Refused('net::ERR_INTERNET_DISCONNECTED');
    const answer = await work();
    if (device.network === 'lost') throw new Refused('timeout');
    return answer;
  };

  const request: Work = ({ url, method, data, header }) =>
    online(async () => {
      const address = text(url);
      if (!address.startsWith(`${apiUrl}/`)) throw new Refused(`url not in domain list: ${address}`);
      const response = await service.request(address.slice(apiUrl.length), {
        method: text(method) || 'GET',
        headers: Object.entries(record(header)).map(([name, value]): [string, string] => [name, String(value)]),
        ...(data === undefined ? {} : { body: JSON.stringify(data) }),
      });
      return { statusCode: response.status, data: await response.json(), header: Object.fromEntries(response.headers) };
    });

  const uploadFile: Work = ({ url, filePath, name, formData }) =>
    online(async () => {
      const form = new FormData();
      for (const [field, value] of Object.entries(record(formData))) form.append(field, String(value));
      form.append(text(name), new Blob([new Uint8Array(fileAt(filePath))]), 'tmp.jpg');
      const response = await fetch(text(url), { method: 'POST', body: form });
      return { statusCode: response.status, data: await response.text() };
    });

  const chooseMedia: Work = async ({ count }) => {
    const taken = device.camera.splice(0, typeof count === 'number' ? count : 9);
    if (taken.length === 0) throw new Refused('cancel');
    const tempFiles = taken.map((bytes) => ({ tempFilePath: keepFile(bytes), size: bytes.length, fileType: 'image' }));
    return { type: 'image', tempFiles };
  };

  const requestSubscribeMessage: Work = async ({ tmplIds }) => {
    if (!Array.isArray(tmplIds)) throw new Refused('invalid tmplIds');
    const wanted = tmplIds.map(String);
    await fetch(`${service.wechatUrl}/demo/subscribe`, {
      method: 'POST',
      body: JSON.stringify({ persona: device.persona, templates: wanted }),
    });
    return Object.fromEntries(wanted.map((id) => [id, device.agrees ? 'accept' : 'reject']));
  };

  const later: Record<string, Work> = {
    request,
    uploadFile,
    chooseMedia,
    login: () =>
      online(async () => {
        const body = JSON.stringify({ persona: device.persona });
        const response = await fetch(`${service.wechatUrl}/demo/login`, { method: 'POST', body });
        return record(await response.json());
      }),
    getImageInfo: async ({ src }) => ({ ...(await imageInfo(fileAt(src))), path: text(src), orientation: 'up' }),
    compressImage: async ({ src }) => {
      const { type } = await imageInfo(fileAt(src));
      if (type !== 'jpeg') throw new Refused('not a JPEG');
      const small = sharp(fileAt(src)).resize({ width: mediaLimits.fullEdge, withoutEnlargement: true });
      // Metadata stays: the service must not rely on the phone to take it away.
      return { tempFilePath: keepFile(await small.keepMetadata().jpeg({ quality: 80 }).toBuffer()) };
    },
    chooseLocation: () => {
      if (device.place === undefined) throw new Refused('cancel');
      return device.place;
    },
    getRandomValues: ({ length }) => {
      const values = randomBytes(Number(length));
      return { raw: { randomValues: new Uint8Array(values).buffer } };
    },
    getNetworkType: () => ({ networkType: device.network === 'down' ? 'none' : 'wifi' }),
    showModal: ({ title, content }) => {
      device.dialogs.push(`${text(title)}：${text(content)}`);
      return { confirm: device.agrees, cancel: !device.agrees };
    },
    showActionSheet: () => {
      throw new Refused('cancel');
    },
    showToast: ({ title }) => {
      device.toasts.push(text(title));
      return {};
    },
    hideToast: () => ({}),
    showLoading: () => ({}),
    hideLoading: () => ({}),
    setNavigationBarTitle: ({ title }) => {
      device.titles.push(text(title));
      return {};
    },
    stopPullDownRefresh: () => ({}),
    pageScrollTo: () => ({}),
    makePhoneCall: ({ phoneNumber }) => {
      device.calls.push(text(phoneNumber));
      return {};
    },
    previewImage: ({ urls }) => {
      device.previews.push(Array.isArray(urls) ? urls.map(String) : []);
      return {};
    },
    openLocation: () => ({}),
    openSetting: () => ({}),
    openPrivacyContract: () => ({}),
    setClipboardData: () => ({}),
    navigateTo: ({ url }) => navigation.navigateTo(text(url)),
    redirectTo: ({ url }) => navigation.redirectTo(text(url)),
    reLaunch: ({ url }) => navigation.reLaunch(text(url)),
    switchTab: ({ url }) => navigation.switchTab(text(url)),
    navigateBack: ({ delta }) => navigation.navigateBack(typeof delta === 'number' ? delta : 1),
  };

  const fileSystem = {
    getFileInfo: answering('getFileInfo', ({ filePath }) => ({ size: fileAt(filePath).length })),
    access: answering('access', ({ path }) => {
      fileAt(path);
      return {};
    }),
    copyFile: answering('copyFile', ({ srcPath, destPath }) => {
      const path = text(destPath);
      if (!path.startsWith(`${userDataPath}/`)) throw new Refused('permission denied');
      device.files.set(path, fileAt(srcPath));
      return {};
    }),
    readdir: answering('readdir', ({ dirPath }) => {
      const folder = `${text(dirPath)}/`;
      const inside = [...device.files.keys()].filter((path) => path.startsWith(folder));
      return { files: inside.map((path) => path.slice(folder.length)) };
    }),
    unlink: answering('unlink', ({ filePath }) => {
      fileAt(filePath);
      device.files.delete(text(filePath));
      return {};
    }),
  };

  const model = { brand: 'devtools', model: 'iPhone 13', platform: 'devtools', system: 'iOS 17.0' };
  const screen = {
    pixelRatio: 3,
    windowWidth: 390,
    windowHeight: 753,
    screenWidth: 390,
    screenHeight: 844,
    statusBarHeight: 47,
  };
  const base = { SDKVersion: '3.9.0', language: 'zh_CN', theme: 'light', version: '8.0.50' };
  const read = (key: string): unknown => {
    const kept = storage.get(key);
    return kept === undefined ? '' : inside(JSON.parse(kept));
  };

  /** Nothing is laid out here, so nothing has a place. */
  const selectorQuery = () => {
    const query = {
      select: () => query,
      boundingClientRect: (found?: (box: null) => void) => {
        found?.(null);
        return query;
      },
      exec: () => query,
    };
    return query;
  };

  const atOnce: Record<string, unknown> = {
    createSelectorQuery: selectorQuery,
    canIUse: () => true,
    nextTick: (work: () => void) => void setTimeout(work, 0),
    getSystemInfoSync: () => inside({ ...model, ...screen, ...base }),
    getWindowInfo: () => inside(screen),
    getDeviceInfo: () => inside(model),
    getAppBaseInfo: () => inside(base),
    getSystemSetting: () => inside({ locationEnabled: true }),
    getLaunchOptionsSync: () => inside({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => inside({ path: '', query: {}, scene: 1001 }),
    getAccountInfoSync: () => inside({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'release' } }),
    getMenuButtonBoundingClientRect: () =>
      inside({ top: 51, height: 32, bottom: 83, left: 296, right: 383, width: 87 }),
    getStorageSync: read,
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => inside({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 }),
    env: { USER_DATA_PATH: userDataPath },
    getFileSystemManager: () => fileSystem,
    onNetworkStatusChange: (listener: NetworkListener) => void networkListeners.add(listener),
    offNetworkStatusChange: (listener: NetworkListener) => void networkListeners.delete(listener),
    onAppShow: () => {},
    onThemeChange: () => {},
    offThemeChange: () => {},
    requestSubscribeMessage: (options: Options) => {
      if (isInTap()) return answering('requestSubscribeMessage', requestSubscribeMessage)(options);
      const refuse: Work = () => {
        throw new Refused('can only be invoked by user TAP gesture.');
      };
      return answering('requestSubscribeMessage', refuse)(options);
    },
  };

  return {
    apis: {
      ...atOnce,
      ...Object.fromEntries(Object.entries(later).map(([name, work]) => [name, answering(name, work)])),
    },
    /** Tells the program what it can know of the network. */
    networkChanged: () => {
      const isConnected = device.network !== 'down';
      const change = inside({ isConnected, networkType: isConnected ? 'wifi' : 'none' });
      for (const listener of [...networkListeners]) listener(change);
    },
    /** Nothing that was asked of WeChat is unanswered. */
    isAtRest: () => underway === 0,
  };
};
