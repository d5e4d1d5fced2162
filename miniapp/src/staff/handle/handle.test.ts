import type { Circumstances } from '@suishoupai/shared/tickets/conditions';
import { openSteps, type Relation, transitions } from '@suishoupai/shared/tickets/transitions';
import { describe, expect, it } from 'vitest';
import type { Lists } from '../../state/lists.ts';
import { stepsFor } from '../../ticket/forms.ts';
import { anEvent, aTicket } from '../../ticket/ticket.builder.ts';
import { footOf, groupsOf } from './actions.ts';
import { departmentChoices, suggestedDepartment } from './departments.ts';
import { formFor } from './form-for.ts';
import { staffForms } from './forms.ts';
import { isAtEnd, steppedLimit, withUnit } from './limit-steps.ts';
import { matching } from './merge-targets.ts';

const boundary = { type: 'Polygon' as const, coordinates: [] };
const limits = {
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 7 },
  check: { unit: 'workDay', amount: 1 },
} as const;
const lists: Lists = {
  community: {
    id: 'xfl',
    name: '幸福里',
    street: '幸福街道',
    streetId: 'str_xf',
    hotline: { phone: '010', contact: '李主任', hours: '8:00' },
    boundary,
    grids: [],
    departments: (['huanwei', 'chengguan', 'wuye'] as const).map((key) => ({ id: `dep_${key}`, name: key })),
  },
  duty: {
    version: 1,
    lines: [
      { categoryCode: 'C0118', departmentId: 'dep_wuye', supporting: ['dep_chengguan'], ...limits },
      { categoryCode: 'E0102', departmentId: 'dep_huanwei', supporting: [], ...limits },
    ],
  },
  common: [],
};
const categoryCode = 'C0118';

const facts = (given: Partial<Circumstances> = {}): Circumstances => ({
  state: 'dispatched',
  returns: 0,
  rectifications: 0,
  isJoined: false,
  isOnBehalf: false,
  isExtensionAsked: false,
  extensions: 0,
  asks: 0,
  openTasks: 0,
  hasRated: false,
  isRecentlyClosed: true,
  ...given,
});

const footFor = (given: Partial<Circumstances>, relations: readonly Relation[]) => {
  const circumstances = facts(given);
  const { state, isOnBehalf } = circumstances;
  const ticket = aTicket({
    state,
    relation: 'staff',
    can: openSteps(circumstances, relations),
    onBehalf: isOnBehalf ? { consent: 'spoken' } : undefined,
  });
  return footOf(ticket, stepsFor('staff', ticket));
};

describe('拇指够得着的按钮', () => {
  it.each([
    ['reported', 'communityStaff', { back: 'decline', on: 'file' }],
    ['reported', 'gridWorker', { back: 'decline', on: 'file' }],
    ['filed', 'communityStaff', { back: 'joint', on: 'dispatch' }],
    ['returned', 'communityStaff', { back: 'joint', on: 'dispatch' }],
    ['disputed', 'coordinator', { back: 'dispatch', on: 'joint' }],
    ['dispatched', 'handler', { back: 'return', on: 'accept' }],
    ['accepted', 'handler', { back: 'progress', on: 'resolve' }],
    ['resolved', 'gridWorker', { back: 'rework', on: 'confirm' }],
  ] as const)('%s 时 %s', (state, relation, expected) => {
    expect(footFor({ state }, [relation])).toEqual(expected);
  });

  it('协调人不会顺手就把正在办的事改派掉', () => {
    expect(footFor({ state: 'accepted' }, ['coordinator'])).toEqual({});
  });

  it('协办没回复齐，牵头的先写进展；协办的先回复', () => {
    expect(footFor({ state: 'accepted', openTasks: 1 }, ['handler'])).toEqual({ on: 'progress' });
    expect(footFor({ state: 'accepted', openTasks: 1, isTaskOpen: true }, ['supporter'])).toEqual({ on: 'reply' });
  });

  it('有人申请延期，先批', () => {
    expect(footFor({ state: 'accepted', isExtensionAsked: true }, ['communityStaff'])).toEqual({
      back: 'refuseExtension',
      on: 'grantExtension',
    });
  });

  it('替没有小程序的居民答复、回告', () => {
    expect(footFor({ state: 'waiting', before: 'accepted', isOnBehalf: true }, ['communityStaff'])).toEqual({
      back: 'callBack',
      on: 'answer',
    });
  });

  it('其余都在「更多」里，一个不多一个不少', () => {
    const can = openSteps(facts({ state: 'accepted', isOnBehalf: true }), ['handler', 'communityStaff', 'coordinator']);
    const ticket = aTicket({ state: 'accepted', relation: 'staff', can, onBehalf: { consent: 'spoken' } });
    const steps = stepsFor('staff', ticket);
    const foot = footOf(ticket, steps);
    const shown = [foot.on, foot.back, ...groupsOf(steps, foot).flatMap((group) => group.steps)];
    expect(shown.filter((step) => step !== undefined).sort()).toEqual([...steps].sort());
  });
});

describe('表单', () => {
  it('一点就做的步骤没有必填的内容', () => {
    const direct = Object.entries(staffForms).filter(([, { isDirect }]) => isDirect);
    const needs = direct.map(([step]) => transitions[step as keyof typeof staffForms].needs.length);
    expect(new Set(needs)).toEqual(new Set([0]));
  });

  it('要照片的步骤都有拍照的地方', () => {
    expect(staffForms.resolve.photos).toBe('needed');
  });

  it('第二次退回说明会到街道', () => {
    expect(formFor('return', aTicket({ returns: 1 })).hint).toContain('街道');
    expect(formFor('return', aTicket({ returns: 0 })).hint).toContain('责任清单');
  });
});

describe('派遣时的部门', () => {
  const events = [anEvent(1, { step: 'return', belongsTo: { categoryCode: 'E0102', name: '暴露垃圾' } })];

  it('主办在最前并选好，协办其次', () => {
    const ticket = aTicket({ state: 'filed', categoryCode, department: undefined });
    expect(departmentChoices(lists, ticket)).toEqual([
      { id: 'dep_wuye', name: 'wuye', note: '责任清单主办' },
      { id: 'dep_chengguan', name: 'chengguan', note: '责任清单协办' },
      { id: 'dep_huanwei', name: 'huanwei', isAside: true },
    ]);
    expect(suggestedDepartment(lists, ticket)).toBe('dep_wuye');
  });

  it('退回以后按它说的类别选部门，刚退回的写明', () => {
    const ticket = aTicket({ state: 'returned', categoryCode, events });
    expect(departmentChoices(lists, ticket)).toEqual([
      { id: 'dep_huanwei', name: 'huanwei', note: '「暴露垃圾」的主办' },
      { id: 'dep_chengguan', name: 'chengguan', isAside: true },
      { id: 'dep_wuye', name: 'wuye', note: '刚退回', isAside: true },
    ]);
    expect(suggestedDepartment(lists, ticket)).toBe('dep_huanwei');
  });

  it('清单还是指向刚退回的部门，就不替人选', () => {
    expect(suggestedDepartment(lists, aTicket({ state: 'returned', categoryCode }))).toBeUndefined();
  });

  it('清单里没有的类别按社区自己的次序', () => {
    const ticket = aTicket({ state: 'filed', categoryCode: 'C0199', department: undefined });
    expect(departmentChoices(lists, ticket)).toEqual(lists.community.departments);
  });
});

describe('延期', () => {
  it('一步一步加减，到头为止', () => {
    const first = withUnit(undefined, 'workDay');
    expect(steppedLimit(first, 1)).toEqual({ unit: 'workDay', amount: first.amount + 1 });
    expect(steppedLimit({ unit: 'workDay', amount: 10 }, 1).amount).toBe(10);
    expect(isAtEnd({ unit: 'hour', amount: 1 }, -1)).toBe(true);
    expect(withUnit({ unit: 'workDay', amount: 9 }, 'hour')).toEqual({ unit: 'hour', amount: 24 });
  });
});

describe('合并到哪一件', () => {
  it('编号、标题都能找', () => {
    const targets = [
      { ticket: aTicket({ number: '250609-AB12Z', title: '路灯不亮' }) },
      { ticket: aTicket({ number: '250610-ZZZZZ', title: '井盖坏了' }) },
    ];
    expect(matching(targets, 'b12').map(({ ticket }) => ticket.title)).toEqual(['路灯不亮']);
    expect(matching(targets, '井盖')).toHaveLength(1);
    expect(matching(targets, '没有的')).toEqual([]);
  });
});
