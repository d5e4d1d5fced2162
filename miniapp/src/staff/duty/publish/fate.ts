import { ApiError } from '../../../api/api-error.ts';

/** `lost`: whether it was published is unknown; `changed`: somebody published in between; `refused`: it will not do as it is. */
export type Fate = 'lost' | 'changed' | 'refused';

export const fateOf = (error: unknown): Fate => {
  if (!(error instanceof ApiError)) return 'refused';
  switch (error.code) {
    case 'network':
    case 'gateway':
    case 'internal':
      return 'lost';
    case 'duty.changed':
      return 'changed';
    default:
      return 'refused';
  }
};

/** Everything the service found wrong, or its one sentence. */
export const refusalText = (error: unknown): string => {
  if (!(error instanceof ApiError)) return '没有发布，请稍后再试';
  return error.details.length === 0 ? error.message : error.details.map(({ message }) => message).join('；');
};
