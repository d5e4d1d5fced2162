import type { ApiError } from '../api/api-error.ts';

/** What the service says is wrong with one field of the body, or with something within it. */
export const fieldError = (refusal: ApiError | undefined, field: string): string | undefined =>
  refusal?.details.find((detail) => detail.field === `body.${field}` || detail.field.startsWith(`body.${field}.`))
    ?.message;

/** A refusal in one text: its sentence, and beneath it each thing that is wrong. */
export const refusalText = ({ message, details }: Pick<ApiError, 'message' | 'details'>): string =>
  [message, ...details.map((detail) => detail.message)].filter((words, i, all) => all.indexOf(words) === i).join('\n');
