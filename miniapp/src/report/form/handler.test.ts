import { expect, test } from 'vitest';
import type { Lists } from '../../state/lists.ts';
import { handlerOf, submitText } from './handler.ts';

const lists: Lists = {
  community: {
    id: 'xfl',
    name: '幸福里社区',
    street: '长宁街道',
    streetId: 'str_cn',
    hotline: { phone: '021-5550 0100', contact: '李主任', hours: '每天 8:00–20:00' },
    boundary: { type: 'Polygon', coordinates: [] },
    grids: [],
    departments: [{ id: 'dep_wuye', name: '幸福物业' }],
  },
  duty: {
    version: 1,
    lines: [
      {
        categoryCode: 'C0118',
        departmentId: 'dep_wuye',
        supporting: [],
        accept: { unit: 'hour', amount: 24 },
        resolve: { unit: 'workDay', amount: 7 },
        check: { unit: 'workDay', amount: 1 },
      },
    ],
  },
  common: [],
};

test('责任清单里有的类别，按钮说派给谁', () => {
  const handler = handlerOf(lists, 'C0118');
  expect(handler).toEqual({ by: 'department', name: '幸福物业', promise: '24 小时内接单，7 个工作日内办完' });
  expect(submitText(handler)).toBe('提交 · 将派给 幸福物业');
});

test('清单里没有的类别，由社区指派', () => {
  expect(submitText(handlerOf(lists, 'E0409'))).toBe('提交 · 由社区指派');
});

test('还不知道清单时不乱说', () => {
  expect(submitText(undefined)).toBe('提交');
});
