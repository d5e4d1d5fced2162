import { expect, test } from 'vitest';
import { fateOf } from '../outbox/fate.ts';
import { ApiError, type ApiErrorCode, errorOf, isUndecided } from './api-error.ts';

test.each<[ApiErrorCode, boolean]>([
  ['network', true],
  ['gateway', true],
  ['internal', true],
  ['tooFrequent', true],
  ['request.tooOften', true],
  ['session.expired', true],
  ['consent.needed', true],
  ['request.invalid', false],
  ['id.reused', false],
  ['order.soldOut', false],
])('%s：还不能算定了 %s', (code, expected) => {
  expect(isUndecided(new ApiError(code))).toBe(expected);
});

test('来得太频繁：照服务的话说，留着等会儿用同一个编号再送', () => {
  const message = '您操作得太频繁了，请过一会儿再试。您填写的内容都还在';
  const error = errorOf(429, { error: { code: 'request.tooOften', message, retryAfter: 60 } });
  expect(error.message).toBe(message);
  expect(fateOf({ photos: [], body: {} }, error)).toEqual({ kind: 'stopped', why: 'busy' });
});
