import { openSteps, transitions } from '@suishoupai/shared/tickets/transitions';
import { describe, expect, it } from 'vitest';
import {
  footSteps,
  hasPhrase,
  missingOf,
  residentForms,
  staffForms,
  stepsFor,
  waitingFor,
  withPhrase,
} from './forms.ts';
import { aTicket } from './ticket.builder.ts';

const photoIds = [`med_${'1'.repeat(26)}`] as const;

describe('表单', () => {
  it('一点就做的步骤没有必填的内容', () => {
    const direct = [...Object.entries(staffForms), ...Object.entries(residentForms)].filter(
      ([, { isDirect }]) => isDirect,
    );
    const needs = direct.map(([step]) => transitions[step as keyof typeof staffForms].needs.length);
    expect(new Set(needs)).toEqual(new Set([0]));
  });

  it('要照片的步骤都有拍照的地方', () => {
    expect(staffForms.resolve.photos).toBe('needed');
  });

  it('缺什么说什么，都有了就不说', () => {
    expect(missingOf('resolve', { note: '好了' })).toContain('照片');
    expect(missingOf('resolve', { photoIds, note: ' ' })).toContain('写一句');
    expect(missingOf('resolve', { photoIds, note: '好了' })).toBeUndefined();
    expect(missingOf('rate', {})).toContain('星');
    expect(missingOf('dispatch', {})).toContain('部门');
    expect(missingOf('confirm', {})).toBeUndefined();
  });

  it('照片没好之前不能提交', () => {
    expect(waitingFor([{ state: 'ready' }, { state: 'processing' }])).toContain('上传');
    expect(waitingFor([{ state: 'ready' }, { state: 'failed' }])).toContain('重试');
    expect(waitingFor([])).toBeUndefined();
  });
});

describe('常用语', () => {
  it('点一下加上，再点一下去掉，自己写的留着', () => {
    const written = withPhrase('下午去的', '已清理干净');
    expect(written).toBe('下午去的\n已清理干净');
    expect(hasPhrase(written, '已清理干净')).toBe(true);
    expect(withPhrase(written, '已清理干净')).toBe('下午去的');
    expect(withPhrase(' ', '已清理干净')).toBe('已清理干净');
  });
});

describe('谁在哪一页操作', () => {
  it('上报人在进展页确认或说没修好', () => {
    const ticket = aTicket({ state: 'resolved', relation: 'reporter', can: openSteps('resolved', ['reporter']) });
    expect(footSteps(stepsFor('resident', ticket))).toEqual({ back: 'rework', on: 'confirm' });
    expect(stepsFor('staff', ticket)).toEqual([]);
  });

  it('工作人员自己上报的，评价仍在进展页，核查在工作台', () => {
    const both = ['reporter', 'gridWorker'] as const;
    const closed = aTicket({ state: 'closed', relation: 'staff', can: openSteps('closed', both) });
    const resolved = aTicket({ state: 'resolved', relation: 'staff', can: openSteps('resolved', both) });
    expect(stepsFor('resident', closed)).toEqual(['rate']);
    expect(stepsFor('resident', resolved)).toEqual([]);
    expect(footSteps(stepsFor('staff', resolved))).toEqual({ back: 'rework', on: 'confirm' });
  });

  it.each([
    ['reported', 'communityStaff', { back: 'decline', on: 'file' }],
    ['returned', 'communityStaff', { back: undefined, on: 'dispatch' }],
    ['dispatched', 'handler', { back: 'return', on: 'accept' }],
    ['accepted', 'handler', { back: undefined, on: 'resolve' }],
    ['accepted', 'gridWorker', { back: undefined, on: undefined }],
  ] as const)('%s 时 %s 的按钮', (state, relation, expected) => {
    const ticket = aTicket({ state, relation: 'staff', can: openSteps(state, [relation]) });
    expect(footSteps(stepsFor('staff', ticket))).toEqual(expected);
  });
});
