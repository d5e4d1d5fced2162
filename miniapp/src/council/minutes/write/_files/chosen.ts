import { FileKind, fileLimits } from '@suishoupai/shared/media/files';

/** A file that the person pointed at. */
export type ChosenFile = { path: string; size: number; fileName: string };
export type NamedFile = Omit<ChosenFile, 'fileName'> & { kind: FileKind; name: string };

const empty = '文件是空的，请换一个';
const tooLarge = `文件超过 ${fileLimits.maxBytes / 1024 / 1024} MB，请压缩或拆开再传`;
/** Undefined for a file that may be sent. */
export const sizeFault = (size: number): string | undefined => {
  if (size === 0) return empty;
  return size > fileLimits.maxBytes ? tooLarge : undefined;
};

const named = ({ fileName, ...file }: ChosenFile): NamedFile | undefined => {
  const [, stem = '', ending = ''] = /^(.*)\.(\w+)$/s.exec(fileName.trim()) ?? [];
  const kind = FileKind.options.find((each) => each === ending.toLowerCase());
  const name = stem.replace(/\s+/g, ' ').slice(0, fileLimits.name).trim();
  return kind && { ...file, kind, name: name === '' ? '附件' : name };
};

/** Those that may hang on minutes by their endings, at most `count`, and what the person must know of the rest. */
export const sorted = (
  files: readonly ChosenFile[],
  count: number,
): { files: NamedFile[]; words: string | undefined } => {
  const known = files.map(named).filter((file) => file !== undefined);
  const other = files.find((file) => named(file) === undefined);
  const leftOut = known.length - count;
  const words =
    other === undefined
      ? leftOut > 0
        ? `附件放满了，有 ${leftOut} 个没有放进来`
        : undefined
      : `「${other.fileName.slice(-20)}」不是 PDF、Word（docx）或 Excel（xlsx）`;
  return { files: known.slice(0, count), words };
};
