import { ApiError } from '../../api/api-error.ts';

/** That one's asking was noted and the other body has to ask as well, in the service's words; undefined for whatever else went wrong. */
export const otherSideMissing = (error: unknown): string | undefined =>
  error instanceof ApiError ? error.details.find(({ rule }) => rule === 'twoSides')?.message : undefined;
