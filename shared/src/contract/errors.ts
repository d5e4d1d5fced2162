import type { commonErrors } from './common-errors.ts';
import type { hallErrors } from './hall-errors.ts';
import type { pointsErrors } from './points-errors.ts';

/**
 * The closed union of what can go wrong; the tables have the HTTP status and the sentence a resident reads. Whatever is not here is a bug
 * and answers 500 `internal`.
 */
export type ErrorCode = keyof typeof commonErrors | keyof typeof hallErrors | keyof typeof pointsErrors;

/** One broken rule of the input: where it is, which rule, and the sentence to show beside the field. */
export type FieldError = { field: string; rule: string; message: string };

/** The body of every answer that is not a success. `retryAfter`: in how many seconds it is worth trying again. */
export type ErrorBody = { error: { code: ErrorCode; message: string; details?: FieldError[]; retryAfter?: number } };

/** The one error class: carries a code; status and sentence follow from the table. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  constructor(code: ErrorCode, details?: FieldError[], options: ErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** `request.invalid` for one field, in the same shape that schema validation gives. */
export const invalidField = (field: string, rule: string, message: string): AppError =>
  new AppError('request.invalid', [{ field, rule, message }]);

/** `request.tooOften`: nothing was done, and the same again after so many seconds may be. */
export const tooOften = (retryAfterSeconds: number): AppError =>
  new AppError('request.tooOften', undefined, { retryAfterSeconds });
