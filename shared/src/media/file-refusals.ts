import * as z from 'zod/mini';

/** Why a file was refused. */
export const FileRefusal = z.enum(['notADocument', 'otherDocument', 'oldOffice', 'hasMacros', 'brokenDocument']);
export type FileRefusal = z.output<typeof FileRefusal>;

export const fileRefusalText: Record<FileRefusal, string> = {
  notADocument: '这个文件不是 PDF、Word（docx）或 Excel（xlsx），改了名字也不行，请换一个',
  otherDocument: '文件的内容和后缀对不上，请用原来的后缀，或另存一次再传',
  oldOffice: '旧版 Word、Excel（doc、xls）和加了密码的文件不能用，请去掉密码、另存为 docx 或 xlsx 再传',
  hasMacros: '文件里有宏（能运行的程序），不能作附件，请另存为不带宏的 docx 或 xlsx',
  brokenDocument: '文件不完整或已损坏，请重新导出再传',
};
