import { describe, expect, it } from 'vitest';
import { footSteps, hasPhrase, residentForms, stepsFor, withPhrase } from './forms.ts';
import { aTicket } from './ticket.builder.ts';

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
    const ticket = aTicket({ state: 'resolved', relation: 'reporter', can: ['confirm', 'rework'] });
    expect(footSteps(stepsFor('resident', ticket))).toEqual({ back: 'rework', on: 'confirm' });
    expect(stepsFor('staff', ticket)).toEqual([]);
  });

  it('等补充时答复，办结后评价或重新打开', () => {
    const waiting = aTicket({ state: 'waiting', relation: 'reporter', can: ['answer'] });
    const closed = aTicket({ state: 'closed', relation: 'joiner', can: ['rate', 'reopen'] });
    expect(footSteps(stepsFor('resident', waiting))).toEqual({ back: undefined, on: 'answer' });
    expect(footSteps(stepsFor('resident', closed))).toEqual({ back: 'reopen', on: 'rate' });
  });

  it('工作人员自己上报的，评价仍在进展页；替没有小程序的居民评价在工作台', () => {
    const own = aTicket({ state: 'closed', relation: 'staff', can: ['rate', 'reopen', 'remark'] });
    const onBehalf = aTicket({ ...own, onBehalf: { consent: 'spoken' } });
    expect(stepsFor('resident', own)).toEqual(['rate', 'reopen']);
    expect(stepsFor('staff', own)).toEqual(['remark']);
    expect(stepsFor('resident', onBehalf)).toEqual([]);
    expect(stepsFor('staff', onBehalf)).toEqual(['rate', 'reopen', 'remark']);
  });

  it('系统自己记的不是谁的按钮', () => {
    expect(stepsFor('staff', aTicket({ relation: 'staff', can: ['overdue', 'remark'] }))).toEqual(['remark']);
  });

  it('一点就做的只有不用填的', () => {
    const direct = Object.entries(residentForms).filter(([, { isDirect }]) => isDirect);
    expect(direct.map(([step]) => step)).toEqual(['confirm']);
  });
});
