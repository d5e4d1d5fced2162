import type { Grant } from '@suishoupai/shared/people/contract';
import type { CommunityListing } from '@suishoupai/shared/places/contract';
import { describe, expect, it } from 'vitest';
import { desksOf, kindOf, tabOf, titleOfDesk } from './desks.ts';

const communityId = 'xfl';
const communities: CommunityListing[] = [
  { id: 'xfl', name: '幸福里社区', street: '青云街道', streetId: 'str_qingyun' },
  { id: 'jx', name: '锦绣社区', street: '青云街道', streetId: 'str_qingyun' },
  { id: 'other', name: '别处社区', street: '白云街道', streetId: 'str_baiyun' },
];
const communityStaff: Grant = { role: 'communityStaff', communityId, label: '幸福里社区' };
const coordinator: Grant = { role: 'coordinator', streetId: 'str_qingyun', label: '青云街道' };

describe('工作台', () => {
  it('物业、网格各一张，社区三张', () => {
    const desks = desksOf(
      [
        { role: 'departmentStaff', communityId, departmentId: 'dep_wuye', label: '幸福物业' },
        { role: 'gridWorker', communityId, gridId: 'grd_07', label: '网格员 07' },
        communityStaff,
      ],
      [],
    );
    expect(desks.map(kindOf)).toEqual(['department', 'grid', 'community', 'review', 'all']);
    expect(desks.map(titleOfDesk)).toEqual([
      '待办 · 幸福物业',
      '待办 · 网格员 07',
      '待办 · 幸福里社区',
      '待审核 · 幸福里社区',
      '全部在办 · 幸福里社区',
    ]);
    expect(desks.map(tabOf)).toEqual([
      '幸福物业',
      '网格员 07',
      '幸福里社区',
      '待审核 · 幸福里社区',
      '全部在办 · 幸福里社区',
    ]);
  });

  it('街道看自己所有的社区，不看别的街道', () => {
    expect(desksOf([coordinator], communities).map(titleOfDesk)).toEqual([
      '待协调 · 幸福里社区',
      '待协调 · 锦绣社区',
      '全部在办 · 幸福里社区',
      '全部在办 · 锦绣社区',
    ]);
  });

  it('两个身份开的是同一张台，只列一次', () => {
    const desks = desksOf([communityStaff, coordinator], communities);
    expect(desks.filter(({ desk, communityId: id }) => desk === 'all' && id === 'xfl')).toHaveLength(1);
  });

  it('居民没有', () => {
    expect(desksOf([], communities)).toEqual([]);
  });
});
