import { expect, test } from 'vitest';
import { seatsOf } from './seats.ts';

const community = {
  id: 'xfl',
  streetId: 'str_a',
  grids: [{ id: 'grd_01', name: '网格 01', boundary: { type: 'Polygon' as const, coordinates: [] } }],
  departments: [{ id: 'dep_wuye', name: '幸福物业' }],
};
const every = ['community', 'dep_wuye', 'grd_01', 'street'];
const desks = (...grants: Parameters<typeof seatsOf>[0]) => seatsOf(grants, community).map(({ desk }) => desk);

test('社区和它的街道看每一个岗位，其他人看自己的', () => {
  expect(desks({ role: 'communityStaff', communityId: 'xfl', label: '居委会' })).toEqual(every);
  expect(desks({ role: 'coordinator', streetId: 'str_a', label: '街道' })).toEqual(every);
  expect(desks({ role: 'coordinator', streetId: 'str_b', label: '街道' })).toEqual([]);
  expect(desks({ role: 'departmentStaff', communityId: 'xfl', departmentId: 'dep_wuye', label: '物业' })).toEqual([
    'dep_wuye',
  ]);
  expect(desks({ role: 'gridWorker', communityId: 'other', gridId: 'grd_01', label: '网格员' })).toEqual([]);
});
