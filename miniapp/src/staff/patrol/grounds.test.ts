import { expect, test } from 'vitest';
import { groundsOf } from './grounds.ts';

const grids = [
  { id: 'grd_01', name: '网格 01' },
  { id: 'grd_02', name: '网格 02' },
];
const worker = { role: 'gridWorker', communityId: 'xfl', gridId: 'grd_02', label: '网格员 02' } as const;
const staff = { role: 'communityStaff', communityId: 'xfl', label: '居委会' } as const;

test('社区看所有网格，网格员看自己的，别人看不到', () => {
  expect(groundsOf([staff], 'xfl', grids)).toEqual({ seesAll: true, grids });
  expect(groundsOf([worker], 'xfl', grids)).toEqual({ seesAll: false, grids: [grids[1]] });
  expect(groundsOf([{ ...staff, communityId: 'other' }], 'xfl', grids)).toEqual({ seesAll: false, grids: [] });
  expect(groundsOf([], 'xfl', grids)).toEqual({ seesAll: false, grids: [] });
});
