import { type ErrorCode, errorTable, type FieldError } from '@suishoupai/shared/contract/errors';

/** `network`: no answer came, so whether the service acted is unknown; repeating with the same id is safe. */
export type ApiErrorCode = ErrorCode | 'network';

const networkText = '网络不太好，没有连上。您填写的内容都还在，请稍后再试';

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly details: FieldError[];
  constructor(code: ApiErrorCode, message?: string, details: FieldError[] = []) {
    super(message ?? (code === 'network' ? networkText : errorTable[code].message));
    this.code = code;
    this.details = details;
  }
}

const codes = Object.keys(errorTable);
const isErrorCode = (code: string): code is ErrorCode => codes.includes(code);

/** The error an answer speaks of; an answer that is not ours (a gateway's page) is `internal`. */
export const errorOf = (data: unknown): ApiError => {
  const { error } = (typeof data === 'object' && data !== null ? data : {}) as {
    error?: { code?: unknown; message?: unknown; details?: unknown };
  };
  const code = String(error?.code);
  if (!isErrorCode(code)) return new ApiError('internal');
  const message = typeof error?.message === 'string' ? error.message : undefined;
  return new ApiError(code, message, Array.isArray(error?.details) ? error.details : []);
};

export const needsSignIn = (error: unknown): boolean => error instanceof ApiError && error.code.startsWith('session.');
