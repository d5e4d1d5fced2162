import Taro from '@tarojs/taro';

/** The camera reads a code in WeChat; undefined where there is none (H5), and what the code says is typed. Empty when nothing was scanned. */
export const scanCode =
  process.env['TARO_ENV'] === 'weapp'
    ? async (): Promise<string> => {
        try {
          return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result;
        } catch {
          return '';
        }
      }
    : undefined;
