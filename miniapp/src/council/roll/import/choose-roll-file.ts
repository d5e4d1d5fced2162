import Taro from '@tarojs/taro';
import { chooseFiles } from '../../../platform/choose-files.ts';
import { DeviceError } from '../../../platform/types.ts';

/** A file as the service takes it: its bytes in base 64. */
export type RollFile = { fileName: string; content: string; size: number };

const unread = '读不了这个文件，请换一个再试';

const inBrowser = async (): Promise<RollFile | undefined> => {
  const [file] = await chooseFiles(false, '.csv,.xlsx');
  if (file === undefined) return undefined;
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      resolve({ fileName: file.name, size: file.size, content: url.slice(url.indexOf(',') + 1) });
    };
    reader.onerror = () => reject(new DeviceError(unread));
    reader.readAsDataURL(file);
  });
};

/** From a chat: WeChat opens no folders of the phone. */
const inWeChat = async (): Promise<RollFile | undefined> => {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'xlsx'] }).catch(
    () => undefined,
  );
  const file = chosen?.tempFiles[0];
  if (file === undefined) return undefined;
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      encoding: 'base64',
      success: ({ data }) => resolve({ fileName: file.name, size: file.size, content: String(data) }),
      fail: () => reject(new DeviceError(unread)),
    });
  });
};

/** Undefined when the person backs out. Throws {@link DeviceError} when the file cannot be read. */
export const chooseRollFile = (): Promise<RollFile | undefined> =>
  process.env['TARO_ENV'] === 'weapp' ? inWeChat() : inBrowser();
