import { describe, expect, it } from 'vitest';
import { desksOf, kindOf, tabOf, titleOfDesk } from './desks.ts';

const communityId = 'xfl';

describe('工作台', () => {
  it('物业、网格各一张，社区两张', () => {
    const desks = desksOf([
      { role: 'departmentStaff', communityId, departmentId: 'dep_wuye', label: '幸福物业' },
      { role: 'gridWorker', communityId, gridId: 'grd_07', label: '网格员 07' },
      { role: 'communityStaff', communityId, label: '幸福里社区' },
    ]);
    expect(desks.map(kindOf)).toEqual(['department', 'grid', 'community', 'review']);
    expect(desks.map(titleOfDesk)).toEqual([
      '待办 · 幸福物业',
      '待办 · 网格员 07',
      '待办 · 幸福里社区',
      '待审核 · 幸福里社区',
    ]);
    expect(desks.map(tabOf)).toEqual(['幸福物业', '网格员 07', '幸福里社区', '待审核 · 幸福里社区']);
  });

  it('居民没有', () => {
    expect(desksOf([])).toEqual([]);
  });
});
