import { describe, expect, it } from 'vitest';
import { anEvent, aTicket } from '../../ticket/ticket.builder.ts';
import { departmentChoices } from './departments.ts';
import { saidLast } from './said-last.ts';

const boundary = { type: 'Polygon' as const, coordinates: [] };
const limits = {
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 7 },
  check: { unit: 'workDay', amount: 1 },
} as const;
const answer = {
  community: {
    id: 'xfl',
    name: '幸福里',
    street: '幸福街道',
    hotline: { phone: '010', contact: '李主任', hours: '8:00' },
    boundary,
    grids: [],
    departments: ['huanwei', 'chengguan', 'wuye'].map((key) => ({ id: `dep_${key}`, name: key })),
  },
  duty: {
    version: 1,
    lines: [{ categoryCode: '010207', departmentId: 'dep_wuye', supporting: ['dep_chengguan'], ...limits }],
  },
  common: [],
};

describe('派遣时的部门', () => {
  it('主办在最前，协办其次，刚退回的写明', () => {
    const ticket = aTicket({ state: 'returned' });
    expect(departmentChoices(answer, ticket)).toEqual([
      { id: 'dep_wuye', name: 'wuye', note: '责任清单主办 · 刚退回' },
      { id: 'dep_chengguan', name: 'chengguan', note: '责任清单协办' },
      { id: 'dep_huanwei', name: 'huanwei' },
    ]);
  });

  it('清单里没有的类别按社区自己的次序', () => {
    const ids = departmentChoices(answer, aTicket({ categoryCode: '019999' })).map(({ id }) => id);
    expect(ids).toEqual(['dep_huanwei', 'dep_chengguan', 'dep_wuye']);
  });
});

describe('为什么回到手上', () => {
  it('返工取最后一次的要求；在办的没有', () => {
    const events = [
      anEvent(1, { step: 'rework', note: '第一次' }),
      anEvent(2, { step: 'resolve' }),
      anEvent(3, { step: 'rework', note: '没找平' }),
    ];
    expect(saidLast(aTicket({ state: 'rework', events }))).toBe('返工要求：没找平');
    expect(saidLast(aTicket({ state: 'accepted', events }))).toBeUndefined();
  });
});
