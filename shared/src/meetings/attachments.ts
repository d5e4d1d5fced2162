import * as z from 'zod/mini';
import { text } from '../contract/fields.ts';
import { MediaId } from '../ids.ts';
import { FileKind, fileKindLabels, fileLimits, sizeWords } from '../media/files.ts';

const isOneLine = (name: string): boolean => !/[\r\n\t]/.test(name);

/** A file as whoever writes the minutes hangs it on: by what it was uploaded under, and what it is called. */
export const Hung = z.strictObject({
  id: MediaId,
  name: text(1, fileLimits.name).check(z.refine(isOneLine)),
});
export type Hung = z.output<typeof Hung>;

/** A file that belongs to a version of the minutes. With the SHA-256 of its bytes in it, the hash of the version covers the file too. */
export const Attachment = z.object({
  id: MediaId,
  /** Without the ending. */
  name: z.string(),
  kind: FileKind,
  size: z.int(),
  sha256: z.string(),
});
export type Attachment = z.output<typeof Attachment>;

/** 「PDF · 1.2 MB」. */
export const attachmentNote = ({ kind, size }: Pick<Attachment, 'kind' | 'size'>): string =>
  `${fileKindLabels[kind]} · ${sizeWords(size)}`;

/** In one line, with as much of the digest as a person compares. */
export const attachmentLine = ({ name, kind, size, sha256 }: Attachment): string =>
  `附件：${name}（${fileKindLabels[kind]}，${sizeWords(size)}，指纹 ${sha256.slice(0, 16)}）`;
