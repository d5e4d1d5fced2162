import * as z from 'zod/mini';

/** Files of an office that may stand beside words; everything else a phone might open as a program. */
export const FileKind = z.enum(['pdf', 'docx', 'xlsx']);
export type FileKind = z.output<typeof FileKind>;

const office = 'application/vnd.openxmlformats-officedocument';
export const fileTypes = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
} as const satisfies Record<FileKind, string>;
export type FileType = (typeof fileTypes)[FileKind];

/** The kind of a content type; undefined for pictures. */
export const kindOfType = (contentType: string): FileKind | undefined =>
  FileKind.options.find((kind) => fileTypes[kind] === contentType);

export const fileKindLabels: Record<FileKind, string> = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' };

/** Used by the phone before it uploads, by the presigned policy, and by the function that looks through. */
export const fileLimits = { maxBytes: 10 * 1024 * 1024, name: 80 } as const;

/** 「320 KB」「1.2 MB」. */
export const sizeWords = (bytes: number): string => {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};

/** A name under which any system keeps the file. */
export const fileNameOf = ({ name, kind }: { name: string; kind: FileKind }): string =>
  `${name.replace(/[\\/:*?"<>|]/g, '_')}.${kind}`;
