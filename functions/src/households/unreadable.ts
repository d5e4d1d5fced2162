import { AppError } from '@suishoupai/shared/contract/errors';

/** More rows than a roll may have, for files with a remark here and there. */
export const maxRows = 20_000;

/** `roll.unreadable` with the reason that the person can do something about. */
export const unreadable = (message: string, cause?: unknown): AppError =>
  new AppError('roll.unreadable', [{ field: 'body.content', rule: 'file', message }], { cause });

export const tooManyRows = (): AppError => unreadable(`行数太多，最多 ${maxRows} 行`);
