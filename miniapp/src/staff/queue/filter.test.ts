import { describe, expect, it } from 'vitest';
import type { DeskKind } from '../../desks.ts';
import { canFilter, chipsOf, stateChoices, tidy } from './filter.ts';

const names = {
  category: (code: string) => (code === 'C0118' ? '路灯' : undefined),
  grid: () => undefined,
  department: () => '幸福物业',
};

describe('筛选', () => {
  it('设了什么写什么；已经不在的也能去掉', () => {
    const chips = chipsOf(
      {
        isMine: 'yes',
        isOverdue: 'yes',
        state: 'accepted',
        categoryCode: 'C0118',
        gridId: 'grd_9',
        departmentId: 'dep_a',
      },
      names,
    );
    expect(chips.map(({ text }) => text)).toEqual(['我经办的', '逾期', '处理中', '路灯', '已改的网格', '幸福物业']);
  });

  it('同样的筛选写成同样的样子', () => {
    expect(JSON.stringify(tidy({ state: 'accepted', isMine: 'yes', gridId: undefined }))).toBe(
      JSON.stringify(tidy({ isMine: 'yes', state: 'accepted' })),
    );
  });

  it('只有看全部的能按部门筛；审核台不筛', () => {
    const kinds: DeskKind[] = ['department', 'grid', 'community', 'street', 'all', 'review'];
    expect(kinds.filter((kind) => canFilter(kind, 'departmentId'))).toEqual(['all']);
    expect(kinds.filter((kind) => canFilter(kind, 'isOverdue'))).not.toContain('review');
    expect(stateChoices('street')).toEqual([]);
  });
});
