import { rollTemplateCsv } from '@suishoupai/shared/households/roll-columns';
import Taro from '@tarojs/taro';
import { notify } from '../../ui/notify.ts';

const fileName = '业主名册模板.csv';

const inBrowser = (): void => {
  const url = URL.createObjectURL(new Blob([rollTemplateCsv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  notify('模板下载好了，用 Excel 打开就能填');
};

/** WeChat saves no file for other programs: it is sent to a chat, from where a computer has it. */
const inWeChat = async (): Promise<void> => {
  const filePath = `${String(Taro.env.USER_DATA_PATH)}/${fileName}`;
  try {
    await new Promise<void>((resolve, reject) => {
      const files = Taro.getFileSystemManager();
      files.writeFile({ filePath, data: rollTemplateCsv, encoding: 'utf8', success: () => resolve(), fail: reject });
    });
    await Taro.shareFileMessage({ filePath, fileName });
  } catch {
    notify('没有发出去，可以发到“文件传输助手”再试一次');
  }
};

/** Gives the person the roll's template to fill in. */
export const saveTemplate = async (): Promise<void> => (process.env['TARO_ENV'] === 'weapp' ? inWeChat() : inBrowser());
