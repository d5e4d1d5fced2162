import Taro from '@tarojs/taro';
import { notify } from '../ui/notify.ts';

type File = {
  name: string;
  type: 'text/csv' | 'application/json';
  content: string;
  /** What is said once the browser has it. */
  done: string;
};

const inBrowser = ({ name, type, content, done }: File): void => {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  notify(done);
};

/** WeChat saves no file for other programs: it is sent to a chat, from where a computer has it. */
const inWeChat = async ({ name, content }: File): Promise<void> => {
  const filePath = `${String(Taro.env.USER_DATA_PATH)}/${name}`;
  try {
    await new Promise<void>((resolve, reject) => {
      const files = Taro.getFileSystemManager();
      files.writeFile({ filePath, data: content, encoding: 'utf8', success: () => resolve(), fail: reject });
    });
    await Taro.shareFileMessage({ filePath, fileName: name });
  } catch {
    notify('没有发出去，可以发到“文件传输助手”再试一次');
  }
};

/** Gives the person a file that was made here. */
export const saveFile = async (file: File): Promise<void> =>
  process.env['TARO_ENV'] === 'weapp' ? inWeChat(file) : inBrowser(file);
