import type { Polygon } from '@suishoupai/shared/places/contract';
import { expect, test } from 'vitest';
import { ApiError, type ApiErrorCode } from '../api/api-error.ts';
import { point } from './builders.ts';
import { makeStandingOf } from './standing.ts';

const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [121.41, 31.21],
      [121.43, 31.21],
      [121.43, 31.23],
      [121.41, 31.23],
      [121.41, 31.21],
    ],
  ],
};
const community = { id: 'xfl', name: '幸福里社区' };
const grid = { id: 'grd_07', name: '网格 07' };
const met = [{ ...community, boundary: square, grids: [{ ...grid, boundary: square }] }];

const failing = (code: ApiErrorCode) => async () => {
  throw new ApiError(code);
};

test('服务说在哪个网格就是哪个', async () => {
  const standingOf = makeStandingOf({ locate: async () => ({ point, community, grid }), met: () => [] });
  expect(await standingOf(point)).toEqual({ state: 'inside', community, grid });
});

test('服务说在外面就是在外面，不管手机记得什么', async () => {
  const standingOf = makeStandingOf({ locate: failing('place.outside'), met: () => met });
  expect(await standingOf(point)).toEqual({ state: 'outside' });
});

test('断网时用手机记得的社区边界', async () => {
  const standingOf = makeStandingOf({ locate: failing('network'), met: () => met });
  expect(await standingOf(point)).toEqual({ state: 'inside', community, grid });
  expect(await standingOf({ ...point, lng: 122 })).toEqual({ state: 'unknown' });
});

test('没料到的错也有个结果，不会一直在查', async () => {
  const standingOf = makeStandingOf({ locate: () => Promise.reject({ errMsg: 'login:fail' }), met: () => met });
  expect(await standingOf({ ...point, lng: 122 })).toEqual({ state: 'unknown' });
});
