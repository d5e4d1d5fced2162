import { type CommonCode, commonErrors } from '@suishoupai/shared/contract/common-errors';
import type { ErrorCode, FieldError } from '@suishoupai/shared/contract/errors';

/** What this side says when the service itself has said nothing. */
const ownTexts = {
  /** No answer came. */
  network: '网络不太好，没有连上。您填写的内容都还在，请稍后再试',
  /** Something before the service answered in its stead: it was not reached, or did not answer in time. */
  gateway: '服务暂时没有响应，请稍后再试',
  /** Turned away before the service was asked. */
  tooFrequent: '操作太频繁，请稍后再试',
} as const;

type OwnCode = keyof typeof ownTexts;
export type ApiErrorCode = ErrorCode | OwnCode;

/** The service sends its sentence with every code; only those that this side gives by itself are looked up, so that the others weigh nothing. */
const textOf = (code: ApiErrorCode): string =>
  code in ownTexts
    ? ownTexts[code as OwnCode]
    : commonErrors[code in commonErrors ? (code as CommonCode) : 'internal'].message;

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly details: FieldError[];
  constructor(code: ApiErrorCode, message?: string, details: FieldError[] = []) {
    super(message ?? textOf(code));
    this.code = code;
    this.details = details;
  }
}

/** A newer service may know codes that this version of the program does not: they come with their sentence. */
const isOurs = (code: string, message: unknown): code is ErrorCode =>
  Object.hasOwn(commonErrors, code) || (typeof message === 'string' && /^[a-z]+\.[a-zA-Z]+$/.test(code));

const ownCodeOf = (status: number): ApiErrorCode => {
  if (status === 429) return 'tooFrequent';
  return status >= 500 ? 'gateway' : 'internal';
};

/** The error an answer speaks of; an answer that is not ours (a gateway's page) is judged by its status alone. */
export const errorOf = (status: number, data: unknown): ApiError => {
  const { error } = (typeof data === 'object' && data !== null ? data : {}) as {
    error?: { code?: unknown; message?: unknown; details?: unknown };
  };
  const code = String(error?.code);
  if (!isOurs(code, error?.message)) return new ApiError(ownCodeOf(status));
  const message = typeof error?.message === 'string' ? error.message : undefined;
  return new ApiError(code, message, Array.isArray(error?.details) ? error.details : []);
};

/** Mended by signing in, which asks for the consent where it is missing. */
export const needsSignIn = (error: unknown): boolean =>
  error instanceof ApiError && (error.code.startsWith('session.') || error.code === 'consent.needed');

/** Whether the service acted is unknown, for it says nothing or only that it failed; repeating with the same id is safe. */
export const hasNoAnswer = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'network' || error.code === 'gateway' || error.code === 'internal');

/** Turned away for coming too often, by the service or before it: nothing was done this time, and the same under the same id may be later. */
const isTooOften = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'tooFrequent' || error.code === 'request.tooOften');

/** What was sent may have arrived, or may arrive yet when it is sent again as it is: it keeps its id. */
export const isUndecided = (error: unknown): boolean => hasNoAnswer(error) || needsSignIn(error) || isTooOften(error);
