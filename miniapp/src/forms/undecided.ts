import { ApiError, hasNoAnswer, needsSignIn } from '../api/api-error.ts';

/** What was sent may have arrived, or may arrive yet when it is sent again as it is: it keeps its id. */
export const isUndecided = (error: unknown): boolean =>
  hasNoAnswer(error) ||
  needsSignIn(error) ||
  (error instanceof ApiError && (error.code === 'internal' || error.code === 'tooFrequent'));
