import Taro from '@tarojs/taro';
import { DeviceError } from './types.ts';

const isWeapp = process.env['TARO_ENV'] === 'weapp';

const openInBrowser = async (url: string, name: string): Promise<void> => {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.target = '_blank';
  document.body.append(link);
  link.click();
  link.remove();
};

/** WeChat shows documents itself; what it cannot show goes to a chat, from where a computer has it. */
const openInWeChat = async (url: string, name: string): Promise<void> => {
  const filePath = `${String(Taro.env.USER_DATA_PATH)}/${name}`;
  const { statusCode } = await Taro.downloadFile({ url, filePath }).catch(() => ({ statusCode: 0 }));
  if (statusCode !== 200) throw new DeviceError('没有下载成功，请稍后再试');
  const shown = /\.(pdf|docx)$/.test(name)
    ? Taro.openDocument({ filePath, showMenu: true })
    : Taro.shareFileMessage({ filePath, fileName: name });
  await shown.catch(() => undefined);
};

/** Fetches a file that anyone may have and hands it to the person. Throws {@link DeviceError} when it cannot be had. */
export const openFile: (url: string, name: string) => Promise<void> = isWeapp ? openInWeChat : openInBrowser;
