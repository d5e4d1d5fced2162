import type { MediaId } from '@suishoupai/shared/ids';
import { fileRoutes } from '@suishoupai/shared/media/file-routes';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { call } from '../../../../api/client.ts';
import type { PhotoList } from '../../../../photos/photo-list.ts';
import { transportBy } from '../../../../photos/travel.ts';
import { useTravellers } from '../../../../photos/use-travellers.ts';
import { newMediaId } from '../../../../platform/new-id.ts';
import { platform } from '../../../../platform/platform.ts';
import { chooseOfficeFiles } from './choose-office-files.ts';
import { type NamedFile, sizeFault, sorted } from './chosen.ts';
import type { DraftFile } from './draft-file.ts';

const transportOf = (list: PhotoList<DraftFile>) =>
  transportBy(list, {
    createUpload: ({ id, kind, size }) => call(fileRoutes.createFileUpload, { body: { id, kind, size } }),
    getUpload: (mediaId) => call(fileRoutes.getFileUpload, { params: { mediaId } }),
  });

/** Kept at once, so that it outlives the program even where there is no network to send it. */
const fresh = async (file: NamedFile): Promise<DraftFile> => {
  const id = await newMediaId();
  const reason = sizeFault(file.size);
  if (reason !== undefined) return { ...file, id, state: 'refused', reason };
  return { ...file, id, path: (await platform.keepFile(file.path, id)) ?? file.path, state: 'waiting' };
};

const pick = async (count: number) => {
  const chosen = sorted(await chooseOfficeFiles(count), count);
  const picked = await Promise.all(chosen.files.map(fresh));
  const unkept = picked.filter(({ state, path }) => state !== 'refused' && !platform.isKeptFile(path)).length;
  const full = unkept > 0 ? `手机存储满了，有 ${unkept} 个附件没能存下来，提交前请不要离开` : undefined;
  return { picked, words: full ?? chosen.words };
};

/** Files that are to hang on the minutes; `max`: how many beside those that hang there already. */
export const useFiles = ({ max, initial }: { max: number; initial: readonly DraftFile[] }) => {
  const { items, add, remove, retry, change } = useTravellers<DraftFile>({
    max,
    most: meetingLimits.attachments,
    initial,
    transportOf,
    pick,
    lostWords: (lost) => `有 ${lost} 个附件已不在手机里，请重新选`,
    signInWords: '登录已过期，请重新登录后再传附件',
  });
  const rename = (id: MediaId, name: string) => change(id, (file) => ({ ...file, name }));
  return { files: items, isFull: items.length >= max, add, remove, retry, rename };
};

export type Files = ReturnType<typeof useFiles>;
