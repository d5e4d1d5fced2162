import { expect, it } from 'vitest';
import { ApiError } from '../../api/api-error.ts';
import { otherSideMissing } from './openings.ts';

it('只差另一方申请的，说差哪一方；别的错照旧报错', () => {
  const message = '已记下您的申请。还要街道的一位同事也来申请';
  const detail = { field: 'viewer', rule: 'twoSides', message };
  expect(otherSideMissing(new ApiError('access.denied', undefined, [detail]))).toBe(message);
  expect(otherSideMissing(new ApiError('access.denied'))).toBeUndefined();
  expect(otherSideMissing(new Error('network'))).toBeUndefined();
});
