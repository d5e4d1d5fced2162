import { describe, expect, it } from 'vitest';
import { type Counts, emptyOf, tilesOf } from './desk-look.ts';

const counts: Counts = { overdue: 2, today: 0, unaccepted: 3, all: 9 };

describe('一张工作台上有多少事', () => {
  it('部门看待接单，网格和社区看全部', () => {
    expect(tilesOf('department', counts)).toEqual([
      { name: '逾期', value: '2', tone: 'late' },
      { name: '今天到期', value: '0', tone: 'none' },
      { name: '待接单', value: '3', tone: 'calm' },
    ]);
    expect(tilesOf('grid', counts)).toEqual(expect.arrayContaining([{ name: '全部待办', value: '9', tone: 'calm' }]));
  });

  it('待审核只看全部', () => {
    expect(tilesOf('review', counts)).toEqual([{ name: '全部', value: '9', tone: 'calm' }]);
  });

  it('数满了就不装作数得清', () => {
    const full = { overdue: 20, today: 40, unaccepted: 5, all: 60 };
    expect(tilesOf('department', full).map(({ value }) => value)).toEqual(['20', '40+', '5+']);
  });

  it('还没有答复时不写零', () => {
    expect(tilesOf('review', undefined)).toEqual([{ name: '全部', value: '–', tone: 'none' }]);
  });

  it('空的工作台不保证微信一定提醒', () => {
    expect(emptyOf('department', false).text).toContain('允许过提醒的');
    expect(emptyOf('review', false).text).toContain('是否公开');
  });
});
