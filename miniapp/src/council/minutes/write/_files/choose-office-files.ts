import { FileKind } from '@suishoupai/shared/media/files';
import Taro from '@tarojs/taro';
import { chooseFiles } from '../../../../platform/choose-files.ts';
import type { ChosenFile } from './chosen.ts';

const inBrowser = async (): Promise<ChosenFile[]> =>
  (await chooseFiles(true, FileKind.options.map((kind) => `.${kind}`).join(','))).map((file) => ({
    path: URL.createObjectURL(file),
    size: file.size,
    fileName: file.name,
  }));

/** From a chat: WeChat opens no folders of the phone. */
const inWeChat = async (count: number): Promise<ChosenFile[]> => {
  const asked = { count, type: 'file' as const, extension: [...FileKind.options] };
  const chosen = await Taro.chooseMessageFile(asked).catch(() => undefined);
  return (chosen?.tempFiles ?? []).map(({ path, size, name }) => ({ path, size, fileName: name }));
};

/** None when the person backs out. */
export const chooseOfficeFiles: (count: number) => Promise<ChosenFile[]> =
  process.env['TARO_ENV'] === 'weapp' ? inWeChat : inBrowser;
