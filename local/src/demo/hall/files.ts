import { readFile } from 'node:fs/promises';
import type { MediaId } from '@suishoupai/shared/ids';
import { fileRoutes } from '@suishoupai/shared/media/file-routes';
import type { FileKind } from '@suishoupai/shared/media/files';
import { type Phone, Refused } from '../phone.ts';
import { until } from './stage.ts';

/** What offices have sent along. */
export type DemoFile = `${string}.${FileKind}`;

const kindOf = (file: DemoFile): FileKind => file.slice(file.lastIndexOf('.') + 1) as FileKind;

const stateOf = async ({ ask }: Phone, mediaId: MediaId) => {
  try {
    return (await ask(fileRoutes.getFileUpload, { params: { mediaId } })).state;
  } catch (error) {
    if (error instanceof Refused && error.code === 'media.notFound') return undefined;
    throw error;
  }
};

/** Sends a file of the demo under this id, unless it is there, and waits until it was looked through. */
export const sendFile = async (phone: Phone, id: MediaId, file: DemoFile): Promise<void> => {
  const isClean = async () => (await stateOf(phone, id)) === 'clean';
  if (await isClean()) return;
  await phone.uploadFile(id, kindOf(file), await readFile(new URL(`files/${file}`, import.meta.url)));
  await until(`file ${file}`, isClean);
};
