import Taro from '@tarojs/taro';
import { DeviceError } from './types.ts';

const failed = '没有下载成功，请稍后再试';

const openInBrowser = async (url: string, name: string): Promise<void> => {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.target = '_blank';
  document.body.append(link);
  link.click();
  link.remove();
};

type Headers = Record<string, string>;

/** Fetched before it is handed over: a link that has run out is told, and not shown as a page of its own. */
const fetchInBrowser = async (url: string, name: string, headers: Headers = {}): Promise<void> => {
  const answer = await fetch(url, { headers }).catch(() => undefined);
  const bytes = answer?.ok === true ? await answer.blob().catch(() => undefined) : undefined;
  if (bytes === undefined) throw new DeviceError(failed);
  const address = URL.createObjectURL(bytes);
  await openInBrowser(address, name);
  setTimeout(() => URL.revokeObjectURL(address), keptForMs);
};

/** A browser takes the bytes over after the tap. */
const keptForMs = 60_000;

const folder = () => `${String(Taro.env.USER_DATA_PATH)}/opened`;

/** A place for one file under its own name; the one before goes, for files share their room with photos that are on their way. */
const clearedFolder = (): Promise<string> =>
  new Promise((resolve) => {
    const files = Taro.getFileSystemManager();
    const make = () => files.mkdir({ dirPath: folder(), recursive: true, complete: () => resolve(folder()) });
    files.rmdir({ dirPath: folder(), recursive: true, complete: make });
  });

/** WeChat shows documents itself; what it cannot show goes to a chat, from where a computer has it. */
const openInWeChat = async (url: string, name: string, header: Headers = {}): Promise<void> => {
  const filePath = `${await clearedFolder()}/${name}`;
  const { statusCode } = await Taro.downloadFile({ url, filePath, header }).catch(() => ({ statusCode: 0 }));
  if (statusCode !== 200) throw new DeviceError(failed);
  if (!/\.(pdf|docx|xlsx)$/.test(name)) {
    await Taro.shareFileMessage({ filePath, fileName: name }).catch(() => undefined);
    return;
  }
  await Taro.openDocument({ filePath, showMenu: true }).catch(() => {
    throw new DeviceError('文件下载好了，但手机没能打开它，请再试一次');
  });
};

/** Fetches a file that anyone may have and hands it to the person. Throws {@link DeviceError} when it cannot be had. */
export const openFile: (url: string, name: string) => Promise<void> =
  process.env['TARO_ENV'] === 'weapp' ? openInWeChat : openInBrowser;

/** The same for a file by a link of its own, which is good for a while and may hold a name that only this link gives. */
export const openLinkedFile: (url: string, name: string) => Promise<void> =
  process.env['TARO_ENV'] === 'weapp' ? openInWeChat : fetchInBrowser;

const fetchOwn = process.env['TARO_ENV'] === 'weapp' ? openInWeChat : fetchInBrowser;

/** The same for a file that only who is signed in may have. */
export const openOwnFile = (url: string, name: string, token: string | undefined): Promise<void> =>
  fetchOwn(url, name, token === undefined ? {} : { authorization: `Bearer ${token}` });
