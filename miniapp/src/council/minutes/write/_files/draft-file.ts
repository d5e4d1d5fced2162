import { FileKind } from '@suishoupai/shared/media/files';
import { type Attachment, attachmentNote } from '@suishoupai/shared/meetings/attachments';
import * as z from 'zod/mini';
import { DraftPhoto } from '../../../../photos/draft-photo.ts';

/** A file on its way to the service, with the name it is to have. */
export const DraftFile = z.extend(z.omit(DraftPhoto, { contentType: true }), { kind: FileKind, name: z.string() });
export type DraftFile = z.output<typeof DraftFile>;

const stateWords: Record<DraftFile['state'], string> = {
  waiting: '等待上传',
  uploading: '正在上传',
  processing: '正在检查',
  ready: '已传好',
  refused: '不能用',
  failed: '没传上去',
};

/** 「PDF · 1.2 MB · 正在上传」; what came with the version before is there already. */
export const noteOf = (file: Pick<Attachment, 'kind' | 'size'> & Partial<Pick<DraftFile, 'state'>>): string =>
  file.state === undefined ? attachmentNote(file) : `${attachmentNote(file)} · ${stateWords[file.state]}`;

/** The sentence for files that are not ready to be sent along, or undefined when all are. */
export const filesMissing = (files: readonly Pick<DraftFile, 'state' | 'name'>[]): string | undefined => {
  if (files.some(({ state }) => state === 'failed' || state === 'refused')) return '有附件没传上去，请重试或删掉它';
  if (files.some(({ name }) => name.trim() === '')) return '每个附件要有名字';
  return files.every(({ state }) => state === 'ready') ? undefined : '附件还在上传，请稍等';
};
